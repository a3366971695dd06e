// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/log/log.h"

#include <algorithm>
#include <cstdio>

namespace thetascope::console {
namespace {

std::string onOneLine(std::string text) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    std::replace_if(text.begin(), text.end(), isControl, ' ');
    text.erase(std::find_if(text.rbegin(), text.rend(), [](char c) { return c != ' '; }).base(), text.end());
    return text;
}

/// "WHERE: MESSAGE", whether or not the message already says where.
std::string placed(const std::string& where, const std::string& message) {
    if (where.empty() || message.starts_with(where + ":"))
        return message;
    if (message.starts_with(where + " "))
        return where + ": " + message.substr(where.size() + 1);
    return where + ": " + message;
}

} // namespace

ExitCode exitCode(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::run: return ExitCode::runFailed;
    case ErrorKind::arguments: return ExitCode::arguments;
    case ErrorKind::input: return ExitCode::input;
    case ErrorKind::output: return ExitCode::output;
    case ErrorKind::interrupted: return ExitCode::interrupted;
    }
    return ExitCode::runFailed;
}

void printError(const std::string& where, const std::string& message) {
    const std::string line = onOneLine(placed(where, message));
    std::fprintf(stderr, "thetascope: %s\n", line.c_str());
    qCWarning(logProgram).noquote() << line.c_str();
}

ExitCode report(const std::string& where, const Error& error) {
    printError(where, error.message);
    return exitCode(error.kind);
}

void printLine(const std::string& line) {
    std::printf("%s\n", onOneLine(line).c_str());
    std::fflush(stdout);
}

} // namespace thetascope::console
