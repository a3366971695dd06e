// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/apply_result.h"

#include "core/model/settings_fields.h"

#include <charconv>
#include <cmath>

namespace thetascope {

namespace {

/// Positions within this share of a hop of even ones are even.
constexpr double evenTolerance = 1e-6;

std::string text(double value) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

/// The hop with which the layout makes these very positions; nothing if none does.
std::optional<double> evenHop(const LearnedParameters& learned) {
    const Tiling& tiling = learned.tiling;
    const int frames = tiling.frames();
    const double initial = learned.settings.hop.value_or(1);
    const double spacing = frames > 1 ? (tiling.positions[frames - 1] - tiling.positions[0]) / (frames - 1) : initial;
    for (const double hop : {initial, spacing}) {
        const Vector even = framePositions(learned.settings.frames, tiling.support, hop, frames);
        const bool stands = ((tiling.positions - even).abs() <= evenTolerance * std::abs(hop)).all();
        // A hop that shrank would make more frames than there are window lengths.
        const bool asMany = frameCount(learned.settings.frames, learned.signalLength, tiling.support, hop) == frames;
        if (stands && (asMany || !variesInTime(tiling.mode))) return hop;
    }
    return std::nullopt;
}

bool belongsToFrames(const LearnedParameters& learned) { return variesInTime(learned.tiling.mode) || !evenHop(learned); }

} // namespace

Settings withTransformOf(const LearnedParameters& learned, Settings own) {
    for (const SettingsField& field : settingsFields())
        if (field.group == FieldGroup::transform) field.set(own, field.get(learned.settings));
    if (const std::optional<double> hop = evenHop(learned)) own.hop = hop;
    return own;
}

InitialArrays arraysOf(const LearnedParameters& learned) {
    InitialArrays arrays;
    arrays.theta = learned.tiling.theta;
    if (!evenHop(learned)) arrays.positions = learned.tiling.positions;
    return arrays;
}

Problems checkApplied(const LearnedParameters& learned, int signalLength, double sampleRate) {
    if (sampleRate != learned.sampleRate)
        return {{"apply", "the result was learned at " + text(learned.sampleRate) + " Hz, but here are " + text(sampleRate) +
                              " Hz, where as many samples last otherwise; resample the recording"}};
    if (signalLength == learned.signalLength || !belongsToFrames(learned)) return {};
    const double hop = evenHop(learned).value_or(learned.settings.hop.value_or(1));
    const int frames = frameCount(learned.settings.frames, signalLength, learned.tiling.support, hop);
    if (frames == learned.tiling.frames()) return {};
    return {{"apply", "the result holds " + std::string(variesInTime(learned.tiling.mode) ? "window lengths" : "positions") + " of " +
                          std::to_string(learned.tiling.frames()) + " frames, but here are " + std::to_string(frames) +
                          "; choose a region of " + text(learned.signalLength / learned.sampleRate) +
                          " s, or a result whose windows are shared or vary over frequency alone"}};
}

} // namespace thetascope
