// SPDX-License-Identifier: GPL-3.0-or-later
// The transform as a layer: against the exact engine, and its gradients against finite differences.
#include "core/dstft/engine.h"
#include "core/learn/classifier.h"
#include "core/learn/spectrogram_layer.h"
#include "core/model/random.h"
#include "core/optim/gradient_check.h"

#include <QtTest>

using namespace thetascope;

namespace {

constexpr int samples = 300, frames = 12, batchSize = 3;

Vector gaussians(Eigen::Index size, std::uint64_t seed) {
    Random random(seed);
    Vector values(size);
    for (double& value : values) value = random.gaussian();
    return values;
}

/// Frames over both ends and beyond, on no grid.
Vector somePositions() {
    Vector t = -70 + 31.3 * Vector::LinSpaced(frames, 0, frames - 1);
    t[frames - 1] = samples + 5; // holds nothing
    return t;
}

SpectrogramSpec someSpec(int stride, Normalisation normalisation, SpectrogramFeature feature) {
    SpectrogramSpec spec;
    spec.samples = samples;
    spec.support = 64;
    spec.binStride = stride;
    spec.normalisation = normalisation;
    spec.feature = feature;
    spec.floor = 0.01;
    return spec;
}

/// L = sum c y over a batch, as a function of theta, positions and clips in one vector.
class SpectrogramLoss : public DifferentiableFunction {
public:
    SpectrogramLoss(SpectrogramLayer<double>& layer, ThreadPool& pool)
        : m_layer(layer), m_pool(pool), m_c(gaussians(batchSize * frames * layer.bins(), 5)), m_y(m_c.size()), m_slopes(m_c.size()) {}

    double value(const Vector& v) override {
        m_layer.setTheta(v[0]);
        m_layer.setPositions(v.segment(1, frames));
        m_layer.forward(m_pool, batchSize, v.data() + 1 + frames, m_y.data(), m_slopes.data());
        return (m_c * m_y).sum();
    }
    double evaluate(const Vector& v, Vector& gradient) override {
        const double loss = value(v);
        gradient.resize(v.size());
        const SpectrogramGradient parts =
            m_layer.backward(m_pool, batchSize, v.data() + 1 + frames, m_c.data(), gradient.data() + 1 + frames);
        gradient[0] = parts.theta;
        gradient.segment(1, frames) = parts.positions;
        return loss;
    }
    double thetaBySlopes() const { return (m_c * m_slopes).sum(); }

private:
    SpectrogramLayer<double>& m_layer;
    ThreadPool& m_pool;
    Vector m_c, m_y, m_slopes;
};

Vector startOf(double theta) {
    Vector v(1 + frames + batchSize * samples);
    v << theta, somePositions(), gaussians(batchSize * samples, 7);
    return v;
}

} // namespace

class SpectrogramLayerTest : public QObject {
    Q_OBJECT
private slots:
    void kinds_data() {
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("normalisation");
        QTest::addColumn<bool>("logarithm");
        for (const int stride : {1, 2, 4, 8}) // folds of 64, 32, 16 and 8 points
            for (const auto normalisation : {Normalisation::none, Normalisation::sum, Normalisation::energy})
                for (const bool logarithm : {true, false})
                    QTest::addRow("stride %d, normalisation %d, %s", stride, static_cast<int>(normalisation),
                                  logarithm ? "log" : "magnitude")
                        << stride << static_cast<int>(normalisation) << logarithm;
    }

    void agreesWithTheExactEngine_data() { kinds_data(); }
    void agreesWithTheExactEngine() {
        QFETCH(int, stride);
        QFETCH(int, normalisation);
        QFETCH(bool, logarithm);
        const auto norm = static_cast<Normalisation>(normalisation);
        ThreadPool pool(1);
        SpectrogramLayer<double> layer(
            someSpec(stride, norm, logarithm ? SpectrogramFeature::logMagnitude : SpectrogramFeature::magnitude), somePositions(), 37.5, 1);
        QCOMPARE(layer.bins(), 32 / stride);
        const Vector clip = gaussians(samples, 7);
        Vector y(frames * layer.bins());
        layer.forward(pool, 1, clip.data(), y.data(), nullptr);

        Signal signal;
        signal.samples.assign(clip.begin(), clip.end());
        signal.sampleRate = 1;
        const auto engine = makeExactEngine(signal, makeTaper("hann"), norm, Precision::doublePrecision, pool);
        ComplexFrames spectrum;
        engine->forward({64, ThetaMode::shared, RealFrames::Constant(1, 1, 37.5), somePositions()}, {}, spectrum);
        double worst = 0;
        for (int i = 0; i < frames; ++i)
            for (int f = 0; f < layer.bins(); ++f) {
                const double power = std::norm(spectrum(i, f * stride)) + 0.01;
                const double expected = logarithm ? 0.5 * std::log(power) : std::sqrt(power);
                worst = std::max(worst, std::abs(expected - y[i * layer.bins() + f]));
            }
        QVERIFY2(worst < 1e-12, qPrintable(QString::number(worst)));
    }

    void gradients_data() { kinds_data(); }
    void gradients() {
        QFETCH(int, stride);
        QFETCH(int, normalisation);
        QFETCH(bool, logarithm);
        ThreadPool pool(2);
        SpectrogramLayer<double> layer(someSpec(stride, static_cast<Normalisation>(normalisation),
                                                logarithm ? SpectrogramFeature::logMagnitude : SpectrogramFeature::magnitude),
                                       somePositions(), 37.5, 2);
        SpectrogramLoss loss(layer, pool);
        const GradientCheck check = checkGradient(loss, startOf(37.5), 60, 1e-4, 1);
        QVERIFY2(check.worstRelativeError < 2e-6, qPrintable(QString::number(check.worstRelativeError)));
        // Theta and positions, which a draw of 60 among 900 may miss; the taper's second derivative jumps at its edges.
        const Vector start = startOf(37.5);
        Vector gradient;
        loss.evaluate(start, gradient);
        for (int j = 0; j < 1 + frames; ++j) {
            Vector up = start, down = start;
            up[j] += 1e-5;
            down[j] -= 1e-5;
            const double numeric = (loss.value(up) - loss.value(down)) / 2e-5;
            QVERIFY2(std::abs(numeric - gradient[j]) < 1e-5 * (1 + std::abs(numeric)),
                     qPrintable(QStringLiteral("%1: %2 instead of %3").arg(j).arg(gradient[j]).arg(numeric)));
        }
        loss.evaluate(start, gradient);
        QVERIFY(std::abs(loss.thetaBySlopes() - gradient[0]) < 1e-10 * (1 + std::abs(gradient[0])));
    }

    void threadsDontMatter() {
        const auto run = [](int threads) {
            ThreadPool pool(threads);
            SpectrogramLayer<double> layer(someSpec(4, Normalisation::energy, SpectrogramFeature::logMagnitude), somePositions(), 20,
                                           threads);
            SpectrogramLoss loss(layer, pool);
            Vector gradient;
            loss.evaluate(startOf(20), gradient);
            return gradient;
        };
        const Vector one = run(1);
        QVERIFY((run(2) == one).all());
        QVERIFY((run(3) == one).all());
    }

    void floatFollowsDouble() {
        ThreadPool pool(1);
        const SpectrogramSpec spec = someSpec(4, Normalisation::energy, SpectrogramFeature::logMagnitude);
        SpectrogramLayer<double> exact(spec, somePositions(), 37.5, 1);
        SpectrogramLayer<float> fast(spec, somePositions(), 37.5, 1);
        const Vector clip = gaussians(samples, 7);
        const Eigen::ArrayXf clipF = clip.cast<float>();
        Vector y(frames * exact.bins()), slopes(y.size());
        Eigen::ArrayXf yF(y.size()), slopesF(y.size());
        exact.forward(pool, 1, clip.data(), y.data(), slopes.data());
        fast.forward(pool, 1, clipF.data(), yF.data(), slopesF.data());
        QVERIFY((y - yF.cast<double>()).abs().maxCoeff() < 1e-5);
        QVERIFY((slopes - slopesF.cast<double>()).abs().maxCoeff() < 1e-5);
    }

    void refusesWhatItCannotDo() {
        const auto make = [](int support, int stride, double theta) {
            SpectrogramSpec spec;
            spec.support = support;
            spec.binStride = stride;
            SpectrogramLayer<double>(spec, somePositions(), theta, 1);
        };
        QVERIFY_EXCEPTION_THROWN(make(63, 1, 20), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(make(64, 3, 20), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(make(64, 4, 64), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(make(64, 4, 0), std::invalid_argument);
    }

    void wholeClassifier() {
        TrainSettings settings;
        settings.clip = 400;
        settings.support = 64;
        settings.binStride = 4;
        settings.hop = 10;
        settings.pool = 4;
        settings.theta = 30.3;
        ThreadPool pool(2);
        Classifier<double> classifier(settings, 5, pool);

        class Loss : public DifferentiableFunction {
        public:
            Loss(Classifier<double>& c, const ClassifierParameters& start) : m_classifier(c), m_parameters(start) {
                for (std::uint64_t i = 0; i < 6; ++i) m_clips.push_back(gaussians(400, 20 + i));
                for (const Vector& clip : m_clips) m_batch.clips.push_back(clip.data());
                m_batch.labels = {0, 3, 4, 1, 2, 3};
            }
            double value(const Vector& v) override {
                Vector unused;
                return evaluate(v, unused);
            }
            double evaluate(const Vector& v, Vector& gradient) override {
                m_parameters.theta = std::exp(v[0]);
                m_parameters.weights = v.tail(v.size() - 1);
                ClassifierGradient g;
                const double loss = m_classifier.step(m_parameters, m_batch, 11, g).loss;
                gradient.resize(v.size());
                gradient << g.theta * m_parameters.theta, g.weights;
                return loss;
            }

        private:
            Classifier<double>& m_classifier;
            ClassifierParameters m_parameters;
            std::vector<Vector> m_clips;
            Batch<double> m_batch;
        };

        const ClassifierParameters start = classifier.initial(4);
        Loss loss(classifier, start);
        Vector v(start.weights.size() + 1);
        v << std::log(settings.theta), start.weights;
        // Steps small enough that hardly a ReLU switches in between.
        const double worst = checkGradient(loss, v, 150, 1e-6, 2).worstRelativeError;
        QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
        Vector gradient;
        loss.evaluate(v, gradient);
        Vector up = v, down = v;
        up[0] += 1e-5;
        down[0] -= 1e-5;
        const double numeric = (loss.value(up) - loss.value(down)) / 2e-5;
        QVERIFY2(std::abs(gradient[0] - numeric) < 1e-6 * std::abs(numeric),
                 qPrintable(QStringLiteral("%1 instead of %2").arg(gradient[0]).arg(numeric)));
        QVERIFY(std::abs(numeric) > 1e-4); // or nothing was checked
    }
};

QTEST_APPLESS_MAIN(SpectrogramLayerTest)
#include "spectrogram_layer_test.moc"
