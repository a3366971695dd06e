// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/analysis_controller.h"
#include "app/window/autosave_controller.h"
#include "app/window/export_controller.h"
#include "app/window/file_controller.h"
#include "app/window/gauge_controller.h"
#include "app/window/gradient_controller.h"
#include "app/window/grid_score_controller.h"
#include "app/window/hint_controller.h"
#include "app/window/history_controller.h"
#include "app/window/hold_key.h"
#include "app/window/landscape_controller.h"
#include "app/window/main_window.h"
#include "app/window/picture_controller.h"
#include "app/window/playback_controller.h"
#include "app/window/preferences.h"
#include "app/window/run_controller.h"
#include "app/window/run_list.h"
#include "app/window/slice_controller.h"
#include "app/window/session_controller.h"
#include "app/window/status_controller.h"
#include "app/window/tool_controller.h"
#include "app/window/undo_controller.h"
#include "app/window/view_linker.h"
#include "app/workers/task_thread.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>
#include <functional>

namespace thetascope {

class TrainingWindow;

/// What the window does: joins session, workers and panes. Every connection between them is in controller_connections.cpp.
/// Lives on the GUI thread; the window must outlive it.
class Controller : public QObject {
    Q_OBJECT

public:
    explicit Controller(MainWindow& window);

    /// What is shown when there is nothing else.
    static constexpr const char* demonstration = "demo:chirp-clicks";

    /// A path or "demo:NAME".
    void open(const QString& source) { m_files.open(source); }
    /// The same when the program starts: if it can't be read, the reason is said above the demonstration.
    void openFirst(const QString& source);

    void sharpenOrPause();
    void step(int iterations);
    void reset();
    void setTheme(Theme theme);

    // For tests: what the panes show comes from here.
    const Session& session() const { return m_session; }
    RunController& runs() { return m_runs; }
    PictureController& pictures() { return m_pictures; }
    ExportController& exports() { return m_exports; }
    ViewLinker& views() { return m_views; }
    ToolController& tools() { return m_tools; }
    FileController& files() { return m_files; }
    RunList& runList() { return m_runList; }
    GaugeController& gauges() { return m_gauges; }
    GradientController& gradient() { return m_gradient; }
    SessionController& sessions() { return m_sessions; }
    AutosaveController& autosave() { return m_autosave; }
    UndoController& undo() { return m_undo; }
    PlaybackController& playback() { return m_playback; }
    HintController& hints() { return m_hints; }
    /// Whether something is being opened, computed or written (runs aside).
    bool busy() const { return m_opening.busy() || m_computing.busy() || m_searching.busy() || m_comparing.busy() || m_writing.busy(); }

private:
    void connectFiles();
    void connectAnalysis();
    void connectRuns();
    void connectHistory();
    void connectViews();
    void connectTools();
    void connectDisplay();
    void connectLevels();
    void connectActions();
    void connectExports();
    void connectSessions();
    void connectSettings();
    void connectPlayback();

    void fillPanels();
    void offerChannels(int channels);
    void opening();
    void openFailed(const QString& message);
    void opened(const Recording& recording);
    void sessionLoaded(const LoadedSession& loaded);
    void offerRecovery(const LeftSession& left);
    void showLoadedRuns(const LoadedSession& loaded, int iteration);
    void channelChanged(const Recording& recording);
    void peaksRead(const Recording& recording);
    void showPeaks(const Recording& recording);
    void settingsEdited();
    std::optional<TimeRange> stretchSelected() const;
    std::optional<TimeRange> stretchSet() const;
    void selectionChanged();
    void selectRegion();
    void regionIsNext();
    void aboutResult();
    void fitSelection();
    void editSettings(const Settings& settings);
    void scaleWindow(double factor);
    void nextTaper();
    void nextChannel();
    void applySettings(const Settings& settings);
    void applyPreferences(const Preferences& preferences);
    void showPreferences();
    void playSelection();
    void viewChanged();
    void picturesReady();
    void regionChanged(const RegionChoice& region);
    void startRun(std::optional<int> steps);
    void runStarted();
    void runStateChanged();
    void runEnded(const QString& message);
    void leaveRun();
    void applyToWhole();
    void bringIntoView(const RunData& run);
    void restoreRun(const std::shared_ptr<RunData>& run);
    void offerLess(const MemoryRefusal& refusal);
    void askForRun(const RunCost& cost, std::function<void()> then);
    void showGradient(const GradientAt& result);
    void sayBusy();
    void showError(const QString& message);
    void showHelp();
    void showTraining();
    void useLearnedTheta(double seconds);
    void showKeys();
    void showAbout();
    QString report() const;

    MainWindow& m_window;
    Panes m_panes;
    Session m_session;
    TaskThread m_opening, m_computing, m_searching, m_comparing, m_writing;
    FileController m_files;
    AnalysisController m_analysis;
    RunController m_runs;
    PictureController m_pictures;
    HistoryController m_history;
    ViewLinker m_views;
    ToolController m_tools;
    StatusController m_status;
    SliceController m_slice;
    GaugeController m_gauges;
    GradientController m_gradient;
    LandscapeController m_landscape;
    RunList m_runList;
    GridScoreController m_gridScores;
    ExportController m_exports;
    SessionController m_sessions;
    AutosaveController m_autosave;
    UndoController m_undo;
    PlaybackController m_playback;
    HintController m_hints;
    Preferences m_preferences;
    HoldKey m_holdA;
    Theme m_theme = Theme::system;
    QString m_lastError; ///< for a report
    bool m_fallback = false, m_keepMessage = false; ///< see openFirst()
    bool m_selectionWaits = false; ///< changed while a run went on: it becomes the region at its end
    TrainingWindow* m_training = nullptr; ///< made when first asked for; the window's
    std::optional<RegionChoice> m_region; ///< of the latest look at the analysis
};

} // namespace thetascope
