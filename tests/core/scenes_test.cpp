// SPDX-License-Identifier: GPL-3.0-or-later
// `thetascope scenes`, bounded: the descent of `sharpen` finds the truth of a scene better than what it is compared with.
#include "core/baselines/comparison.h"

#include <QtTest>
#include <algorithm>

using namespace thetascope;

class ScenesTest : public QObject {
    Q_OBJECT
private slots:
    void theDescentLeads_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<double>("snrDb");
        QTest::addColumn<double>("leastLead");
        QTest::newRow("crossing chirps") << "crossing-chirps" << 20.0 << 0.003;
        QTest::newRow("vibrato and hits") << "vibrato-hits" << 20.0 << 0.003;
        QTest::newRow("AM and FM") << "am-fm" << 20.0 << 0.003;
        QTest::newRow("AM and FM, more noise") << "am-fm" << 10.0 << -0.001; // level with adaptive selection after so few iterations
        QTest::newRow("close tones") << "close-tones" << 20.0 << 0.0001; // +0.03 points: one window is right nearly everywhere
        QTest::newRow("tone and clicks") << "tone-clicks" << 20.0 << 0.0004;
    }
    void theDescentLeads() {
        QFETCH(QString, scene);
        QFETCH(double, snrDb);
        QFETCH(double, leastLead);
        constexpr std::uint64_t seed = 7; // of noise that nothing was tuned on
        Settings settings;
        settings.iterations = 40;
        const SceneShares shares = compareOnScene(makeTruthScene(scene.toStdString(), snrDb, seed).value(), settings);
        const double lead = shares.descent - std::max(shares.fixed, shares.adaptive);
        QVERIFY2(lead > leastLead, qPrintable(QString::number(lead)));
    }
};

QTEST_APPLESS_MAIN(ScenesTest)
#include "scenes_test.moc"
