// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/log.h"

#include "app/log/log_file.h"

#include <QDateTime>
#include <QString>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>
#include <string_view>
#include <unistd.h>

namespace thetascope {

Q_LOGGING_CATEGORY(logProgram, "thetascope.program", QtDebugMsg)
Q_LOGGING_CATEGORY(logRun, "thetascope.run", QtDebugMsg)

namespace {

constexpr std::array<std::string_view, 5> levels{"debug", "info", "warning", "error", "off"};

/// Made once and never destroyed: threads may log to the very end.
LogFile* file = nullptr;
std::size_t lowest = 0;
QtMessageHandler terminal = nullptr;

std::size_t levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return 0;
    case QtInfoMsg: return 1;
    case QtWarningMsg: return 2;
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return 3;
}

void writeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const std::string_view category = context.category != nullptr ? context.category : "";
    const std::size_t level = levelOf(type);
    if (file != nullptr && level >= lowest) {
        const std::string time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
        file->write(time + " " + std::to_string(getpid()) + " " + std::string(levels[level]) + " " + std::string(category) + ": "
                    + message.toStdString());
    }
    if (!category.starts_with("thetascope.") && terminal != nullptr) terminal(type, context, message);
}

/// Qt warns in destructors as well, while an exception passes: a message that there is no memory for is dropped.
void handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    try {
        writeMessage(type, context, message);
    } catch (const std::bad_alloc&) {
    }
}

std::string usualPath() {
    const char* const state = std::getenv("XDG_STATE_HOME");
    const char* const home = std::getenv("HOME");
    std::string folder = state != nullptr && *state == '/' ? state : home != nullptr ? std::string(home) + "/.local/state" : "";
    return folder.empty() ? folder : folder + "/thetascope/thetascope.log";
}

std::string commandLine(int argc, const char* const* argv) {
    std::string line;
    for (int i = 0; i < argc; ++i) line += (i > 0 ? " " : "") + std::string(argv[i]);
    return line;
}

/// The value of "--name VALUE" or "--name=VALUE" at i; i moves to the last word of it.
Result<std::string> valueAt(int& i, int argc, char** argv, std::string_view name) {
    const std::string_view word = argv[i];
    if (word.size() > name.size()) return std::string(word.substr(name.size() + 1));
    if (i + 1 >= argc) return Error{ErrorKind::arguments, std::string(name) + ": its value is missing"};
    return std::string(argv[++i]);
}

bool isOption(std::string_view word, std::string_view name) {
    return word == name || (word.starts_with(name) && word[name.size()] == '=');
}

} // namespace

Result<LogOptions> takeLogOptions(int& argc, char** argv) {
    LogOptions options;
    int kept = 0;
    for (int i = 0; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--") {
            while (i < argc) argv[kept++] = argv[i++];
            break;
        }
        std::string* const target = isOption(word, "--log-level") ? &options.level : isOption(word, "--log-file") ? &options.file : nullptr;
        if (target == nullptr) {
            argv[kept++] = argv[i];
            continue;
        }
        Result<std::string> value = valueAt(i, argc, argv, target == &options.level ? "--log-level" : "--log-file");
        if (!value) return value.error();
        *target = std::move(value).value();
    }
    argv[argc = kept] = nullptr;
    if (std::ranges::find(levels, options.level) == levels.end())
        return Error{ErrorKind::arguments, "--log-level: must be debug, info, warning, error or off, not \"" + options.level + "\""};
    return options;
}

void keepLogOffTerminal() { terminal = qInstallMessageHandler(handle); }

Status startLog(const LogOptions& options, int argc, const char* const* argv) {
    if (options.level == "off") return success();
    const std::string path = options.file.empty() ? usualPath() : options.file;
    if (path.empty()) return success();
    lowest = static_cast<std::size_t>(std::ranges::find(levels, options.level) - levels.begin());
    std::error_code ignored; // a folder that can't be made is a file that can't be opened
    if (options.file.empty()) std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    auto opened = std::make_unique<LogFile>(path);
    if (!opened->isOpen()) {
        if (options.file.empty()) return success();
        return Error{ErrorKind::output, "--log-file: " + path + " can't be written; choose another place"};
    }
    file = opened.release();
    qCInfo(logProgram).noquote() << "thetascope" << THETASCOPE_VERSION << "started:" << commandLine(argc, argv).c_str();
    return success();
}

std::string logPath() { return file != nullptr && file->isOpen() ? file->path() : std::string(); }

} // namespace thetascope
