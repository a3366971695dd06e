// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/common_descent.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <random>

using namespace thetascope;

namespace {

Vector plane(double x, double y) {
    Vector v(2);
    v << x, y;
    return v;
}

} // namespace

class CommonDescentTest : public QObject {
    Q_OBJECT
private slots:
    void twoGradientsMeetHalfWayWhateverTheirScales() {
        for (const double scale : {1e-9, 1.0, 1e9}) {
            const Vector d = CommonDescent().direction({plane(3, 0), plane(0, 0.2 * scale)});
            QVERIFY((d - plane(0.5, 0.5)).abs().maxCoeff() < 1e-12);
        }
    }

    void opposedGradientsLeaveNoDirection() {
        QVERIFY(CommonDescent().direction({plane(1, 2), plane(-3, -6)}).abs().maxCoeff() < 1e-12);
    }

    void alikeGradientsAreFollowed() {
        QVERIFY((CommonDescent().direction({plane(0, 2), plane(0, 5)}) - plane(0, 1)).abs().maxCoeff() < 1e-12);
    }

    void aVanishedGradientDoesNotStopTheOther() {
        CommonDescent common;
        QVERIFY((common.direction({plane(1, 0), plane(0, 0)}) - plane(1, 0)).abs().maxCoeff() < 1e-12);
        common.direction({plane(1, 0), plane(0, 4)});
        QVERIFY((common.direction({plane(1, 0), plane(0, 1e-7)}) - plane(1, 0)).abs().maxCoeff() < 1e-12); // rounding
        QVERIFY((common.direction({plane(1, 0), plane(0, 1e-3)}) - plane(0.5, 0.5)).abs().maxCoeff() < 1e-12);
        QVERIFY((common.direction({plane(0, 0), plane(0, 0)}) == 0).all());
    }

    void whatIsNotANumberIsSeen() {
        const Vector d = CommonDescent().direction({plane(1, 0), plane(0, std::numeric_limits<double>::quiet_NaN())});
        QVERIFY(!d.isFinite().all());
    }

    void everyFunctionFallsAndNoOtherPointIsNearer() {
        std::mt19937_64 random(7);
        const auto uniform = [&] { return 2 * std::generate_canonical<double, 53>(random) - 1; };
        for (int trial = 0; trial < 30; ++trial) {
            const int count = 2 + trial % 4;
            std::vector<Vector> gradients(static_cast<std::size_t>(count), Vector(6));
            for (Vector& gradient : gradients)
                for (double& entry : gradient) entry = uniform() + 0.4;
            const Vector d = CommonDescent().direction(gradients);
            const double norm = d.matrix().squaredNorm();
            for (const Vector& gradient : gradients) // the optimality condition, and that every function falls along -d
                QVERIFY(d.matrix().dot(gradient.matrix()) / gradient.matrix().norm() >= norm - 1e-6);
        }
    }
};

QTEST_APPLESS_MAIN(CommonDescentTest)
#include "common_descent_test.moc"
