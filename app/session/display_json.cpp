// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/display_json.h"

#include "ui/render/colour_map.h"
#include "ui/render/frequency_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace thetascope {
namespace {

using Json = nlohmann::ordered_json;

/// Levels that a panel can show, dB.
constexpr double lowestDb = -400, highestDb = 400;
constexpr int mostOverlays = 2;
constexpr std::array<const char*, 3> thetaUnits{"samples", "milliseconds", "hertz"};

double number(const Json& object, const char* key, double otherwise) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : otherwise;
}

bool flag(const Json& object, const char* key, bool otherwise) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

std::string word(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const char* scaleKey(FrequencyScale scale) {
    const auto& all = frequencyScales();
    const auto known = std::ranges::find(all, scale, &FrequencyScaleName::scale);
    return known == all.end() ? "" : known->key;
}

} // namespace

Json displayJson(const DisplaySettings& display, bool limitsByHand) {
    return {{"floor", display.floorDb},
            {"ceiling", display.ceilingDb},
            {"limits-by-hand", limitsByHand},
            {"colour-map", display.colourMap.toStdString()},
            {"frequency", scaleKey(display.frequency)},
            {"smooth", display.smooth},
            {"theta-unit", thetaUnits[static_cast<std::size_t>(display.thetaUnit)]},
            {"overlays", display.overlayLevel}};
}

bool readDisplay(const Json& object, DisplaySettings& display) {
    const double floor = number(object, "floor", display.floorDb), ceiling = number(object, "ceiling", display.ceilingDb);
    if (floor >= lowestDb && floor < ceiling && ceiling <= highestDb) {
        display.floorDb = floor;
        display.ceilingDb = ceiling;
    }
    const QString map = QString::fromStdString(word(object, "colour-map"));
    if (ColourMap::exists(map)) display.colourMap = map;
    const std::string scale = word(object, "frequency");
    for (const FrequencyScaleName& known : frequencyScales())
        if (scale == known.key) display.frequency = known.scale;
    display.smooth = flag(object, "smooth", display.smooth);
    const auto unit = std::ranges::find(thetaUnits, word(object, "theta-unit"));
    if (unit != thetaUnits.end()) display.thetaUnit = static_cast<ThetaUnit>(unit - thetaUnits.begin());
    const double overlays = number(object, "overlays", display.overlayLevel);
    display.overlayLevel = static_cast<int>(std::clamp<double>(overlays, 0, mostOverlays));
    return flag(object, "limits-by-hand", false);
}

Json viewJson(const SavedView& view) {
    return {{"start", view.time.start}, {"end", view.time.end}, {"low-hz", view.lowHz},
            {"high-hz", view.highHz},   {"split", view.split},  {"iteration", view.iteration}};
}

SavedView readView(const Json& object, double durationSeconds, double sampleRate) {
    SavedView view{{0, durationSeconds}, 0, 0.5 * sampleRate, flag(object, "split", false), -1};
    const TimeRange time{number(object, "start", 0), number(object, "end", 0)};
    if (time.start >= 0 && time.end <= durationSeconds && time.length() * sampleRate >= 1) view.time = time;
    const double low = number(object, "low-hz", 0), high = number(object, "high-hz", 0);
    if (low >= 0 && high <= view.highHz && high - low >= 1) {
        view.lowHz = low;
        view.highHz = high;
    }
    constexpr double mostIterations = 1e9;
    view.iteration = static_cast<int>(std::clamp(number(object, "iteration", -1), -1.0, mostIterations));
    return view;
}

} // namespace thetascope
