// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs, the landscape and the gradient at the cursor, as a person uses them.
#include "tests/app/short_runs.h"

#include "app/export/reconstruction_snr.h"
#include "app/window/text_box.h"
#include "app/workers/landscape.h"
#include "app/workers/live_scores.h"
#include "ui/panels/gauges.h"
#include "ui/panels/runs_panel.h"
#include "ui/views/history_bar.h"
#include "ui/views/landscape_view.h"
#include "ui/views/loss_plot.h"
#include "ui/views/loss_view.h"
#include "ui/views/overview_strip.h"
#include "ui/views/slice_view.h"

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>
#include <vector>

using namespace thetascope;
using namespace thetascope::testing;

class RunsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void threeRunsAreKeptComparedAndRestored() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.2)));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::shared, 0.2)));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.05)));
        auto* const table = program.panes().runs->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(program.panes().loss->plot().runs().size(), std::size_t{2}); // the third is the current one
        table->selectRow(0);
        const auto wholeRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        table->selectionModel()->select(table->model()->index(2, 0), wholeRow);
        auto* const differences = program.panes().runs->findChildren<QTableWidget*>().at(1);
        QCOMPARE(differences->rowCount(), 1); // only the step
        QCOMPARE(differences->item(0, 1)->text(), QStringLiteral("0.2"));
        QCOMPARE(differences->item(0, 2)->text(), QStringLiteral("0.05"));
        const auto second = program.controller.runList().find(2);
        QVERIFY(second && second->result);
        table->clearSelection();
        table->selectRow(1);
        emit program.panes().runs->restoreRequested(2);
        QVERIFY(program.idle());
        QCOMPARE(program.session().run, second);
        QCOMPARE(int(program.panes().settings->settings().thetaMode), int(ThetaMode::shared));
        QCOMPARE(program.controller.pictures().adaptive(), second->result->best);
        QCOMPARE(program.panes().loss->plot().records().size(), second->records.size());
        QCOMPARE(program.panes().loss->plot().runs().size(), std::size_t{2});
        program.panes().history->showFirst(); // its history is there too
        QVERIFY(program.idle());
        QCOMPARE(program.controller.pictures().iteration(), 0);
        emit program.panes().runs->removeRequested(1);
        QCOMPARE(table->rowCount(), 2);
        QVERIFY(program.open(demoSignal)); // another recording: a new list
        QCOMPARE(table->rowCount(), 0);
    }

    void theHistoryPlaysAsAnAnimation() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.2)));
        program.panes().history->showFirst();
        QVERIFY(program.idle());
        std::vector<int> played;
        connect(program.panes().history, &HistoryBar::shownChanged, this, [&](int iteration) { played.push_back(iteration); });
        program.panes().history->setPlayRate(5);
        program.actions().play->trigger();
        QVERIFY(program.panes().history->isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!program.panes().history->isPlaying(), patience);
        QVERIFY(program.idle());
        const int last = program.session().run->lastIteration();
        QCOMPARE(program.panes().history->shown(), last);
        QCOMPARE(program.controller.pictures().iteration(), last); // pictures between are left out where they take too long
        QVERIFY(played.size() >= 2 && std::ranges::is_sorted(played) && played.back() == last);
        disconnect(program.panes().history, nullptr, this, nullptr);
    }

    void theLandscapeHasTheDescentsDot() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::shared, 0.2)));
        LandscapeView& view = *program.panes().landscape;
        QVERIFY(view.button().isEnabled());
        view.button().click();
        QVERIFY(program.idle());
        QCOMPARE(view.curve().data()->size(), 64);
        const RunData& run = *program.session().run;
        const double theta = run.records[static_cast<std::size_t>(run.bestIteration)].thetaMean;
        QCOMPARE(view.dot().data()->constBegin()->key, theta);
        // The dot lies on the curve: between its neighbours on the grid, within what the curve does there.
        const auto after = view.curve().data()->findBegin(theta, false);
        const auto before = after - 1;
        const double height = view.dot().data()->constBegin()->value, slack = 0.1;
        const auto [least, greatest] = std::minmax(before->value, after->value);
        QVERIFY(height > least - slack && height < greatest + slack);
        Settings other = shortRun(ThetaMode::shared, 0.2);
        other.objective = "-1*kurtosis";
        QVERIFY(program.edit(other));
        program.actions().reset->trigger();
        QVERIFY(program.idle());
        QVERIFY(view.curve().data()->isEmpty()); // of another objective
    }

    void theGradientIsCheckedAtTheCursor() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.thetaMode = ThetaMode::timeFrequency;
        settings.hop = 256;
        QVERIFY(program.edit(settings));
        const auto cell = program.panes().adaptive->cellAt(0.5 * program.session().durationSeconds(), 700);
        QVERIFY(cell.has_value());
        emit program.panes().adaptive->cursorMoved(cell->seconds, cell->hz);
        std::optional<GradientAt> result;
        connect(&program.controller.gradient(), &GradientController::checked, this,
                [&](const GradientAt& got) { result = got; });
        QTest::keyClick(&program.window, Qt::Key_G);
        QVERIFY(program.idle());
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), patience);
        QCOMPARE(result->places.front().frame, cell->frame);
        QCOMPARE(result->places.front().bin, cell->bin);
        QVERIFY(result->places.size() > 3);
        QVERIFY2(result->worstRelativeError <= result->tolerance, qPrintable(QString::number(result->worstRelativeError)));
        auto* const box = program.window.findChild<TextBox*>();
        QVERIFY(box != nullptr && box->text().contains(QStringLiteral("bin %1").arg(cell->bin)));
        box->close();
        disconnect(&program.controller.gradient(), nullptr, this, nullptr);
    }

    void gaugesAreOfThePictureOnScreen() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QTRY_VERIFY_WITH_TIMEOUT(program.controller.gauges().scores().has_value(), patience);
        const LiveScores start = *program.controller.gauges().scores();
        QCOMPARE(program.panes().gauges->text(QStringLiteral("Kurtosis")), formatGauge(start.kurtosis));
        QCOMPARE(program.panes().gauges->text(QStringLiteral("Entropy / ln TF")), formatGauge(start.normalisedEntropy));
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.2)));
        const double exact = program.session().run->result->scores.entropy;
        QVERIFY(exact < start.entropy);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(program.controller.gauges().scores()->entropy - exact) < 1e-4, patience);
    }

    /// A window per cell: what its inverse comes to takes an iteration, made when the gauge is clicked.
    void reconstructionIsMeasuredWhenAskedFor() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = shortRun(ThetaMode::timeFrequency, 0.2);
        settings.endSeconds = 0.2 * program.session().durationSeconds(); // conjugate gradients on all of it take minutes under sanitizers
        QVERIFY(runToTheEnd(program, settings));
        const Gauges& gauges = *program.panes().gauges;
        const auto shown = [&gauges] { return gauges.text(QStringLiteral("Reconstruction")); };
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("measure")), patience);
        for (QLabel* const label : gauges.findChildren<QLabel*>())
            if (label->text() == shown()) QTest::mouseClick(label, Qt::LeftButton, {}, QPoint(label->width() - 8, label->height() / 2));
        QVERIFY(program.controller.gauges().isMeasuring());
        QVERIFY(program.idle());
        const RunData& run = *program.session().run;
        const auto snr = measureReconstructionDb(run.start.signal, run.start.resolved, run.result->bestTiling, {});
        QVERIFY(snr && *snr > 20);
        QCOMPARE(shown(), QStringLiteral("%1 dB").arg(*snr, 0, 'f', 1));
        program.panes().history->showFirst(); // another picture: not measured yet
        QVERIFY(program.idle());
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("measure")), patience);
    }

    void whatWasLearnedIsAppliedToTheWholeRecording() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const double duration = program.session().durationSeconds();
        Settings settings = shortRun(ThetaMode::frequency, 0.2);
        settings.startSeconds = 0.25 * duration;
        settings.endSeconds = 0.5 * duration;
        QVERIFY(!program.actions().applyToWhole->isEnabled());
        QVERIFY(runToTheEnd(program, settings));
        const Tiling learned = program.session().run->result->bestTiling;
        QVERIFY(program.actions().applyToWhole->isEnabled());
        program.actions().applyToWhole->trigger();
        QVERIFY(program.idle());
        const auto whole = program.controller.pictures().adaptive();
        QVERIFY(whole->tiling.frames() > 3 * learned.frames());
        QVERIFY((whole->tiling.theta == learned.theta).all());
        QVERIFY(runToTheEnd(program, shortRun(ThetaMode::time, 0.2))); // typed anew: the arrays are forgotten
        QVERIFY(program.edit(settings));
        settings.thetaMode = ThetaMode::time; // a window per frame fits no other number of frames
        QVERIFY(runToTheEnd(program, settings));
        program.actions().applyToWhole->trigger();
        QVERIFY(program.panes().messages->isVisible());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
    }

    void theSliceFollowsTheCursor() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        auto* const dock = program.window.findChild<QDockWidget*>(QStringLiteral("sliceDock"));
        dock->raise();
        QTRY_VERIFY(program.panes().slice->isVisible());
        const auto cell = program.panes().adaptive->cellAt(0.5 * program.session().durationSeconds(), 1000);
        emit program.panes().adaptive->cursorMoved(cell->seconds, cell->hz);
        const auto data = program.panes().slice->adaptiveGraph().data();
        QCOMPARE(data->size(), program.controller.pictures().adaptive()->tiling.bins());
        QVERIFY(std::abs(data->at(cell->bin)->value - cell->levelDb) < 1e-3);
        const auto window = program.panes().slice->windowGraph().data();
        const double rate = program.controller.pictures().adaptive()->sampleRate;
        QVERIFY(std::abs((window->constEnd() - 1)->key - 500 * cell->theta / rate) < 1e-6); // half of it, ms
    }

    void theOverviewStripMovesThePanes() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const double duration = program.session().durationSeconds();
        program.controller.views().showTime({0.2 * duration, 0.4 * duration});
        QCOMPARE(program.panes().overview->lower(), 0.2 * duration);
        QTest::keyClick(program.panes().overview, Qt::Key_End);
        QCOMPARE(program.panes().adaptive->timeRange().high, duration);
    }
};

QTEST_MAIN(RunsTest)
#include "runs_test.moc"
