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
        // Each about half of what ten iterations give.
        QTest::newRow("crossing chirps") << "crossing-chirps" << 20.0 << 0.015;
        QTest::newRow("close tones") << "close-tones" << 20.0 << 0.001;
        QTest::newRow("tone and clicks") << "tone-clicks" << 20.0 << 0.0014;
        QTest::newRow("vibrato and hits") << "vibrato-hits" << 20.0 << 0.025;
        QTest::newRow("AM and FM") << "am-fm" << 20.0 << 0.007;
    }
    void theDescentLeads() {
        QFETCH(QString, scene);
        QFETCH(double, snrDb);
        QFETCH(double, leastLead);
        constexpr std::uint64_t seed = 7; // of noise that nothing was tuned on
        Settings settings;
        settings.iterations = 10;
        const SceneShares shares = compareOnScene(makeTruthScene(scene.toStdString(), snrDb, seed).value(), onSceneFrames(settings));
        const double lead = shares.descent - std::max(shares.fixed, shares.adaptive);
        QVERIFY2(lead > leastLead, qPrintable(QString::number(lead)));
    }
};

QTEST_APPLESS_MAIN(ScenesTest)
#include "scenes_test.moc"
