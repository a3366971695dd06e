// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"

#include "core/base/thread_pool.h"
#include "core/objective/neighbourhood.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

double valueOf(const std::string& expression, const RealFrames& magnitude, ThreadPool* pool = nullptr) {
    const Tiling nothing;
    return termOf(expression)->value({magnitude, nothing, 0, pool});
}

/// The definition, cell by cell.
double printed(const RealFrames& magnitude, int frames, int bins, double alpha, double power) {
    double total = 0, weights = 0;
    for (Eigen::Index i = 0; i < magnitude.rows(); ++i)
        for (Eigen::Index f = 0; f < magnitude.cols(); ++f) {
            const Eigen::Index top = std::max<Eigen::Index>(i - frames, 0), left = std::max<Eigen::Index>(f - bins, 0);
            const RealFrames energy = magnitude.block(top, left, std::min(i + frames + 1, magnitude.rows()) - top,
                                                      std::min(f + bins + 1, magnitude.cols()) - left).square();
            if (energy.sum() == 0) continue;
            const double w = std::pow(energy.sum(), power);
            total += w * std::log((energy / energy.sum()).pow(alpha).sum()) / (1 - alpha);
            weights += w;
        }
    return total / weights;
}

} // namespace

class ConcentrationTest : public QObject {
    Q_OBJECT
private slots:
    void followsItsDefinition_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("bins");
        for (const int frames : {0, 1, 3, 40})
            for (const int bins : {0, 2, 7, 40}) QTest::addRow("%d x %d", frames, bins) << frames << bins;
    }
    void followsItsDefinition() {
        QFETCH(int, frames);
        QFETCH(int, bins);
        const RealFrames magnitude = randomScene(ThetaMode::shared, 8, 11).magnitude;
        ThreadPool pool(3);
        for (const double alpha : {1.5, 3.0})
            for (const double power : {0.0, 0.75, 1.0}) {
                const auto text = QString("concentration(alpha=%1,frames=%2,bins=%3,power=%4)").arg(alpha).arg(frames).arg(bins)
                                      .arg(power).toStdString();
                const double value = valueOf(text, magnitude);
                QVERIFY(std::abs(value - printed(magnitude, frames, bins, alpha, power)) < 1e-12);
                QCOMPARE(valueOf(text, magnitude, &pool), value);
            }
    }

    /// What adaptive selection compares is the same measure.
    void isTheMeasureOfAdaptiveSelection() {
        const RealFrames magnitude = randomScene(ThetaMode::shared, 3, 11).magnitude;
        const LocalConcentration local = localConcentration(magnitude, {2, 3});
        const double mean = (local.energy * local.concentration).sum() / local.energy.sum();
        QVERIFY(std::abs(valueOf("concentration(bins=2,frames=3,power=1)", magnitude) + 0.5 * mean) < 1e-12);
    }

    /// A click beside a tone 60 dB louder: an entropy of the whole picture hardly sees it, the neighbourhoods do.
    void quietPlacesCount() {
        RealFrames smeared = RealFrames::Constant(12, 40, 1e-7), sharp = smeared;
        smeared.col(3).setConstant(1);
        sharp.col(3).setConstant(1);
        smeared.block(4, 20, 4, 20).setConstant(0.5e-3);
        sharp.block(5, 20, 1, 20).setConstant(1e-3);
        const auto gain = [&](const char* text) { return valueOf(text, smeared) - valueOf(text, sharp); };
        QVERIFY(gain("concentration(power=0.25)") > 10 * gain("renyi(alpha=3)"));
        QVERIFY(gain("concentration(power=0.25)") > 0.02);
    }

    void silenceWeighsNothing() {
        RealFrames magnitude = randomScene(ThetaMode::shared, 8, 12).magnitude;
        magnitude.bottomRows(7).setZero();
        const auto text = "concentration(frames=1,bins=2,power=0.5)";
        QVERIFY(std::abs(valueOf(text, magnitude) - printed(magnitude, 1, 2, 3, 0.5)) < 1e-12);
        QCOMPARE(valueOf(text, RealFrames::Zero(5, 9)), 0.0);
        const TermGradient gradient = gradientOf(*termOf(text), {magnitude, randomScene(ThetaMode::shared, 8, 12).tiling, 100});
        QVERIFY(gradient.magnitude.isFinite().all() && (gradient.magnitude.bottomRows(7) == 0).all());
    }
};

QTEST_APPLESS_MAIN(ConcentrationTest)
#include "concentration_test.moc"
