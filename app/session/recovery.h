// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <memory>
#include <vector>

namespace thetascope {

/// Where sessions are kept on the way, in case the program doesn't come to its end: the folder of its data.
QString recoveryFolder();

/// A session that a program left behind which was killed, or lost its machine.
struct LeftSession {
    QString path;
    QDateTime written;
};

/// A file of one running program in the recovery folder: nobody else takes it for left behind while that program lives, however
/// it dies. Removed at the end of this object, unless an exception brought that about.
class RecoverySlot {
public:
    /// Errors (kind output): the folder can't be made or written.
    static Result<std::unique_ptr<RecoverySlot>> take(const QString& folder);
    ~RecoverySlot();
    RecoverySlot(const RecoverySlot&) = delete;
    RecoverySlot& operator=(const RecoverySlot&) = delete;

    const QString& path() const { return m_path; }
    /// Takes the file away: there is nothing to recover now.
    void clear();

private:
    RecoverySlot(const QString& path, std::unique_ptr<QLockFile> lock) : m_path(path), m_lock(std::move(lock)) {}

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

/// Sessions left in the folder, the latest first. Also sweeps up what was being written when a program was killed.
std::vector<LeftSession> leftSessions(const QString& folder);

/// Takes a left session away.
void discardLeft(const QString& path);

} // namespace thetascope
