// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs of the list can be compared: by their lowest values on the same frames, all others by what they score on one grid.
#include "tests/app/short_runs.h"

#include "core/run/regrid.h"
#include "ui/panels/gauges.h"
#include "ui/panels/runs_panel.h"

#include <QTableWidget>

using namespace thetascope;
using namespace thetascope::testing;

class GridScoresTest : public QObject {
    Q_OBJECT

    static constexpr int gridColumn = 2;

    IsolatedSettings m_isolated;

private slots:
    void lowestValuesOnOtherFramesAreSetApart() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = shortRun(ThetaMode::time, 0.2);
        QVERIFY(runToTheEnd(program, settings));
        settings.step = 0.05;
        QVERIFY(runToTheEnd(program, settings));
        const auto* const table = program.panes().runs->findChild<QTableWidget*>();
        const auto best = [&](int row) { return table->item(row, 1)->text(); };
        QVERIFY(!best(0).startsWith('(') && !best(1).startsWith('(')); // another step is fair
        settings.support = 2 * settings.support.value();
        QVERIFY(runToTheEnd(program, settings));
        QVERIFY(best(0).startsWith('(') && best(1).startsWith('('));
        QVERIFY(!best(2).startsWith('('));
        settings.objective = "renyi";
        QVERIFY(runToTheEnd(program, settings));
        QVERIFY(best(2).startsWith('(') && !best(3).startsWith('('));
        QVERIFY(table->item(0, 1)->toolTip().contains("frames"));
    }

    /// Lowest values of runs on other bins don't compare; their windows on one grid do. The run on screen has the grid, with as
    /// many bins as the longest support needs, and what it scores there is what the command line would say of it.
    void runsAreScoredOnOneGrid() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = shortRun(ThetaMode::time, 0.2);
        QVERIFY(runToTheEnd(program, settings));
        auto* const table = program.panes().runs->findChild<QTableWidget*>();
        QVERIFY(table->isColumnHidden(gridColumn)); // nothing to compare with
        settings.support = 2 * settings.support.value();
        settings.hop = 96;
        settings.objective = "renyi";
        QVERIFY(runToTheEnd(program, settings));
        QVERIFY(!table->isColumnHidden(gridColumn));
        const auto score = [&](int row) { return table->item(row, gridColumn)->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(!score(0).isEmpty() && !score(1).isEmpty(), patience);
        QCOMPARE(score(1), formatGauge(program.session().run->result->scores.objective)); // its own frames and objective
        QVERIFY(score(0) != table->item(0, 1)->text() && score(0) != score(1));
        QVERIFY2(table->item(0, gridColumn)->toolTip().contains(QStringLiteral("renyi; N = 512, hop 96, normalised by energy")),
                 qPrintable(table->item(0, gridColumn)->toolTip()));
        // The same by hand: the windows of the first, per frame, on the frames of the second.
        const auto first = program.controller.runList().find(1), second = program.session().run;
        FrameGrid grid = evenGrid(second->start.resolved, second->start.signal->length(), 512);
        InitialArrays arrays;
        arrays.theta = carriedTo(grid, first->result->bestTiling).theta;
        Settings judged = second->settings;
        judged.thetaMax.reset();
        judged.thetaMin = 1;
        judged.precision = Precision::doublePrecision;
        QCOMPARE(score(0), formatGauge(evaluate(second->start.signal, judged, arrays, false).scores.objective));
        emit program.panes().runs->restoreRequested(1); // now by its objective, on its hop
        QVERIFY(program.idle());
        QTRY_VERIFY_WITH_TIMEOUT(!score(0).isEmpty() && !score(1).isEmpty(), patience);
        QVERIFY(table->item(1, gridColumn)->toolTip().contains(QStringLiteral("entropy; N = 512, hop 128")));
    }

    void aRunElsewhereHasNoScoreOnTheGrid() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = shortRun(ThetaMode::time, 0.2);
        settings.startSeconds = 0.2;
        settings.endSeconds = 0.4;
        QVERIFY(runToTheEnd(program, settings));
        settings.thetaMode = ThetaMode::shared;
        QVERIFY(runToTheEnd(program, settings));
        settings.startSeconds = 0.5;
        settings.endSeconds = 0.7;
        QVERIFY(runToTheEnd(program, settings));
        const auto* const table = program.panes().runs->findChild<QTableWidget*>();
        const auto score = [&](int row) { return table->item(row, gridColumn)->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(!score(2).isEmpty(), patience);
        QCOMPARE(score(0), QStringLiteral("–")); // a window per frame of another stretch
        QVERIFY(table->item(0, gridColumn)->toolTip().contains(QStringLiteral("reach")));
        QVERIFY(score(1) != QStringLiteral("–") && !score(1).isEmpty()); // one window for all fits anywhere
    }

    void aDescentTakesThePlaceOfScoring() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.2)));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::shared, 0.2)));
        const auto* const table = program.panes().runs->findChild<QTableWidget*>();
        Settings settings = shortRun(ThetaMode::time, 0.2);
        settings.iterations = 100000;
        settings.stop = StopMode::none;
        QVERIFY(program.edit(settings));
        QVERIFY(program.sharpen());
        QVERIFY(table->isColumnHidden(gridColumn));
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle) && program.idle());
        QTRY_VERIFY_WITH_TIMEOUT(!table->isColumnHidden(gridColumn) && !table->item(2, gridColumn)->text().isEmpty(), patience);
    }
};

QTEST_MAIN(GridScoresTest)
#include "grid_scores_test.moc"
