// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_panel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace thetascope;

class RunsPanelTest : public QObject {
    Q_OBJECT

    static std::vector<RunRow> threeRuns() {
        std::vector<RunRow> runs;
        for (int number = 1; number <= 3; ++number) {
            RunRow run;
            run.number = number;
            run.colour = number - 1;
            run.best = 10 - number;
            run.iterations = 50 * number;
            run.theta = QStringLiteral("time");
            run.region = QStringLiteral("0.00–1.00 s");
            run.current = number == 3;
            runs.push_back(run);
        }
        return runs;
    }
    static QPushButton* button(const RunsPanel& panel, const QString& text) {
        for (QPushButton* made : panel.findChildren<QPushButton*>())
            if (QString(made->text()).remove(QLatin1Char('&')) == text)
                return made;
        return nullptr;
    }

private slots:
    void aSelectedRunIsShownAgain() {
        RunsPanel panel;
        panel.setRuns(threeRuns());
        auto* table = panel.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        QVERIFY(!button(panel, "Show again")->isEnabled());
        table->selectRow(1);
        QCOMPARE(panel.selectedRuns(), QList<int>{2});
        QSignalSpy restored(&panel, &RunsPanel::restoreRequested);
        QTest::mouseClick(button(panel, "Show again"), Qt::LeftButton);
        QCOMPARE(restored.count(), 1);
        QCOMPARE(restored[0][0].toInt(), 2);
        panel.setRunActive(true);
        QVERIFY(!button(panel, "Show again")->isEnabled());
    }

    void aCurveIsTickedOff() {
        RunsPanel panel;
        panel.setRuns(threeRuns());
        QSignalSpy toggled(&panel, &RunsPanel::curveToggled);
        panel.findChild<QTableWidget*>()->item(0, 0)->setCheckState(Qt::Unchecked);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(toggled[0][0].toInt(), 1);
        QCOMPARE(toggled[0][1].toBool(), false);
        auto runs = threeRuns();
        runs[0].curve = false;
        panel.setRuns(runs); // silent
        QCOMPARE(toggled.count(), 1);
    }

    void differencesStandSideBySide() {
        RunsPanel panel;
        panel.resize(320, 500);
        panel.setRuns(threeRuns());
        panel.setComparison({"run 1", "run 3"}, {{"Step", {"0.2", "0.1"}}});
        const auto tables = panel.findChildren<QTableWidget*>();
        QCOMPARE(tables.size(), 2);
        QCOMPARE(tables[1]->item(0, 0)->text(), QStringLiteral("Step"));
        QCOMPARE(tables[1]->item(0, 2)->text(), QStringLiteral("0.1"));
        panel.setComparison({"run 1", "run 2"}, {});
        QVERIFY(tables[1]->item(0, 0)->text().contains("same"));
    }
};

QTEST_MAIN(RunsPanelTest)
#include "runs_panel_test.moc"
