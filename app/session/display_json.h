// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/region.h"
#include "ui/panels/display_panel.h"

#include <nlohmann/json.hpp>

namespace thetascope {

/// How results are drawn, as an object of plain values.
nlohmann::ordered_json displayJson(const DisplaySettings& display, bool limitsByHand);

/// The same back: what is missing, of another kind or out of range stays as in `display`. Returns whether the limits had
/// been set by hand.
bool readDisplay(const nlohmann::ordered_json& object, DisplaySettings& display);

/// What is in view.
struct SavedView {
    TimeRange time;          ///< s
    double lowHz = 0, highHz = 0;
    bool split = false;      ///< the classical STFT beside
    int iteration = -1;      ///< on screen; -1: none
};

nlohmann::ordered_json viewJson(const SavedView& view);
/// The same back, within a recording of that length and rate; without a usable stretch all of it.
SavedView readView(const nlohmann::ordered_json& object, double durationSeconds, double sampleRate);

} // namespace thetascope
