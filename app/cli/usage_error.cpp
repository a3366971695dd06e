// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/usage_error.h"

#include <QRegularExpression>
#include <array>

namespace thetascope {
namespace {

/// A sentence of CLI11's, as a regular expression, and ours.
struct Wording {
    const char* pattern;
    const char* sentence;
};

constexpr std::array wordings{
    Wording{R"(^(\S+): At Most \d+ required but received (\d+)$)", "\\1: is given \\2 times; give it once"},
    Wording{R"(^(\S+): (?:\d+ required|at least 1 required) ?(\S*) missing$)", "\\1: needs a value, \\2"},
    Wording{R"(^(\S+): Value (\S+) not in range (\S+) to (\S+)$)", "\\1: must lie between \\3 and \\4, not \\2"},
    Wording{R"(^The following arguments? (?:was|were) not expected: (.*)$)", "there is no option or argument \\1 here"},
    Wording{R"(^(\S+) excludes (\S+)$)", "\\1 and \\2 can't go together; leave one out"},
    Wording{R"(^A subcommand is required$)", "what to do is missing, as in `thetascope optimise FILE --out DIR`"},
};

} // namespace

std::string usageSentence(const CLI::ParseError& error) {
    QString said = QString::fromUtf8(error.what());
    for (const Wording& wording : wordings) {
        const QRegularExpression pattern(QString::fromLatin1(wording.pattern));
        if (pattern.match(said).hasMatch()) return said.replace(pattern, QString::fromLatin1(wording.sentence)).toStdString();
    }
    return said.toStdString();
}

} // namespace thetascope
