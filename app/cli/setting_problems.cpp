// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/setting_problems.h"

#include "app/cli/console.h"

namespace thetascope {

std::string problemText(const Problem& problem) { return "--" + problem.field + ": " + problem.message; }

ExitCode reportProblems(const std::string& file, const Problems& problems) {
    for (const Problem& problem : problems)
        console::printError(file, problemText(problem));
    return ExitCode::arguments;
}

ExitCode reportAll(const std::vector<Error>& errors) {
    for (const Error& error : errors)
        console::report({}, error);
    return console::exitCode(errors.front().kind);
}

} // namespace thetascope
