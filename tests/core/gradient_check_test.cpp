// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/gradient_check.h"

#include <QtTest>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

using namespace thetascope;

namespace {

/// f(x) = sum sin(x_j) + x_0 x_1, with something done to its gradient.
class Wave : public DifferentiableFunction {
public:
    explicit Wave(std::function<void(Vector&)> spoil = {}) : m_spoil(std::move(spoil)) {}

    double value(const Vector& x) override { return x.sin().sum() + x[0] * x[1]; }
    double evaluate(const Vector& x, Vector& gradient) override {
        gradient = x.cos();
        gradient[0] += x[1];
        gradient[1] += x[0];
        if (m_spoil)
            m_spoil(gradient);
        return value(x);
    }

private:
    std::function<void(Vector&)> m_spoil;
};

const Vector start = Vector::LinSpaced(20, -1, 2.1);
constexpr double step = 1e-3;

double worst(std::function<void(Vector&)> spoil, int count = 20) {
    Wave wave(std::move(spoil));
    return checkGradient(wave, start, count, step, 7).worstRelativeError;
}

} // namespace

class GradientCheckTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsARightGradient() { QVERIFY(worst({}) < 1e-9); }

    void detectsAWrongGradient() {
        QVERIFY(worst([](Vector& gradient) { gradient = -gradient; }) > 1.9);
        QVERIFY(worst([](Vector& gradient) { gradient *= 1.001; }) > 5e-4);
        QVERIFY(worst([](Vector& gradient) { gradient[13] = 0; }) > 0.99);
        QVERIFY(worst([](Vector& gradient) { std::swap(gradient[3], gradient[16]); }) > 0.1);
        QVERIFY(std::isinf(worst([](Vector& gradient) { gradient[2] = std::numeric_limits<double>::quiet_NaN(); })));
    }

    void theDirectionSeesWhatTheSampleMisses() {
        // One coordinate of 20 is drawn; the direction has them all.
        QVERIFY(worst([](Vector& gradient) { gradient += 0.3; }, 1) > 0.01);
        QVERIFY(worst([](Vector& gradient) { gradient += 0.3; }, 0) > 0.01);
    }

    void pointsAreDistinctAndReproducible() {
        Wave wave;
        const GradientCheck check = checkGradient(wave, start, 8, step, 3), again = checkGradient(wave, start, 8, step, 3);
        QCOMPARE(check.points.size(), std::size_t{9});
        std::set<Eigen::Index> coordinates;
        for (std::size_t i = 0; i < 8; ++i) {
            QVERIFY(check.points[i].coordinate >= 0 && check.points[i].coordinate < start.size());
            coordinates.insert(check.points[i].coordinate);
            QCOMPARE(again.points[i].coordinate, check.points[i].coordinate);
            QCOMPARE(again.points[i].numeric, check.points[i].numeric);
        }
        QCOMPARE(coordinates.size(), std::size_t{8});
        QCOMPARE(check.points.back().coordinate, Eigen::Index{GradientCheckPoint::direction});
        QCOMPARE(checkGradient(wave, start, 1000, step, 3).points.size(), std::size_t{21});
    }

    void differencesAreOfFourthOrder() {
        // At step 0.1 three points would be off by 1.7e-3, five by 3e-6.
        Wave wave;
        QVERIFY(checkGradient(wave, start, 20, 0.1, 7).worstRelativeError < 1e-4);
    }

    void aFlatFunctionIsRight() {
        class Flat : public DifferentiableFunction {
            double value(const Vector&) override { return 2; }
            double evaluate(const Vector& x, Vector& gradient) override {
                gradient.setZero(x.size());
                return 2;
            }
        } flat;
        QCOMPARE(checkGradient(flat, start, 5, step, 1).worstRelativeError, 0.0);
    }

    void refusesAStepThatIsNone() {
        Wave wave;
        QVERIFY_EXCEPTION_THROWN(checkGradient(wave, start, 5, 0, 1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(checkGradient(wave, start, 5, -1, 1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(checkGradient(wave, start, 5, std::nan(""), 1), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(GradientCheckTest)
#include "gradient_check_test.moc"
