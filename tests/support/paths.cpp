// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paths.h"

#include <QFileInfo>

namespace thetascope::testing {

std::string goldenPath(const std::string& name) {
    return std::string(THETASCOPE_SOURCE_DIR "/tests/golden/") + name;
}

QString sharedPath(const QString& name) {
    const QString path = QStringLiteral(THETASCOPE_SOURCE_DIR "/../shared/") + name;
    return QFileInfo::exists(path) ? path : QString();
}

QString programPath() {
    return QStringLiteral(THETASCOPE_PROGRAM);
}

QString sourceRoot() {
    return QStringLiteral(THETASCOPE_SOURCE_DIR);
}

} // namespace thetascope::testing
