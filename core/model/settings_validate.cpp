// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings.h"
#include "core/model/settings_fields.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace thetascope {
namespace {

/// Lengths and steps for which 0 itself makes no sense, though their ranges begin there.
constexpr std::array positiveKeys{"hop", "theta", "theta-min", "theta-max", "step"};

std::string text(double value) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

bool mustBePositive(const std::string& key) {
    for (const char* const positive : positiveKeys)
        if (key == positive)
            return true;
    return false;
}

std::string withUnit(double value, const SettingsField& field) {
    return field.unit.empty() ? text(value) : text(value) + " " + field.unit;
}

/// What is wrong with one number by itself; empty if nothing.
std::string numberProblem(const SettingsField& field, double value) {
    if (!std::isfinite(value))
        return "must be a finite number";
    if (mustBePositive(field.key) && !(value > 0))
        return "must be greater than 0, not " + text(value);
    if (value < field.minimum || value > field.maximum)
        return "must be between " + text(field.minimum) + " and " + withUnit(field.maximum, field) + ", not " + text(value);
    return {};
}

void checkNumbers(const Settings& settings, Problems& problems) {
    for (const SettingsField& field : settingsFields()) {
        const FieldValue value = field.get(settings);
        std::string problem;
        if (const auto* real = std::get_if<double>(&value))
            problem = numberProblem(field, *real);
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            problem = numberProblem(field, static_cast<double>(*integer));
        if (!problem.empty())
            problems.push_back({field.key, problem});
    }
}

bool namesChannel(const std::string& channel) {
    if (channel == "mix")
        return true;
    int number = 0;
    const char* const last = channel.data() + channel.size();
    const auto [end, failure] = std::from_chars(channel.data(), last, number);
    return failure == std::errc() && end == last && number >= 1;
}

void checkSignal(const Settings& settings, int length, double sampleRate, Problems& problems) {
    if (!namesChannel(settings.channel))
        problems.push_back({"channel", "must be \"mix\" or a number from 1, not \"" + settings.channel + "\""});
    if (settings.startSeconds && settings.endSeconds && *settings.startSeconds >= *settings.endSeconds)
        problems.push_back({"end", "must lie after the start, " + text(*settings.startSeconds) + " s"});
    if (length < 1)
        problems.push_back({"start", "leaves no sample to analyse; choose a longer region"});
    if (!(std::isfinite(sampleRate) && sampleRate > 0))
        problems.push_back({"support", "can't be chosen for a signal without a sample rate"});
}

void checkWindowLengths(const ResolvedSettings& resolved, Problems& problems) {
    const double longest = resolved.N - 1.0;
    if (resolved.thetaUpper > longest)
        problems.push_back({"theta-max", "must be at most N-1 = " + text(longest) + " samples with a support of "
                                             + std::to_string(resolved.N) + " (paper, Eq. 6), not "
                                             + text(resolved.thetaUpper)});
    if (resolved.thetaLower >= resolved.thetaUpper)
        problems.push_back({"theta-min", "must be below the longest window, " + text(resolved.thetaUpper) + " samples, not "
                                             + text(resolved.thetaLower)});
    else if (resolved.theta0 < resolved.thetaLower || resolved.theta0 > resolved.thetaUpper)
        problems.push_back({"theta", "must lie between the shortest and the longest window, " + text(resolved.thetaLower)
                                         + " and " + text(resolved.thetaUpper) + " samples, not " + text(resolved.theta0)});
}

void checkLayout(const ResolvedSettings& resolved, int length, Problems& problems) {
    if (resolved.frames == FrameLayout::inside && resolved.N > length)
        problems.push_back({"support", "of " + std::to_string(resolved.N) + " samples doesn't fit into a signal of "
                                           + std::to_string(length)
                                           + " (frames inside); use a shorter one, or frames that cover the signal"});
}

/// As many frames as a layout makes at most: frameCount() stops there.
constexpr int mostFrames = std::numeric_limits<int>::max();

} // namespace

void checkCells(const ResolvedSettings& resolved, const char* field, Problems& problems) {
    const double cells = static_cast<double>(resolved.T) * resolved.F;
    if (cells <= static_cast<double>(largestCellCount)) return;
    const bool given = std::string_view(field) == "positions";
    const std::string more = resolved.T == mostFrames ? "more than " : "";
    problems.push_back({field, "makes " + more + std::to_string(resolved.T) + " frames of " + std::to_string(resolved.F)
                                   + " bins, more than " + std::to_string(largestCellCount) + " cells in all; use "
                                   + (given ? "fewer positions or a smaller support"
                                            : "a longer hop, a smaller support or a shorter region")});
}

Problems validate(const Settings& settings, int length, double sampleRate) {
    Problems problems;
    checkNumbers(settings, problems);
    checkSignal(settings, length, sampleRate, problems);
    const int support = settings.support.value_or(smallestSupport);
    if (support >= smallestSupport && support % 2 != 0)
        problems.push_back({"support", "must be even, not " + std::to_string(support)});
    if (settings.thetaGrid && (settings.thetaGrid->bins < 1 || settings.thetaGrid->frames < 1))
        problems.push_back({"theta-grid", "must be at least 1x1, where every cell has its own theta"});
    if (!problems.empty())
        return problems; // what follows compares numbers that must make sense by themselves
    const ResolvedSettings resolved = resolve(settings, length, sampleRate);
    checkWindowLengths(resolved, problems);
    checkLayout(resolved, length, problems);
    checkCells(resolved, "hop", problems);
    return problems;
}

} // namespace thetascope
