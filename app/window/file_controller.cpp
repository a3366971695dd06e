// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_controller.h"

#include "app/window/session_controller.h"
#include "app/workers/task_thread.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace thetascope {
namespace {

const std::string openSlot = "open", peaksSlot = "peaks";
const QString recentKey = QStringLiteral("recentFiles");
const QString demoPrefix = QStringLiteral("demo:");
constexpr int mostRecentFiles = 10;

/// What libsndfile reads; other endings are offered under "All files".
const char* const audioFilter = "*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64 *.rf64 *.voc";

} // namespace

FileController::FileController(TaskThread& tasks, QWidget& window, QMenu& recentMenu, QObject* parent)
    : QObject(parent), m_tasks(tasks), m_window(window), m_recentMenu(recentMenu) {
    connect(&m_recentMenu, &QMenu::aboutToShow, this, &FileController::fillRecentMenu);
    fillRecentMenu();
}

bool FileController::busy() const { return m_tasks.busy(openSlot); }

void FileController::open(const QString& source) {
    if (isSessionPath(source)) return emit sessionNamed(source);
    emit opening(source);
    m_tasks.cancel(peaksSlot); // of what is open now
    const std::string path = QFile::encodeName(source).toStdString();
    m_tasks.latest(openSlot, [path, channel = m_channel](const std::stop_token& stop) {
        return openRecording(path, channel, stop);
    }, [this, source](const Recording& recording) {
        m_channel = recording.channel;
        remember(source);
        emit opened(recording);
    }, [this](const QString& message) { emit failed(message); });
}

void FileController::openByDialog() {
    const QStringList recent = recentFiles();
    const QString folder = recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.first()).absolutePath();
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open a Recording"), folder,
                                                      tr("Recordings and sessions (*.thetascope %1);;All files (*)").arg(QLatin1String(audioFilter)));
    if (!path.isEmpty()) open(path);
}

void FileController::setChannel(const std::shared_ptr<const AudioClip>& clip, const std::string& channel) {
    m_tasks.latest(openSlot, [clip, channel](const std::stop_token&) { return withChannel(clip, channel); },
                   [this](const Recording& recording) {
                       m_channel = recording.channel;
                       emit channelChanged(recording);
                   }, [this](const QString& message) { emit failed(message); });
}

void FileController::readPeaks(const Recording& recording) {
    m_tasks.latest(peaksSlot, [recording](const std::stop_token& stop) { return withPeaks(recording, stop); },
                   [this](const Recording& complete) { emit peaksRead(complete); },
                   [this](const QString& message) { emit failed(message); });
}

void FileController::adopt(const Recording& recording, const QString& sessionPath) {
    m_channel = recording.channel;
    remember(sessionPath);
}

QStringList FileController::recentFiles() const { return QSettings().value(recentKey).toStringList(); }

void FileController::remember(const QString& source) {
    if (source.startsWith(demoPrefix)) return;
    const QString path = QFileInfo(source).absoluteFilePath();
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    QSettings().setValue(recentKey, recent.mid(0, mostRecentFiles));
    fillRecentMenu();
}

void FileController::fillRecentMenu() {
    m_recentMenu.clear();
    for (const QString& path : recentFiles()) {
        QAction* const action = m_recentMenu.addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    m_recentMenu.setToolTipsVisible(true);
    m_recentMenu.setEnabled(!m_recentMenu.isEmpty());
}

} // namespace thetascope
