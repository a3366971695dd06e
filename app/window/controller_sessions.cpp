// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions as the window shows them.
#include "app/window/controller.h"

#include "app/session/display_json.h"
#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/settings_panel.h"
#include "ui/text/core_text.h"
#include "ui/views/loss_view.h"

#include <QAction>
#include <QFile>
#include <QLocale>

namespace thetascope {

void Controller::connectSessions() {
    const Actions& actions = m_window.actions();
    connect(actions.save, &QAction::triggered, &m_sessions, &SessionController::save);
    connect(actions.saveAs, &QAction::triggered, &m_sessions, &SessionController::saveByDialog);
    connect(&m_files, &FileController::sessionNamed, this, [this](const QString& path) { m_sessions.open(path); });
    connect(&m_sessions, &SessionController::opening, this, &Controller::opening);
    connect(&m_sessions, &SessionController::failed, this, &Controller::openFailed);
    connect(&m_sessions, &SessionController::loaded, this,
            [this](const std::shared_ptr<const LoadedSession>& loaded) { sessionLoaded(*loaded); });
    connect(&m_sessions, &SessionController::saved, this, [this](const QString& path) {
        m_panes.messages->show(MessageBar::Kind::information, tr("The session is in %1").arg(path));
    });
    connect(m_panes.display, &DisplayPanel::displayEdited, &m_sessions, &SessionController::touch);
    connect(&m_runs, &RunController::ended, &m_sessions, &SessionController::touch);
    connect(&m_autosave, &AutosaveController::found, this, &Controller::offerRecovery);
    connect(&m_autosave, &AutosaveController::failed, this, &Controller::showError);
    connect(&m_runs, &RunController::ended, &m_autosave, &AutosaveController::save);
    m_window.setCloseCheck([this] { return m_sessions.mayClose(); });
}

void Controller::sessionLoaded(const LoadedSession& loaded) {
    const QString path = QFile::decodeName(loaded.path.c_str());
    opened(loaded.recording);
    m_files.adopt(loaded.recording, loaded.left ? QString::fromStdString(loaded.recording.clip->name) : path);
    m_session.setSettings(loaded.settings);
    m_panes.settings->setSettings(loaded.settings);
    DisplaySettings display = m_panes.display->display();
    const bool limitsByHand = readDisplay(loaded.display, display);
    m_pictures.setDisplay(display, limitsByHand);
    const SavedView view = readView(loaded.view, m_session.durationSeconds(), loaded.recording.clip->sampleRate);
    m_window.actions().split->setChecked(view.split);
    showLoadedRuns(loaded, view.iteration);
    m_views.showTime(view.time);
    m_views.showFrequency(view.lowHz, view.highHz);
    selectRegion();
    if (m_session.run) regionIsNext();
    else m_analysis.refresh(view.time);
    m_sessions.begin(loaded.left ? QString() : path);
    if (loaded.left) m_sessions.touch();
    if (loaded.left) m_autosave.adopt(path);
    if (!loaded.warning.empty()) showError(QString::fromStdString(loaded.warning));
    m_status.refresh();
}

void Controller::offerRecovery(const LeftSession& left) {
    const QString when = QLocale().toString(left.written.toLocalTime(), QLocale::ShortFormat);
    m_panes.messages->ask(tr("Thetascope did not come to its end; the session of %1 can be brought back").arg(when),
                          {{tr("Recover"), [this, left] { m_sessions.recover(left.path); }},
                           {tr("Discard"), [left] { discardLeft(left.path); }}});
}

void Controller::showLoadedRuns(const LoadedSession& loaded, int iteration) {
    m_analysis.forget();
    for (const std::shared_ptr<RunData>& run : loaded.runs)
        m_runList.add(run);
    if (loaded.runs.empty()) return;
    m_session.run = loaded.runs.back();
    m_pictures.showStart(m_session.run->start);
    m_history.restored(iteration);
    m_runList.refresh();
    m_status.setEnding(coreText(m_session.run->result->reasonText));
}

} // namespace thetascope
