// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session_loader.h"
#include "app/session/session_writer.h"
#include "app/window/main_window.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

namespace thetascope {

class PictureController;
class TaskThread;

/// Whether a path names a session, by its ending.
bool isSessionPath(const QString& path);

/// Sessions to and from files, by workers; whether there is anything to save. The methods that take a path ask nothing: the
/// dialogs end in them. Lives on the GUI thread.
class SessionController : public QObject {
    Q_OBJECT

public:
    SessionController(const Session& session, TaskThread& opening, TaskThread& writing, const PictureController& pictures,
                      MainWindow& window, QObject* parent);

    /// Reads a session and its recording; `recording`, if not empty, instead of the one it names. Only the latest counts.
    void open(const QString& path, const QString& recording = {});
    /// To its file; a session without one asks for it.
    void save();
    void saveByDialog();
    void saveTo(const QString& path);

    /// The session's file; empty before it has one.
    const QString& path() const { return m_path; }
    /// Another recording, or a session read: nothing to save. `path`: of the session, empty for a recording alone.
    void begin(const QString& path);
    /// Something that a session keeps has changed.
    void touch();
    bool isModified() const { return m_modified; }
    /// Counts what changes that a session keeps.
    int changes() const { return m_changes; }
    /// The session as it is now, with those runs; the current one, if it is among them, last.
    SessionToSave describe(const std::vector<std::shared_ptr<RunData>>& runs) const;
    /// Opens a session that was left behind by a program that was killed: it has no file of its own.
    void recover(const QString& path);
    /// Whether the window may close: asks, if a session with a file has changes that are not in it. False: not yet (the
    /// window is closed again by this once they are written).
    bool mayClose();

signals:
    void opening(const QString& path);
    void loaded(const std::shared_ptr<const thetascope::LoadedSession>& session);
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void read(const QString& path, const QString& recording, bool left);
    void askForRecording(const QString& path, const QString& missing, bool left);
    void write(const QString& path, std::function<void()> then);
    void showTitle();

    const Session& m_session;
    TaskThread &m_opening, &m_writing;
    const PictureController& m_pictures;
    MainWindow& m_window;
    QString m_path;
    bool m_modified = false;
    int m_changes = 0; ///< counted, so that what is changed while a worker writes is not forgotten
};

} // namespace thetascope
