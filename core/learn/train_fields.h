// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train_settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// One setting of a training as flags, files and the window's form know it: all read and write text.
struct TrainField {
    std::string key;   ///< "theta-rate": the flag without dashes and the key in files
    std::string label; ///< "Rate of ln θ"
    std::string help;  ///< a sentence
    std::string value; ///< what stands for the value in help: "SAMPLES", "a|b"
    std::vector<std::string> choices; ///< of a choice; else empty
    std::string (*get)(const TrainSettings&) = nullptr;
    /// False if the text can't be read as a value; the range is check()'s.
    bool (*set)(TrainSettings&, const std::string&) = nullptr;
    /// What is wrong with the value, or empty.
    std::string (*check)(const TrainSettings&) = nullptr;
};

/// Every setting, in the order of forms.
const std::vector<TrainField>& trainFields();

/// Sets a field by its key. False if there is none, or if the text can't be read as its value.
bool setTrainField(TrainSettings& settings, std::string_view key, const std::string& text);

/// Fields out of their range, one by one.
Problems checkTrainFields(const TrainSettings& settings);

} // namespace thetascope
