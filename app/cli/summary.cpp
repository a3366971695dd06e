// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

#include <charconv>
#include <filesystem>
#include <set>

namespace thetascope {
namespace {

const char* statusWord(ExitCode code) {
    switch (code) {
    case ExitCode::success: return "ok";
    case ExitCode::runFailed: return "failed";
    case ExitCode::arguments: return "bad-settings";
    case ExitCode::input: return "unreadable";
    case ExitCode::output: return "unwritable";
    case ExitCode::interrupted: return "interrupted";
    }
    return "failed";
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

std::string numberText(const std::optional<double>& number) {
    if (!number)
        return {};
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, *number).ptr};
}

/// What a folder for the file is called before it is made unique.
std::string stemOf(const std::string& file) {
    constexpr std::string_view demo = "demo:";
    if (file.starts_with(demo))
        return "demo-" + file.substr(demo.size());
    const std::string stem = std::filesystem::path(file).stem().string();
    return stem.empty() ? "result" : stem;
}

} // namespace

std::vector<std::string> outputFolders(const std::string& out, const std::vector<std::string>& files) {
    std::set<std::string> taken;
    std::vector<std::string> folders;
    for (const std::string& file : files) {
        const std::string stem = stemOf(file);
        std::string name = stem;
        for (int number = 2; !taken.insert(name).second; ++number)
            name = stem + "-" + std::to_string(number);
        folders.push_back((std::filesystem::path(out) / name).string());
    }
    return folders;
}

std::string summaryCsv(const std::vector<FileOutcome>& outcomes) {
    std::string csv = "file,folder,status,exit_code,iterations,initial_objective,best_objective,message\n";
    for (const FileOutcome& outcome : outcomes) {
        csv += quoted(outcome.file) + ',' + quoted(outcome.folder) + ',' + statusWord(outcome.code) + ','
               + std::to_string(static_cast<int>(outcome.code)) + ',' + std::to_string(outcome.iterations) + ','
               + numberText(outcome.initialObjective) + ',' + numberText(outcome.bestObjective) + ','
               + quoted(outcome.message) + '\n';
    }
    return csv;
}

ExitCode overallCode(const std::vector<FileOutcome>& outcomes) {
    ExitCode code = ExitCode::success;
    for (const FileOutcome& outcome : outcomes) {
        if (outcome.code == ExitCode::interrupted)
            return ExitCode::interrupted;
        if (outcome.code != ExitCode::success)
            code = ExitCode::runFailed;
    }
    return code;
}

} // namespace thetascope
