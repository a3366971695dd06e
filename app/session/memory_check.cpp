// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/memory_check.h"

#include "core/io/machine_memory.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace thetascope {
namespace {

constexpr double usableShare = 0.8;
constexpr double thousand = 1000, binaryThousand = 1024;
constexpr double gigabyte = 1e9, megabyte = 1e6;

std::atomic<double> chosenLimit{0};

std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// Bytes of a unit: "", "B", "K", "KB", "KiB"...; 0 if it is none.
double unitBytes(std::string unit) {
    std::erase_if(unit, [](char c) { return c == ' '; });
    std::ranges::transform(unit, unit.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (unit.empty() || unit == "B") return 1;
    const std::size_t power = std::string("KMGT").find(unit.front());
    const std::string rest = unit.substr(1);
    if (power == std::string::npos || !(rest.empty() || rest == "B" || rest == "IB")) return 0;
    return std::pow(rest == "IB" ? binaryThousand : thousand, static_cast<double>(power) + 1);
}

} // namespace

void limitMemory(double bytes) { chosenLimit = bytes; }

double memoryLimit() {
    const double chosen = chosenLimit;
    return chosen > 0 ? chosen : residentBytes() + usableShare * machineMemory().available;
}

Result<double> parseBytes(const std::string& text) {
    double value = 0;
    const char* const last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), last, value);
    const double unit = failure == std::errc() ? unitBytes(std::string(end, last)) : 0;
    const double bytes = value * unit;
    if (!(bytes >= 1) || !std::isfinite(bytes))
        return Error{ErrorKind::arguments, "must be an amount of memory such as 500M or 6G, not \"" + text + "\""};
    return bytes;
}

std::string bytesText(double bytes) {
    if (bytes >= gigabyte) return number("%.1f GB", bytes / gigabyte);
    return number("%.0f MB", std::ceil(bytes / megabyte));
}

std::string MemoryRefusal::sentence() const {
    return "the run would take about " + bytesText(needed) + " of memory, more than the " + bytesText(limit) + " that may be used";
}

std::string MemoryRefusal::afterMemory() const {
    return "of about " + bytesText(needed) + " would be needed, more than the " + bytesText(limit) + " that may be used";
}

std::string MemoryRefusal::sentenceWithOptions() const {
    std::string ways;
    const auto add = [&ways](const std::string& way) { ways += (ways.empty() ? "; choose " : " or ") + way; };
    if (remedies.seconds) add("a region of at most " + number("%.1f", *remedies.seconds) + " s (--start, --end)");
    if (remedies.hop) add("a longer hop (--hop " + number("%g", *remedies.hop) + ")");
    if (remedies.singlePrecision) add("--precision float");
    if (ways.empty()) ways = "; choose a smaller support";
    return sentence() + ways + ", or raise --memory-limit";
}

MemoryRoom MemoryRoom::now() { return {residentBytes(), memoryLimit()}; }

std::optional<MemoryRefusal> refuseMemory(const ResolvedSettings& settings, int signalLength, double sampleRate, const MemoryUse& use,
                                          const MemoryRoom& room) {
    const double needed = room.before + forecastMemory(settings, signalLength, use).peak();
    if (needed <= room.limit) return std::nullopt;
    return MemoryRefusal{needed, room.limit, remediesFor(settings, signalLength, sampleRate, use, room.limit - room.before)};
}

} // namespace thetascope
