// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/session_controller.h"

#include "app/session/display_json.h"
#include "app/window/picture_controller.h"
#include "app/workers/task_thread.h"
#include "ui/panels/display_panel.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/waveform_view.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace thetascope {
namespace {

const std::string openSlot = "open"; // as FileController's: the latest of both counts
const QString ending = QStringLiteral("thetascope");

} // namespace

bool isSessionPath(const QString& path) { return QFileInfo(path).suffix().compare(ending, Qt::CaseInsensitive) == 0; }

SessionController::SessionController(const Session& session, TaskThread& opening, TaskThread& writing,
                                     const PictureController& pictures, MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_opening(opening), m_writing(writing), m_pictures(pictures), m_window(window) {}

void SessionController::open(const QString& path, const QString& recording) { read(path, recording, false); }

void SessionController::recover(const QString& path) { read(path, {}, true); }

void SessionController::read(const QString& path, const QString& recording, bool left) {
    emit opening(path);
    const std::string file = QFile::encodeName(path).toStdString(), audio = QFile::encodeName(recording).toStdString();
    m_opening.latest(openSlot, [file, audio](const std::stop_token& stop) { return loadSession(file, audio, stop); },
                     [this, path, left](LoadedSession session) {
                         session.left = left;
                         if (!session.missingRecording.empty())
                             return askForRecording(path, QFile::decodeName(session.missingRecording.c_str()), left);
                         emit loaded(std::make_shared<const LoadedSession>(std::move(session)));
                     }, [this](const QString& message) { emit failed(message); });
}

void SessionController::askForRecording(const QString& path, const QString& missing, bool left) {
    const QString sentence = tr("%1: its recording isn't at %2 any more; find it, or put it beside the session")
                                 .arg(QFileInfo(path).fileName(), missing);
    emit failed(sentence);
    auto* const box = new QMessageBox(QMessageBox::Warning, tr("The Recording Has Moved"), sentence, QMessageBox::Cancel, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("recordingMoved"));
    QPushButton* const find = box->addButton(tr("Find It…"), QMessageBox::AcceptRole);
    connect(find, &QPushButton::clicked, this, [this, path, missing, left] {
        const QString found = QFileDialog::getOpenFileName(&m_window, tr("Where Is %1?").arg(QFileInfo(missing).fileName()),
                                                           QFileInfo(path).absolutePath());
        if (!found.isEmpty()) read(path, found, left);
    });
    box->open();
}

void SessionController::save() {
    if (m_path.isEmpty()) saveByDialog();
    else saveTo(m_path);
}

void SessionController::saveByDialog() {
    if (!m_session.isOpen()) return emit failed(tr("There is no session to save yet; open a recording"));
    const QFileInfo recording(QString::fromStdString(m_session.recording().clip->name));
    const QString base = recording.completeBaseName().replace(QLatin1Char(':'), QLatin1Char('-'));
    const QString folder = recording.exists() ? recording.absolutePath() : QDir::homePath();
    const QString suggested = m_path.isEmpty() ? folder + QLatin1Char('/') + base + QLatin1Char('.') + ending : m_path;
    QFileDialog dialog(&m_window, tr("Save Session"), suggested, tr("Thetascope sessions (*.thetascope)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(suggested);
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty()) saveTo(dialog.selectedFiles().first());
}

void SessionController::saveTo(const QString& path) {
    write(path, [] {});
}

void SessionController::write(const QString& path, std::function<void()> then) {
    if (!m_session.isOpen()) return emit failed(tr("There is no session to save yet; open a recording"));
    std::vector<std::shared_ptr<RunData>> runs;
    if (m_session.run) runs.push_back(m_session.run);
    const auto job = std::make_shared<const SessionToSave>(describe(runs));
    const std::string file = QFile::encodeName(path).toStdString();
    const int changes = m_changes;
    m_writing.queue([file, job](const std::stop_token&) { return saveSession(file, *job); },
                    [this, path, changes, then = std::move(then)](std::monostate) {
                        m_path = path;
                        m_modified = m_changes != changes;
                        showTitle();
                        emit saved(path);
                        then();
                    }, [this](const QString& message) { emit failed(message); });
}

SessionToSave SessionController::describe(const std::vector<std::shared_ptr<RunData>>& runs) const {
    const Panes& panes = m_window.panes();
    const AxisSpan hertz = panes.adaptive->frequencyRange();
    const SavedView view{{panes.waveform->lowerSeconds(), panes.waveform->upperSeconds()}, hertz.low, hertz.high,
                         m_window.isSplit(), m_pictures.iteration()};
    SessionToSave save{m_session.recording(), m_session.settings(), viewJson(view),
                       displayJson(panes.display->display(), m_pictures.limitsByHand()), {}};
    for (const std::shared_ptr<RunData>& run : runs)
        if (run != m_session.run) save.runs.push_back(*run);
    if (std::ranges::find(runs, m_session.run) != runs.end() && m_session.run) save.runs.push_back(*m_session.run);
    return save;
}

void SessionController::begin(const QString& path) {
    m_path = path;
    m_modified = false;
    ++m_changes;
    showTitle();
}

void SessionController::touch() {
    ++m_changes;
    if (!m_session.isOpen() || m_modified) return;
    m_modified = true;
    showTitle();
}

void SessionController::showTitle() {
    const QString recording = QFileInfo(QString::fromStdString(m_session.recording().clip->name)).fileName();
    const QString name = m_path.isEmpty() ? recording : tr("%1 (%2)").arg(QFileInfo(m_path).fileName(), recording);
    m_window.setWindowTitle(tr("%1[*] — Thetascope").arg(name));
    m_window.setWindowModified(m_modified && !m_path.isEmpty());
}

bool SessionController::mayClose() {
    if (m_path.isEmpty() || !m_modified) return true;
    const auto answer = QMessageBox::question(&m_window, tr("Save the Session?"),
                                              tr("%1 has changes that are not saved.").arg(QFileInfo(m_path).fileName()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Discard) return true;
    if (answer == QMessageBox::Save) write(m_path, [this] { m_window.close(); });
    return false;
}

} // namespace thetascope
