// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/file_hash.h"

#include "app/session/file_identity.h"

#include <QCryptographicHash>
#include <QFile>
#include <mutex>

namespace thetascope {
namespace {

std::string hashOf(QFile& file) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return hash.result().toHex().toStdString();
}

} // namespace

std::string fileSha256(const std::string& path) {
    static std::mutex mutex;
    static FileIdentity lastKnown;
    static std::string lastHash;
    const FileIdentity known = FileIdentity::of(path);
    {
        const std::lock_guard lock(mutex);
        if (known.exists() && lastKnown == known) return lastHash;
    }
    QFile file(QFile::decodeName(path.c_str()));
    const std::string hash = hashOf(file);
    const std::lock_guard lock(mutex);
    lastKnown = hash.empty() ? FileIdentity() : known;
    lastHash = hash;
    return hash;
}

} // namespace thetascope
