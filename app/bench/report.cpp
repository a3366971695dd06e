// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/suite.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace thetascope::bench {

namespace {

template <class... Values>
std::string formatted(const char* format, Values... values) {
    char line[256];
    std::snprintf(line, sizeof line, format, values...);
    return line;
}

/// A heading where a new group begins.
void addHeading(std::string& text, std::string& last, const std::string& group) {
    if (group == last) return;
    text += "\n" + group + "\n";
    last = group;
}

} // namespace

std::string tableOf(const Report& report) {
    std::string text = "value and gradient of the entropy unless said; thread CPU time, medians\n", last;
    for (const Row& row : report.rows) {
        addHeading(text, last, row.group);
        text += formatted("  %-52s %10.2f us/frame %9.2f x %s", row.name.c_str(), row.micros, row.ratio, row.yardstick.c_str());
        if (row.goal > 0) text += formatted("  (goal: %s %g)", row.atLeast ? "at least" : "at most", row.goal);
        text += '\n';
    }
    for (const Figure& figure : report.figures) {
        addHeading(text, last, figure.group);
        text += formatted("  %-52s %10.4g\n", figure.name.c_str(), figure.value);
    }
    return text;
}

std::string jsonOf(const Report& report) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array(), figures = rows;
    for (const Row& row : report.rows) {
        nlohmann::ordered_json entry = {{"workload", row.group}, {"name", row.name}, {"microseconds_per_frame", row.micros},
                                        {"ratio", row.ratio}, {"yardstick", row.yardstick}};
        if (row.goal > 0) entry[row.atLeast ? "goal_at_least" : "goal_at_most"] = row.goal;
        rows.push_back(std::move(entry));
    }
    for (const Figure& figure : report.figures)
        figures.push_back({{"group", figure.group}, {"name", figure.name}, {"value", figure.value}});
    constexpr int indent = 2;
    return nlohmann::ordered_json{{"rows", rows}, {"figures", figures}}.dump(indent);
}

} // namespace thetascope::bench
