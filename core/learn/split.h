// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/learn/train_settings.h"
#include "core/model/training.h"

#include <array>
#include <vector>

namespace thetascope {

enum class DataPart { training, validation, test };

/// The part of every example, [examples]. Where all have an index (7_jackson_32.wav) the rule of the Free Spoken Digit Dataset
/// holds: indices 0-4 test; and for validation 5-9, or, if validationShare > 0, that share of the rest. Elsewhere testShare of
/// each label's examples test, and validationShare (0: a tenth) of the rest validate. Shares are drawn by the seed, label by label.
std::vector<DataPart> splitParts(const LabelledSet& set, const TrainSettings& settings);

/// A set made ready for training: prepared clips, labels and the examples of each part.
struct TrainData {
    std::vector<std::string> labels;
    double sampleRate = 0;
    std::vector<std::string> names;
    std::vector<std::vector<float>> clips; ///< prepareClip()
    std::vector<int> truth;                ///< index into labels
    std::vector<int> target;               ///< what is trained on: truth, or permuted for the control
    std::array<std::vector<int>, 3> parts; ///< examples of training, validation, test

    const std::vector<int>& of(DataPart part) const { return parts[static_cast<std::size_t>(part)]; }
};

/// A number that tells sets apart: of clips, targets and parts (64-bit FNV-1a).
std::uint64_t fingerprint(const TrainData& data);

/// Splits and prepares. Errors (kind input): a part left empty, or a label without a training example; says what to do.
Result<TrainData> makeTrainData(const LabelledSet& set, const TrainSettings& settings);

} // namespace thetascope
