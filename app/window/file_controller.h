// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/recording.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QWidget>

class QMenu;

namespace thetascope {

class TaskThread;

/// Opens recordings, on a worker; remembers the recent ones. Lives on the GUI thread.
class FileController : public QObject {
    Q_OBJECT

public:
    FileController(TaskThread& tasks, QWidget& window, QMenu& recentMenu, QObject* parent);

    /// A path, or "demo:NAME". Only the latest request counts.
    void open(const QString& source);
    /// Asks for a file, in the folder of the last one.
    void openByDialog();
    /// A recording that came with a session: its channel is the one to open the next with, the session the recent file.
    void adopt(const Recording& recording, const QString& sessionPath);
    /// Another channel of the recording on screen.
    void setChannel(const std::shared_ptr<const AudioClip>& clip, const std::string& channel);

    /// The waveform of a long recording that is open.
    void readPeaks(const Recording& recording);

    bool busy() const;
    QStringList recentFiles() const;

signals:
    void opening(const QString& source);
    /// The file is a session, not a recording.
    void sessionNamed(const QString& path);
    void opened(const thetascope::Recording& recording);
    void channelChanged(const thetascope::Recording& recording);
    void peaksRead(const thetascope::Recording& recording);
    void failed(const QString& message);

private:
    void remember(const QString& source);
    void fillRecentMenu();

    TaskThread& m_tasks;
    QWidget& m_window;
    QMenu& m_recentMenu;
    std::string m_channel = "mix";
};

} // namespace thetascope
