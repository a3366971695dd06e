// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/file_hash.h"

#include <QCryptographicHash>
#include <QFile>

namespace thetascope {

std::string fileSha256(const std::string& path) {
    QFile file(QFile::decodeName(path.c_str()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return hash.result().toHex().toStdString();
}

} // namespace thetascope
