// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_program.h"

#include "app/cli/command_line.h"
#include "app/log/log.h"
#include "app/window/application.h"
#include "app/window/controller.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"

#include <QFileInfo>
#include <QString>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>

namespace thetascope {
namespace {

constexpr std::array<std::string_view, 3> informative{"--help", "-h", "--version"};
constexpr int exitNoDisplay = 1, exitArguments = 2;

void printLine(const char* sentence) {
    std::fprintf(stderr, "thetascope: %s\n", sentence);
}

bool isSet(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool hasDisplay() {
    return isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
}

const char* const noDisplay = "there is no display to open the window on; set DISPLAY, or use the command line "
                              "(thetascope --help)";

/// While the application starts, Qt ends the process with abort() if the display can't be reached: say it in one line.
void whileStarting(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg) return;
    printLine(noDisplay);
    std::_Exit(exitNoDisplay);
}

/// 0 if the arguments can be used, else the exit code; the file named, if there is one.
int parseArguments(int argc, char** argv, QString& file) {
    bool optionsEnded = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (!optionsEnded && argument == "--") {
            optionsEnded = true;
        } else if (!optionsEnded && argument.size() > 1 && argument.front() == '-') {
            std::fprintf(stderr, "thetascope: %s: there is no such option of the window; see thetascope --help\n", argv[i]);
            return exitArguments;
        } else if (!file.isEmpty()) {
            std::fprintf(stderr, "thetascope: %s: the window opens one file, and %s is no subcommand; see thetascope --help\n", argv[i],
                         qPrintable(file));
            return exitArguments;
        } else {
            file = QString::fromLocal8Bit(argv[i]);
        }
    }
    return 0;
}

/// A misspelt subcommand rather than a file that has gone: no path, no extension, and nothing of that name.
bool looksLikeAWord(const QString& file) {
    const bool plain = std::ranges::none_of(file, [](QChar c) { return c == u'/' || c == u'.' || c == u':'; });
    return !file.isEmpty() && plain && !QFileInfo::exists(file);
}

int showWindow(const QString& file) {
    MainWindow window;
    Controller controller(window);
    try {
        window.restoreLayout();
        window.show();
        controller.openFirst(file.isEmpty() ? QString::fromLatin1(Controller::demonstration) : file);
        controller.hints().start();
        controller.autosave().start(recoveryFolder());
        return QApplication::exec();
    } catch (const std::bad_alloc&) { // between two events
        endWithoutMemory();
    }
}

} // namespace

bool wantsCommandLine(int argc, const char* const* argv) {
    if (argc > 1 && isSubcommand(argv[1])) return true;
    const auto informs = [](std::string_view word) { return std::ranges::find(informative, word) != informative.end(); };
    return std::any_of(argv + std::min(1, argc), argv + argc, informs);
}

int runWindow(int argc, char** argv) {
    QString file;
    if (const int wrong = parseArguments(argc, argv, file); wrong != 0) return wrong;
    if (looksLikeAWord(file)) {
        std::fprintf(stderr, "thetascope: %s: there is no such file or subcommand; see thetascope --help\n", qPrintable(file));
        return exitArguments;
    }
    if (!hasDisplay()) {
        printLine(noDisplay);
        return exitNoDisplay;
    }
    const QtMessageHandler usual = qInstallMessageHandler(whileStarting);
    Application application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationName(QStringLiteral("thetascope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Thetascope"));
    QApplication::setOrganizationName(QStringLiteral("thetascope"));
    QApplication::setApplicationVersion(QStringLiteral(THETASCOPE_VERSION));

    installLanguage(Preferences::stored().language);
    const int code = showWindow(file);
    qCInfo(logProgram) << "ended with code" << code;
    return code;
}

} // namespace thetascope
