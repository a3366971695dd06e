// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/cli/presets.h"
#include "core/model/settings_fields.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {

std::optional<Tiling> RunData::bestTiling() const {
    if (result) return result->bestTiling;
    if (learned) return learned->bestTiling;
    if (!history) return std::nullopt;
    auto kept = history->nearest(bestIteration);
    if (!kept || kept->first != bestIteration) return std::nullopt;
    return std::move(kept->second);
}

Session::Session() : m_settings(presets().front().settings) {}

void Session::open(Recording recording) {
    m_recording = std::move(recording);
    m_settings.channel = m_recording.channel;
    m_settings.startSeconds.reset();
    m_settings.endSeconds.reset();
    m_arrays = {};
    pictures.reset();
    run.reset();
}

const InitialArrays& Session::arrays() const {
    static const InitialArrays none;
    return m_arraysRegion == regionSet() ? m_arrays : none;
}

void Session::setArrays(InitialArrays arrays) {
    m_arrays = std::move(arrays);
    m_arraysRegion = regionSet();
}

RegionChoice Session::region(TimeRange visible) const {
    return chooseRegion(durationSeconds(), m_settings.startSeconds, m_settings.endSeconds, visible);
}

Settings Session::settingsFor(const RegionChoice& region) const {
    Settings settings = m_settings;
    if (!region.whole) {
        settings.startSeconds = region.range.start;
        settings.endSeconds = region.range.end;
    }
    return settings;
}

int Session::regionLength(const RegionChoice& region) const {
    const double samples = std::round(region.range.length() * m_recording.clip->sampleRate);
    const auto most = static_cast<double>(
        std::min<std::int64_t>(m_recording.clip->frames(), std::numeric_limits<int>::max()));
    return static_cast<int>(std::clamp(samples, 0.0, most));
}

Problems Session::problems(const RegionChoice& region) const {
    Problems problems = settingProblems(region);
    if (const auto refusal = tooMuchMemory(region)) problems.push_back({memoryField, refusal->afterMemory()});
    return problems;
}

std::optional<MemoryRefusal> Session::tooMuchMemory(const RegionChoice& region) const {
    if (!settingProblems(region).empty()) return std::nullopt;
    return refuseMemory(resolved(region), regionLength(region), m_recording.clip->sampleRate, windowUse(), MemoryRoom::now());
}

Problems Session::settingProblems(const RegionChoice& region) const {
    return checkSettings(settingsFor(region), arrays(), regionLength(region), m_recording.clip->sampleRate);
}

ResolvedSettings Session::resolved(const RegionChoice& region) const {
    ResolvedSettings resolved =
        resolveWith(settingsFor(region), arrays(), regionLength(region), m_recording.clip->sampleRate);
    resolved.startSeconds = region.range.start;
    resolved.endSeconds = region.range.end;
    return resolved;
}

bool sameTransform(const Settings& first, const Settings& second) {
    return std::ranges::all_of(settingsFields(), [&](const SettingsField& field) {
        const bool matters =
            field.group == FieldGroup::signal || field.group == FieldGroup::transform || field.key == "precision";
        return !matters || field.get(first) == field.get(second);
    });
}

bool sameButRegion(const Settings& first, const Settings& second) {
    Settings elsewhere = second;
    elsewhere.startSeconds = first.startSeconds;
    elsewhere.endSeconds = first.endSeconds;
    return sameTransform(first, elsewhere);
}

} // namespace thetascope
