// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/gradient_check.h"
#include "tests/core/term_support.h"

#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Two plateaus of level along the bins, 4 and 5 of them, in 7 frames: patches of one look unlike those of the other.
RealFrames twoRegions() {
    RealFrames magnitude = RealFrames::Constant(7, 9, 1);
    magnitude.rightCols(5) = 0.01;
    return magnitude;
}

std::shared_ptr<const ObjectiveTerm> termWith(const std::string& expression, const RealFrames& reference, int* asked = nullptr) {
    const TermContext context{[reference, asked] {
        if (asked != nullptr) ++*asked;
        return reference;
    }};
    return parseObjective(expression, context).value().terms().at(0).term;
}

Scene sceneWith(ThetaMode mode, const RealFrames& theta) {
    Scene scene = randomScene(mode, 3);
    scene.tiling.theta = theta;
    return scene;
}

} // namespace

class NonlocalTest : public QObject {
    Q_OBJECT
private slots:
    void anEdgeOfTheSoundMayBeAnEdgeOfTheMap() {
        const auto term = termWith("nonlocal(search=1,strength=0.3)", twoRegions());
        RealFrames with = RealFrames::Constant(7, 9, 100), against = with;
        with.rightCols(5) = 400;     // steps where the sound does
        against.topRows(3) = 400;    // steps where it doesn't
        const double along = term->value(sceneWith(ThetaMode::timeFrequency, with).input());
        const double across = term->value(sceneWith(ThetaMode::timeFrequency, against).input());
        QVERIFY2(along < 0.05 * across, qPrintable(QString("%1 %2").arg(along).arg(across)));
        const auto blind = termOf("nonlocal(search=1)"); // no reference: every gamma is 1
        QVERIFY(blind->value(sceneWith(ThetaMode::timeFrequency, with).input()) > 0.5 * across);
    }

    void aSearchOfOneWithoutReferenceIsTheEightNeighbours() {
        RealFrames map = RealFrames::Constant(7, 9, 50);
        map(3, 4) = 53; // its 8 neighbours each see 3, it sees 8 of them
        const double expected = (8 * std::sqrt(9 + 1e-7) + std::sqrt(72 + 1e-7) + 54 * std::sqrt(1e-7)) / 63;
        const double actual = termOf("nonlocal(search=1,log=0)")->value(sceneWith(ThetaMode::timeFrequency, map).input());
        QVERIFY(std::abs(actual - expected) < 1e-12);
    }

    void gradientWithWeights_data() {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 4; ++mode) QTest::addRow("mode %d", mode) << mode;
    }
    void gradientWithWeights() {
        QFETCH(int, mode);
        const RealFrames reference = randomScene(ThetaMode::shared, 21).magnitude;
        const TermContext context{[&] { return reference; }};
        SceneFunction function(randomScene(static_cast<ThetaMode>(mode), 11), parseObjective("nonlocal", context).value());
        const Vector x = function.start();
        const GradientCheck check = checkGradient(function, x, static_cast<int>(x.size()), 1e-3, 1);
        QVERIFY2(check.worstRelativeError < 2e-8, qPrintable(QString::number(check.worstRelativeError)));
    }

    void theReferenceIsAskedForOnce() {
        int asked = 0;
        const auto term = termWith("nonlocal", twoRegions(), &asked);
        QCOMPARE(asked, 0); // an expression that is only checked costs nothing
        const Scene scene = randomScene(ThetaMode::timeFrequency, 3);
        for (int k = 0; k < 3; ++k) term->value(scene.input());
        QCOMPARE(asked, 1);
    }
};

QTEST_APPLESS_MAIN(NonlocalTest)
#include "nonlocal_test.moc"
