// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/bounds.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <numbers>

using namespace thetascope;

namespace {

constexpr double lower = 2, upper = 10, corner = 1.5;
/// Where the map meets a bound, and its period.
constexpr double top = upper - corner + corner * std::numbers::pi / 2, bottom = lower + corner - corner * std::numbers::pi / 2;
constexpr double period = 2 * (top - bottom);

double secondDerivative(const SmoothBounds& bounds, double x) {
    constexpr double step = 1e-5;
    return (bounds.derivative(x + step) - bounds.derivative(x - step)) / (2 * step);
}

} // namespace

class BoundsTest : public QObject {
    Q_OBJECT
private slots:
    void isTheIdentityInside() {
        const SmoothBounds bounds(lower, upper, corner);
        for (double x = lower + corner; x <= upper - corner; x += 0.25) {
            QCOMPARE(bounds.value(x), x);
            QCOMPARE(bounds.derivative(x), 1.0);
            QCOMPARE(bounds.inverse(x), x);
        }
    }

    void isAQuarterSineInTheCorners() {
        const SmoothBounds bounds(lower, upper, corner);
        for (const double angle : {0.1, 0.7, 1.5}) {
            QVERIFY(std::abs(bounds.value(upper - corner + corner * angle) - (upper - corner + corner * std::sin(angle))) < 1e-14);
            QVERIFY(std::abs(bounds.value(lower + corner - corner * angle) - (lower + corner - corner * std::sin(angle))) < 1e-14);
            QVERIFY(std::abs(bounds.derivative(upper - corner + corner * angle) - std::cos(angle)) < 1e-14);
        }
        QVERIFY(std::abs(bounds.value(top) - upper) < 1e-14);
        QVERIFY(std::abs(bounds.value(bottom) - lower) < 1e-14);
        QVERIFY(std::abs(bounds.derivative(top)) < 1e-15);
    }

    void staysWithinTheBounds() {
        const SmoothBounds bounds(lower, upper, corner);
        for (double x = -100; x < 100; x += 0.0173) {
            QVERIFY(bounds.value(x) >= lower && bounds.value(x) <= upper);
            QVERIFY(std::abs(bounds.derivative(x)) <= 1);
        }
        QVERIFY(bounds.value(1e17) >= lower && bounds.value(-1e300) <= upper);
    }

    void isMirroredAndPeriodic() {
        const SmoothBounds bounds(lower, upper, corner);
        for (double d = 0; d < 30; d += 0.31) {
            QVERIFY(std::abs(bounds.value(top + d) - bounds.value(top - d)) < 1e-12);
            QVERIFY(std::abs(bounds.value(bottom + d) - bounds.value(bottom - d)) < 1e-12);
            QVERIFY(std::abs(bounds.derivative(top + d) + bounds.derivative(top - d)) < 1e-12);
            QVERIFY(std::abs(bounds.value(d + period) - bounds.value(d)) < 1e-12);
            QVERIFY(std::abs(bounds.derivative(d - 3 * period) - bounds.derivative(d)) < 1e-12);
        }
    }

    void derivativeIsTheValues() {
        const SmoothBounds bounds(lower, upper, corner);
        constexpr double step = 1e-5;
        for (double x = -25; x < 35; x += 0.0371) {
            const double numeric = (bounds.value(x + step) - bounds.value(x - step)) / (2 * step);
            QVERIFY(std::abs(numeric - bounds.derivative(x)) < 1e-8);
        }
    }

    void isTwiceContinuouslyDifferentiable_data() {
        QTest::addColumn<double>("joint");
        QTest::newRow("line to corner, above") << upper - corner;
        QTest::newRow("mirror, above") << top;
        QTest::newRow("mirrored corner to line, above") << 2 * top - (upper - corner);
        QTest::newRow("line to corner, below") << lower + corner;
        QTest::newRow("mirror, below") << bottom;
        QTest::newRow("a period on") << bottom + period;
    }

    void isTwiceContinuouslyDifferentiable() {
        QFETCH(double, joint);
        const SmoothBounds bounds(lower, upper, corner);
        constexpr double aside = 1e-4;
        QVERIFY(std::abs(bounds.value(joint + aside) - bounds.value(joint - aside)) <= 2.001 * aside);
        // The curvature is at most 1 / corner, its slope at most 1 / corner^2.
        QVERIFY(std::abs(bounds.derivative(joint + aside) - bounds.derivative(joint - aside)) <= 2.001 * aside / corner);
        QVERIFY(std::abs(secondDerivative(bounds, joint + aside) - secondDerivative(bounds, joint - aside)) < 3 * aside);
    }

    /// Many at once: as one by one, whatever shares their block.
    void takesManyAtOnce() {
        const SmoothBounds bounds(lower, upper, corner);
        std::vector<double> x{std::nan(""), 1e17, -1e300, top, bottom, lower, upper, lower + corner, upper - corner};
        for (double inside = bottom; inside <= top; inside += 0.0173) x.push_back(inside); // whole blocks need no folding
        for (double far = -100; far < 100; far += 0.0731) x.push_back(far);
        std::vector<double> v(x.size()), d(x.size());
        bounds.values(static_cast<std::ptrdiff_t>(x.size()), x.data(), v.data());
        bounds.derivatives(static_cast<std::ptrdiff_t>(x.size()), x.data(), d.data());
        QVERIFY(std::isnan(v[0]) && std::isnan(d[0]));
        for (std::size_t k = 1; k < x.size(); ++k) {
            QVERIFY(v[k] >= lower && v[k] <= upper);
            QVERIFY(std::abs(v[k] - bounds.value(x[k])) <= 1e-15 * upper);
            QVERIFY(std::abs(d[k] - bounds.derivative(x[k])) <= 1e-15);
        }
    }

    void inverseReturns() {
        const SmoothBounds bounds(lower, upper, corner);
        for (double v = lower + 0.001; v < upper; v += 0.013)
            QVERIFY(std::abs(bounds.value(bounds.inverse(v)) - v) < 1e-13);
    }

    void inverseOfABoundKeepsASlope() {
        const SmoothBounds bounds(lower, upper, corner);
        for (const double v : {upper, upper + 5, upper - 1e-9}) {
            const double x = bounds.inverse(v);
            QVERIFY(std::abs(bounds.value(x) - (upper - 2e-4 * corner)) < 1e-12);
            QVERIFY(bounds.derivative(x) > 0.019);
        }
        for (const double v : {lower, lower - 5}) {
            const double x = bounds.inverse(v);
            QVERIFY(std::abs(bounds.value(x) - (lower + 2e-4 * corner)) < 1e-12);
            QVERIFY(bounds.derivative(x) > 0.019);
        }
    }

    void aParameterPushedBeyondABoundComesBack() {
        // Descends v -> (v - goal)^2 from the far side of the upper bound; a clamp would have no slope there.
        const SmoothBounds bounds(lower, upper, corner);
        double x = top + 0.4;
        for (int iteration = 0; iteration < 2000; ++iteration)
            x -= 0.02 * 2 * (bounds.value(x) - 5) * bounds.derivative(x);
        QVERIFY(std::abs(bounds.value(x) - 5) < 1e-6);
    }

    void cornersAreLimitedToHalfTheRange() {
        const SmoothBounds wide(lower, upper, 100);
        QVERIFY(std::abs(wide.value(6) - 6) < 1e-14);
        for (double v = lower + 0.01; v < upper; v += 0.1)
            QVERIFY(std::abs(wide.value(wide.inverse(v)) - v) < 1e-13);
        QVERIFY(wide.value(1e3) >= lower && wide.value(1e3) <= upper);
    }

    void badNumbersPassThrough() {
        const SmoothBounds bounds(lower, upper, corner);
        for (const double x : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            QVERIFY(std::isnan(bounds.value(x)));
            QVERIFY(std::isnan(bounds.derivative(x)));
        }
    }

    void refusesNonsense() {
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(1, 1, 0.1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(2, 1, 0.1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(0, std::numeric_limits<double>::infinity(), 1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(std::nan(""), 1, 1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(0, 1, 0), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(SmoothBounds(0, 1, std::nan("")), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(BoundsTest)
#include "bounds_test.moc"
