// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recovery.h"

#include "core/io/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>
#include <exception>

namespace thetascope {
namespace {

const QString ending = QStringLiteral(".thetascope");
const QString lockEnding = QStringLiteral(".lock");

/// Held as long as its process lives, however long that is: a lock of a dead process is stale whatever its age.
std::unique_ptr<QLockFile> lockFor(const QString& path) {
    auto lock = std::make_unique<QLockFile>(path + lockEnding);
    lock->setStaleLockTime(0);
    return lock;
}

} // namespace

QString recoveryFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery"); }

Result<std::unique_ptr<RecoverySlot>> RecoverySlot::take(const QString& folder) {
    if (const Status made = makeFolder(QFile::encodeName(folder).toStdString()); !made) return made.error();
    const QString path = folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + ending;
    auto lock = lockFor(path);
    if (!lock->tryLock())
        return Error{ErrorKind::output, folder.toStdString() + ": can't be written; make room there, or sessions can't be recovered"};
    return std::unique_ptr<RecoverySlot>(new RecoverySlot(path, std::move(lock)));
}

RecoverySlot::~RecoverySlot() {
    if (std::uncaught_exceptions() == 0) clear(); // else the program isn't coming to its end as it should
}

void RecoverySlot::clear() { QFile::remove(m_path); }

std::vector<LeftSession> leftSessions(const QString& folder) {
    std::vector<LeftSession> left;
    const QFileInfoList files = QDir(folder).entryInfoList({QLatin1Char('*') + ending, QStringLiteral("*.partial-*"),
                                                             QLatin1Char('*') + lockEnding}, QDir::Files);
    for (const QFileInfo& file : files) {
        const QString session = file.path() + QLatin1Char('/') + file.fileName().section(ending, 0, 0) + ending;
        const auto lock = lockFor(session);
        if (!lock->tryLock()) continue; // its program lives
        if (file.fileName().endsWith(lockEnding)) continue; // of a program that died before it kept anything: gone with our own
        if (file.filePath() == session) left.push_back({session, file.lastModified()});
        else QFile::remove(file.filePath()); // half a file, of which the whole before it is there
    }
    std::ranges::sort(left, std::ranges::greater(), &LeftSession::written);
    return left;
}

void discardLeft(const QString& path) { QFile::remove(path); }

} // namespace thetascope
