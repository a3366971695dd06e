// SPDX-License-Identifier: GPL-3.0-or-later
// Every connection between the panes, the controllers and the workers.
#include "app/window/controller.h"

#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/gauges.h"
#include "ui/panels/settings_panel.h"
#include "ui/views/history_bar.h"
#include "ui/views/loss_view.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QAction>
#include <QApplication>
#include <numbers>

namespace thetascope {
namespace {

constexpr double nudgeDb = 5;
constexpr double zoomFactor = 0.7;
constexpr double scrollFraction = 0.2;

} // namespace

void Controller::connectFiles() {
    connect(&m_window, &MainWindow::fileDropped, &m_files, &FileController::open);
    connect(&m_files, &FileController::opening, this, &Controller::opening);
    connect(&m_files, &FileController::opened, this, &Controller::opened);
    connect(&m_files, &FileController::peaksRead, this, &Controller::peaksRead);
    connect(&m_files, &FileController::channelChanged, this, &Controller::channelChanged);
    connect(&m_files, &FileController::failed, this, &Controller::openFailed);
    for (TaskThread* const tasks : {&m_opening, &m_computing, &m_searching, &m_writing}) {
        connect(tasks, &TaskThread::busyChanged, this, &Controller::sayBusy);
    }
}

void Controller::connectAnalysis() {
    connect(m_panes.settings, &SettingsPanel::settingsEdited, this, &Controller::settingsEdited);
    connect(&m_analysis, &AnalysisController::problemsChanged, this, [this] {
        m_panes.settings->setProblems(m_analysis.problems());
        m_status.refresh();
    });
    connect(&m_analysis, &AnalysisController::resolvedChanged, m_panes.settings, &SettingsPanel::setResolved);
    connect(&m_analysis, &AnalysisController::resolvedChanged, this,
            [this](const ResolvedSettings& resolved) { m_status.setCost(m_session.costs.estimate(resolved, windowUse())); });
    connect(&m_analysis, &AnalysisController::regionChanged, this, &Controller::regionChanged);
    connect(&m_analysis, &AnalysisController::picturesReady, this, &Controller::picturesReady);
    connect(&m_analysis, &AnalysisController::overviewReady, &m_pictures, &PictureController::showOverview);
    connect(&m_analysis, &AnalysisController::surroundingsReady, &m_pictures, &PictureController::showSurroundings);
    connect(&m_analysis, &AnalysisController::failed, this, &Controller::showError);
}

void Controller::connectRuns() {
    connect(m_panes.settings, &SettingsPanel::liveEdited, this, [this] {
        m_runs.setKnobs({m_panes.settings->settings().step, m_panes.settings->settings().objective});
    });
    connect(&m_runs, &RunController::started, this, &Controller::runStarted);
    connect(&m_runs, &RunController::stateChanged, this, &Controller::runStateChanged);
    connect(&m_runs, &RunController::ended, this, &Controller::runEnded);
    connect(&m_runs, &RunController::iterationsDone, &m_history, &HistoryController::iterationsDone);
    connect(&m_runs, &RunController::iterationsDone, &m_status, &StatusController::refresh);
    connect(&m_runs, &RunController::snapshotTaken, &m_history, &HistoryController::snapshotTaken);
    connect(&m_window, &MainWindow::closing, &m_runs, &RunController::stop);
    connect(&m_runList, &RunList::restoreRequested, this, &Controller::restoreRun);
    connect(&m_runList, &RunList::removed, this, [this](const std::shared_ptr<RunData>& run) {
        if (run == m_session.run) reset();
    });
    connect(&m_pictures, &PictureController::shown, &m_gauges, &GaugeController::look);
    connect(&m_pictures, &PictureController::shown, &m_landscape, &LandscapeController::refresh);
    connect(&m_runs, &RunController::iterationsDone, &m_landscape, &LandscapeController::refresh);
    connect(&m_landscape, &LandscapeController::failed, this, &Controller::showError);
    connect(&m_gauges, &GaugeController::scoresChanged, this, [this] { m_status.setScores(m_gauges.scores(), m_gauges.isMeasuring()); });
    connect(m_panes.gauges, &Gauges::reconstructionRequested, &m_gauges, &GaugeController::measureReconstruction);
    connect(&m_gauges, &GaugeController::failed, this, &Controller::showError);
}

void Controller::connectHistory() {
    const Actions& actions = m_window.actions();
    connect(m_panes.history, &HistoryBar::shownChanged, &m_history, &HistoryController::showIteration);
    connect(m_panes.history, &HistoryBar::followRequested, &m_history, &HistoryController::showLatest);
    connect(m_panes.loss, &LossView::iterationPicked, &m_history, &HistoryController::showIteration);
    connect(&m_history, &HistoryController::failed, this, &Controller::showError);
    connect(actions.previous, &QAction::triggered, m_panes.history, &HistoryBar::showPrevious);
    connect(actions.next, &QAction::triggered, m_panes.history, &HistoryBar::showNext);
    connect(actions.best, &QAction::triggered, m_panes.history, &HistoryBar::showBest);
    connect(actions.latest, &QAction::triggered, m_panes.history, &HistoryBar::follow);
    connect(actions.play, &QAction::triggered, m_panes.history, &HistoryBar::togglePlay);
}

void Controller::connectViews() {
    const Actions& actions = m_window.actions();
    connect(&m_views, &ViewLinker::timeRangeChanged, this, &Controller::viewChanged);
    connect(&m_pictures, &PictureController::cellsChanged, &m_views, &ViewLinker::announceCursor);
    connect(&m_views, &ViewLinker::cursorChanged, &m_status, &StatusController::readAt);
    connect(&m_views, &ViewLinker::cursorChanged, &m_slice, &SliceController::follow);
    connect(&m_views, &ViewLinker::cursorChanged, &m_gradient, &GradientController::setCursor);
    connect(actions.fit, &QAction::triggered, &m_views, &ViewLinker::showAll);
    connect(actions.zoomIn, &QAction::triggered, this, [this] { m_views.zoomTime(zoomFactor); });
    connect(actions.zoomOut, &QAction::triggered, this, [this] { m_views.zoomTime(1 / zoomFactor); });
    connect(actions.scrollLeft, &QAction::triggered, this, [this] { m_views.scrollTime(-scrollFraction); });
    connect(actions.scrollRight, &QAction::triggered, this, [this] { m_views.scrollTime(scrollFraction); });
    connect(actions.toStart, &QAction::triggered, &m_views, &ViewLinker::toStart);
    connect(actions.toEnd, &QAction::triggered, &m_views, &ViewLinker::toEnd);
    connect(actions.fitSelection, &QAction::triggered, this, &Controller::fitSelection);
    using Pane = ViewLinker::Pane;
    const std::pair<QAction*, Pane> links[]{{actions.linkWaveform, Pane::waveform},
                                            {actions.linkClassical, Pane::classical},
                                            {actions.linkTheta, Pane::theta}};
    for (const auto& [action, pane] : links)
        connect(action, &QAction::toggled, &m_views, [this, pane = pane](bool on) { m_views.setLinked(pane, on); });
}

void Controller::connectTools() {
    const Actions& actions = m_window.actions();
    connect(&m_tools, &ToolController::selectionChanged, this, &Controller::selectionChanged);
    connect(actions.navigateTool, &QAction::triggered, this, [this] { m_tools.setTool(Tool::navigate); });
    connect(actions.selectTool, &QAction::triggered, this, [this] { m_tools.setTool(Tool::select); });
    connect(actions.measureTool, &QAction::triggered, this, [this] { m_tools.setTool(Tool::measure); });
    connect(actions.harmonics, &QAction::toggled, &m_tools, &ToolController::setHarmonics);
    connect(actions.clearSelection, &QAction::triggered, &m_tools, &ToolController::clear);
    connect(actions.longerWindow, &QAction::triggered, this, [this] { scaleWindow(std::numbers::sqrt2); });
    connect(actions.shorterWindow, &QAction::triggered, this, [this] { scaleWindow(1 / std::numbers::sqrt2); });
    connect(actions.nextTaper, &QAction::triggered, this, &Controller::nextTaper);
    connect(actions.nextChannel, &QAction::triggered, this, &Controller::nextChannel);
}

void Controller::connectDisplay() {
    const Actions& actions = m_window.actions();
    connect(m_panes.display, &DisplayPanel::displayEdited, this, [this, &actions] {
        m_pictures.applyDisplay();
        actions.scales[static_cast<std::size_t>(m_panes.display->display().frequency)]->setChecked(true);
    });
    connect(m_panes.display, &DisplayPanel::autoLimitsRequested, &m_pictures, &PictureController::autoLimits);
    connect(m_panes.adaptive, &SpectrogramView::dbLimitsEdited, &m_pictures, &PictureController::limitsTyped);
    connect(m_panes.classical, &SpectrogramView::dbLimitsEdited, &m_pictures, &PictureController::limitsTyped);
    for (const FrequencyScaleName& scale : frequencyScales())
        connect(actions.scales[static_cast<std::size_t>(scale.scale)], &QAction::triggered, &m_pictures,
                [this, scale = scale.scale] { m_pictures.setFrequencyScale(scale); });
    connect(actions.noOverlays, &QAction::triggered, this, [this] { m_pictures.setOverlays(0); });
    connect(actions.someOverlays, &QAction::triggered, this, [this] { m_pictures.setOverlays(1); });
    connect(actions.allOverlays, &QAction::triggered, this, [this] { m_pictures.setOverlays(2); });
    connect(actions.split, &QAction::toggled, &m_window, &MainWindow::setSplit);
    connect(actions.difference, &QAction::toggled, &m_pictures, &PictureController::showDifference);
    connect(actions.holdClassical, &QAction::toggled, &m_pictures, &PictureController::holdClassical);
    connect(&m_holdA, &HoldKey::heldChanged, actions.holdClassical, &QAction::setChecked);
    connect(&m_window, &MainWindow::desktopThemeChanged, this, [this] {
        if (m_theme == Theme::system) applyTheme(*qApp, m_theme);
    });
    connect(actions.systemTheme, &QAction::triggered, this, [this] { setTheme(Theme::system); });
    connect(actions.lightTheme, &QAction::triggered, this, [this] { setTheme(Theme::light); });
    connect(actions.darkTheme, &QAction::triggered, this, [this] { setTheme(Theme::dark); });
    connect(actions.fullScreen, &QAction::toggled, &m_window, [this](bool on) {
        m_window.setWindowState(m_window.windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

void Controller::connectLevels() {
    const Actions& actions = m_window.actions();
    connect(actions.floorDown, &QAction::triggered, this, [this] { m_panes.display->nudgeFloor(-nudgeDb); });
    connect(actions.floorUp, &QAction::triggered, this, [this] { m_panes.display->nudgeFloor(nudgeDb); });
    connect(actions.ceilingDown, &QAction::triggered, this, [this] { m_panes.display->nudgeCeiling(-nudgeDb); });
    connect(actions.ceilingUp, &QAction::triggered, this, [this] { m_panes.display->nudgeCeiling(nudgeDb); });
    connect(actions.autoLimits, &QAction::triggered, &m_pictures, &PictureController::autoLimits);
    connect(actions.palette, &QAction::triggered, &m_pictures, &PictureController::nextColourMap);
}

void Controller::connectActions() {
    const Actions& actions = m_window.actions();
    connect(actions.open, &QAction::triggered, &m_files, &FileController::openByDialog);
    connect(actions.quit, &QAction::triggered, &m_window, &MainWindow::close);
    connect(actions.sharpen, &QAction::triggered, this, &Controller::sharpenOrPause);
    connect(actions.step, &QAction::triggered, this, [this] { step(1); });
    connect(actions.runN, &QAction::triggered, this, [this] { step(m_preferences.stepsOfRunN); });
    connect(actions.stop, &QAction::triggered, &m_runs, &RunController::stop);
    connect(actions.reset, &QAction::triggered, this, &Controller::reset);
    connect(actions.applyToWhole, &QAction::triggered, this, &Controller::applyToWhole);
    connect(actions.checkGradient, &QAction::triggered, this,
            [this] { m_gradient.check(m_panes.settings->settings().objective); });
    connect(&m_gradient, &GradientController::checked, this, &Controller::showGradient);
    connect(&m_gradient, &GradientController::failed, this, &Controller::showError);
    connect(actions.help, &QAction::triggered, this, &Controller::showHelp);
    connect(actions.train, &QAction::triggered, this, &Controller::showTraining);
    connect(actions.keys, &QAction::triggered, this, &Controller::showKeys);
    connect(actions.hints, &QAction::triggered, &m_hints, &HintController::showAgain);
    connect(actions.about, &QAction::triggered, this, &Controller::showAbout);
}

void Controller::connectExports() {
    const Actions& actions = m_window.actions();
    connect(actions.exportPicture, &QAction::triggered, &m_exports, &ExportController::exportPictureByDialog);
    connect(actions.exportNumbers, &QAction::triggered, &m_exports, &ExportController::exportNumbersByDialog);
    connect(actions.exportArchive, &QAction::triggered, &m_exports, &ExportController::exportArchiveByDialog);
    connect(actions.exportLayers, &QAction::triggered, &m_exports, &ExportController::exportLayerByDialog);
    connect(actions.exportSound, &QAction::triggered, &m_exports, &ExportController::exportSoundByDialog);
    connect(actions.exportAnimation, &QAction::triggered, &m_exports, &ExportController::exportAnimationByDialog);
    connect(actions.copyPicture, &QAction::triggered, &m_exports, &ExportController::copyPicture);
    connect(&m_exports, &ExportController::done, this, [this](const QString& sentence) {
        m_panes.messages->show(MessageBar::Kind::information, sentence);
    });
    connect(&m_exports, &ExportController::failed, this, &Controller::showError);
}

} // namespace thetascope
