// SPDX-License-Identifier: GPL-3.0-or-later
// Every layer's backward pass against finite differences of its forward pass, in double.
#include "core/learn/input_norm.h"
#include "core/learn/layers.h"
#include "core/learn/softmax.h"
#include "core/model/random.h"
#include "core/optim/gradient_check.h"

#include <QtTest>
#include <functional>

using namespace thetascope;

namespace {

using Made = std::unique_ptr<Layer<double>>;

constexpr double step = 1e-3;
/// Worst measured: 3e-11 (dense).
constexpr double tolerance = 1e-8;

Vector gaussians(Eigen::Index size, std::uint64_t seed) {
    Random random(seed);
    Vector values(size);
    for (double& value : values) value = random.gaussian();
    return values;
}

int parameterCount(const Layer<double>& layer) {
    int count = 0;
    for (const ParameterBlock& block : layer.parameters()) count += block.size();
    return count;
}

/// L = sum c y(x; w) as a function of (x, w) in one vector.
class LayerLoss : public DifferentiableFunction {
public:
    explicit LayerLoss(const Layer<double>& layer) : m_layer(layer), m_c(gaussians(layer.output().size(), 5)), m_y(m_c.size()) {}

    double value(const Vector& v) override {
        m_layer.forward(v.data() + m_layer.input().size(), v.data(), m_y.data(), pass);
        return (m_c * m_y).sum();
    }
    double evaluate(const Vector& v, Vector& gradient) override {
        const double loss = value(v);
        gradient = Vector::Zero(v.size());
        const int inputs = m_layer.input().size();
        m_layer.backward(v.data() + inputs, v.data(), m_y.data(), m_c.data(), gradient.data() + inputs, gradient.data(), pass);
        return loss;
    }

private:
    static constexpr Pass pass{true, 99};
    const Layer<double>& m_layer;
    Vector m_c, m_y;
};

} // namespace

Q_DECLARE_METATYPE(std::function<Made()>)

class LearnLayersTest : public QObject {
    Q_OBJECT
private slots:
    void gradients_data() {
        QTest::addColumn<std::function<Made()>>("make");
        const auto row = [](const char* name, std::function<Made()> make) { QTest::newRow(name) << std::move(make); };
        row("convolution", [] { return makeConvolution<double>("c", {6, 5, 1}, 16); });
        row("convolution, several channels", [] { return makeConvolution<double>("c", {5, 4, 3}, 32); });
        row("convolution, one cell", [] { return makeConvolution<double>("c", {1, 1, 2}, 16); });
        row("depthwise", [] { return makeDepthwise<double>("d", {7, 4, 16}); });
        row("depthwise, wide", [] { return makeDepthwise<double>("d", {4, 3, 32}); });
        row("pointwise", [] { return makePointwise<double>("p", {3, 2, 16}, 16); });
        row("pointwise, other size", [] { return makePointwise<double>("p", {2, 2, 5}, 32); });
        row("relu", [] { return makeRelu<double>("r", {5, 4, 3}); });
        row("average pool", [] { return makeAveragePool<double>("a", {8, 3, 2}, 4); });
        row("average pool, a rest", [] { return makeAveragePool<double>("a", {7, 3, 2}, 3); });
        row("dropout", [] { return makeDropout<double>("o", {5, 4, 3}, 0.4); });
        row("dense", [] { return makeDense<double>("n", {3, 2, 5}, 7); });
    }

    void gradients() {
        QFETCH(std::function<Made()>, make);
        const Made layer = make();
        LayerLoss loss(*layer);
        const Eigen::Index size = layer->input().size() + parameterCount(*layer);
        const double worst = checkGradient(loss, gaussians(size, 3), static_cast<int>(size), step, 1).worstRelativeError;
        QVERIFY2(worst < tolerance, qPrintable(QString::number(worst)));
    }

    void backwardAddsToTheWeights() {
        const Made layer = makeDense<double>("n", {1, 1, 3}, 2);
        const Vector x = gaussians(3, 1), w = gaussians(8, 2), dy = gaussians(2, 3);
        Vector y(2), dx(3), dw = Vector::Ones(8);
        layer->backward(w.data(), x.data(), y.data(), dy.data(), dw.data(), dx.data(), {});
        QCOMPARE(dw[0], 1 + dy[0] * x[0]);
        QCOMPARE(dw[7], 1 + dy[1]);
    }

    void dropoutDropsItsShareAndOnlyWhileTraining() {
        const Made layer = makeDropout<double>("o", {100, 10, 10}, 0.2);
        const Vector x = Vector::Ones(10'000);
        Vector y(x.size()), again(x.size()), other(x.size());
        layer->forward(nullptr, x.data(), y.data(), {true, 1});
        layer->forward(nullptr, x.data(), again.data(), {true, 1});
        layer->forward(nullptr, x.data(), other.data(), {true, 2});
        const auto dropped = (y == 0).count();
        QVERIFY2(dropped > 1850 && dropped < 2150, qPrintable(QString::number(dropped))); // 2000 +- 3.75 deviations
        QVERIFY((y == 0 || y == 1 / 0.8).all());
        QVERIFY((y == again).all() && !(y == other).all());
        layer->forward(nullptr, x.data(), y.data(), {false, 1});
        QVERIFY((y == x).all());
    }

    void convolutionByHand() {
        // One channel, a filter that is its middle tap: y[t,f] = x[2t, 2f].
        const Made layer = makeConvolution<double>("c", {4, 4, 1}, 16);
        Vector x = Vector::LinSpaced(16, 1, 16), w = Vector::Zero(9 * 16 + 16), y(2 * 2 * 16);
        w[4 * 16] = 1;
        w[9 * 16 + 1] = 5; // the second filter's bias
        layer->forward(w.data(), x.data(), y.data(), {});
        QCOMPARE(y[0], 1.0);
        QCOMPARE(y[16], 3.0);
        QCOMPARE(y[32], 9.0);
        QCOMPARE(y[48], 11.0);
        QCOMPARE(y[17], 5.0);
    }

    void refusesWhatItCannotDo() {
        QVERIFY_EXCEPTION_THROWN(makeConvolution<double>("c", {4, 4, 1}, 10), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(makeDepthwise<double>("d", {4, 4, 3}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(makePointwise<double>("p", {4, 4, 3}, 0), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(makeDropout<double>("o", {4, 4, 3}, 1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(makeAveragePool<double>("a", {4, 4, 3}, 0), std::invalid_argument);
    }

    void normalisation() {
        // Two clips of 30 values; variables: the values, gain and bias.
        class NormLoss : public DifferentiableFunction {
        public:
            double value(const Vector& v) override {
                statistics = NormStatistics::of(sumValues(60, v.data()), 60);
                normalise(60, v.data(), statistics, v[60], v[61], y.data());
                return (c * y).sum();
            }
            double evaluate(const Vector& v, Vector& gradient) override {
                const double loss = value(v);
                NormSums sums = sumSlopes(30, v.data(), statistics, c.data());
                sums += sumSlopes(30, v.data() + 30, statistics, c.data() + 30);
                gradient.resize(62);
                for (const int clip : {0, 30})
                    normaliseBackward(30, v.data() + clip, statistics, v[60], sums, 60, c.data() + clip, gradient.data() + clip);
                gradient[60] = sums.second;
                gradient[61] = sums.first;
                return loss;
            }
            NormStatistics statistics;
            Vector c = gaussians(60, 4), y{60};
        } loss;
        const Vector start = 1 + 0.7 * gaussians(62, 8);
        const double worst = checkGradient(loss, start, 62, step, 1).worstRelativeError;
        QVERIFY2(worst < tolerance, qPrintable(QString::number(worst)));
        loss.value(start);
        QVERIFY(std::abs((loss.y - start[61]).mean()) < 1e-12);
    }

    void crossEntropyOfSoftmax() {
        class Head : public DifferentiableFunction {
            double value(const Vector& z) override { return crossEntropy(6, z.data(), 4); }
            double evaluate(const Vector& z, Vector& gradient) override {
                gradient.resize(6);
                crossEntropyBackward(6, z.data(), 4, 1.0, gradient.data());
                return value(z);
            }
        } head;
        QVERIFY(checkGradient(head, gaussians(6, 2), 6, step, 1).worstRelativeError < tolerance);
        const Vector large = Vector::Constant(6, 1000);
        Vector p(6);
        softmax(6, large.data(), p.data());
        QVERIFY((p - 1.0 / 6).abs().maxCoeff() < 1e-15);
        QVERIFY(std::abs(crossEntropy(6, large.data(), 0) - std::log(6.0)) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(LearnLayersTest)
#include "learn_layers_test.moc"
