// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_application.h"

#include <QApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <clocale>

namespace thetascope {

std::unique_ptr<QApplication> makePictureApplication() {
    if (QApplication::instance())
        return nullptr;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Stderr belongs to our one-line errors; what Qt says of session folders and platforms while it starts is none of them.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false\ndefault.warning=false"));
    static int argc = 1; // Qt keeps references to both
    static char name[] = "thetascope";
    static char* argv[] = {name, nullptr};
    auto application = std::make_unique<QApplication>(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false"));
    std::setlocale(LC_NUMERIC, "C"); // QApplication took the user's
    QLocale::setDefault(QLocale::c());
    return application;
}

} // namespace thetascope
