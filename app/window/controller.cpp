// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/controller.h"

#include "app/log/log.h"
#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "app/workers/compute.h"
#include "core/objective/objective.h"
#include "core/optim/optimiser.h"
#include "core/window/taper.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/settings_panel.h"
#include "ui/render/colour_map.h"
#include "ui/text/core_text.h"
#include "ui/views/waveform_view.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <utility>

namespace thetascope {
namespace {

const QString themeKey = QStringLiteral("theme");

std::vector<TermChoice> termChoices() {
    std::vector<TermChoice> choices;
    for (const TermDescription& term : objectiveTerms()) {
        QString formula = coreText(term.formula);
        for (const TermParameter& parameter : term.parameters)
            formula += QStringLiteral("\n%1=%2: %3").arg(QString::fromStdString(parameter.name)).arg(parameter.byDefault)
                           .arg(coreText(parameter.sentence));
        choices.push_back({QString::fromStdString(term.name), coreText(term.sentence), formula, term.maximise});
    }
    return choices;
}

QString objectiveProblem(const QString& expression) {
    const Result<Objective> objective = parseObjective(expression.toStdString());
    return objective ? QString() : coreText(objective.error().message);
}

} // namespace

Controller::Controller(MainWindow& window)
    : m_window(window), m_panes(window.panes()), m_opening(0), m_computing(computeNiceness), m_searching(computeNiceness),
      m_comparing(computeNiceness), m_writing(computeNiceness),
      m_files(m_opening, window, *window.actions().recent, this), m_analysis(m_session, m_computing, this),
      m_runs(m_session, this), m_pictures(m_session, window, this),
      m_history(m_session, m_computing, window, m_pictures, this),
      m_views(window, this), m_tools(window, this), m_status(m_session, m_runs, m_analysis, m_pictures, window, this),
      m_slice(m_pictures, window, this), m_gauges(m_pictures, m_computing, m_comparing, this), m_gradient(m_pictures, m_searching, this),
      m_landscape(m_session, m_pictures, m_searching, window, this), m_runList(m_session, window, this),
      m_gridScores(m_session, m_runList, m_comparing, this),
      m_exports(m_session, m_writing, m_pictures, m_tools, window, this),
      m_sessions(m_session, m_opening, m_writing, m_pictures, window, this),
      m_autosave(m_session, m_sessions, m_runList, this),
      m_undo([this](const Settings& settings) { applySettings(settings); }, this),
      m_playback(m_session, m_computing, m_views, window, this), m_hints(m_runs, window, this), m_holdA(Qt::Key_A, this) {
    fillPanels();
    connectFiles();
    connectAnalysis();
    connectRuns();
    connectHistory();
    connectViews();
    connectTools();
    connectDisplay();
    connectLevels();
    connectActions();
    connectExports();
    connectSessions();
    connectSettings();
    connectPlayback();
    applyPreferences(Preferences::stored());
    m_pictures.applyDisplay();
    m_pictures.forgetLimits();
    m_status.refresh();
}

void Controller::fillPanels() {
    std::vector<FieldChoice> windows, optimisers;
    for (const TaperDescription& taper : tapers()) {
        const QString words = QStringLiteral("%1; %2").arg(coreText(taper.sentence), coreText(taper.formula));
        windows.push_back({taper.name, words.toStdString()});
    }
    for (const OptimiserDescription& optimiser : thetascope::optimisers())
        optimisers.push_back({optimiser.name, coreText(optimiser.sentence).toStdString()});
    m_panes.settings->setChoices("window", std::move(windows));
    m_panes.settings->setChoices("optimiser", std::move(optimisers));
    offerChannels(0);
    m_panes.settings->setTerms(termChoices());
    m_panes.settings->setObjectiveCheck(objectiveProblem);
    m_panes.settings->setSettings(m_session.settings());
    m_panes.display->setColourMaps(ColourMap::names());
    DisplaySettings display = m_panes.display->display();
    display.colourMap = Preferences::stored().colourMap;
    m_panes.display->setDisplay(display);
}

void Controller::settingsEdited() {
    const Settings before = m_session.settings();
    m_session.setSettings(m_panes.settings->settings());
    const Settings& now = m_session.settings();
    m_undo.record(before, now);
    m_sessions.touch();
    if (!m_session.isOpen() || m_runs.active()) return; // live fields go to the run by themselves
    selectRegion();
    const bool sameResult = sameButRegion(before, now);
    if (!sameResult) m_session.setArrays({});
    if (m_session.run && sameResult) return regionIsNext();
    if (m_session.run) leaveRun();
    if (now.channel != before.channel) return m_files.setChannel(m_session.recording().clip, now.channel);
    m_analysis.refresh(m_views.visible());
}

void Controller::viewChanged() {
    if (!m_session.isOpen()) return;
    if (m_session.run) return aboutResult();
    const RegionChoice region = m_session.region(m_views.visible());
    if (m_region == region && !region.coarse) return; // an overview follows the view all the same
    m_analysis.refresh(m_views.visible());
}

void Controller::picturesReady() {
    if (m_session.run) return; // they are for the run that is about to start
    m_pictures.showStart(*m_session.pictures);
    m_status.refresh();
}

void Controller::regionChanged(const RegionChoice& region) {
    m_region = region;
    if (region.asSet || region.coarse) m_panes.waveform->setRegion(region.range.start, region.range.end);
    else m_panes.waveform->setRegion({}, {});
    m_status.setRegion(region);
}

void Controller::leaveRun() {
    m_runs.discard();
    m_history.clear();
    m_analysis.forget();
    m_status.setNext({});
    m_runList.refresh();
}

void Controller::reset() {
    if (!m_session.run) return;
    leaveRun();
    if (std::exchange(m_selectionWaits, false)) selectionChanged();
    m_analysis.refresh(m_views.visible());
}

void Controller::sayBusy() {
    if (m_opening.busy()) m_status.setBusy(tr("Opening…"));
    else if (m_writing.busy()) m_status.setBusy(tr("Writing…"));
    else if (m_analysis.busy()) m_status.setBusy(tr("Transforming…"));
    else if (m_searching.busy()) m_status.setBusy(tr("Computing…"));
    else m_status.setBusy({});
}

void Controller::showError(const QString& message) {
    qCWarning(logProgram).noquote() << message;
    m_lastError = message;
    m_panes.messages->show(MessageBar::Kind::error, coreText(message)); // log and report stay as the core wrote it
    m_status.refresh();
}

void Controller::setTheme(Theme theme) {
    Actions& actions = m_window.actions();
    if (theme == Theme::light) actions.lightTheme->setChecked(true);
    else if (theme == Theme::dark) actions.darkTheme->setChecked(true);
    else actions.systemTheme->setChecked(true);
    m_theme = theme;
    applyTheme(*qApp, theme);
    m_preferences.theme = theme;
    QSettings().setValue(themeKey, static_cast<int>(theme));
}

} // namespace thetascope
