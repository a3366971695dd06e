// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace thetascope {

/// A recording with a label, as training sees it.
struct Example {
    std::string name;           ///< path below the folder
    int label = 0;              ///< index into LabelledSet::labels
    std::optional<int> index;   ///< the number its name ends in, as in 7_jackson_32.wav
    std::vector<float> samples; ///< one channel
};

/// Recordings of one sample rate, in an order that doesn't depend on the file system's.
struct LabelledSet {
    std::vector<std::string> labels; ///< sorted; at least two
    double sampleRate = 0;           ///< Hz
    std::vector<Example> examples;
};

/// One epoch of a training, as its curves show it.
struct EpochRecord {
    int epoch = 0;               ///< 1 is the first
    double trainLoss = 0;        ///< mean cross-entropy, nats, over the epoch's batches while the weights moved
    double trainAccuracy = 0;    ///< 0..1, likewise
    double validationLoss = 0;   ///< after the epoch
    double validationAccuracy = 0;
    double theta = 0;            ///< samples, after the epoch
    double seconds = 0;          ///< the epoch took
};

/// How often label (row) was taken for label (column).
struct ConfusionMatrix {
    std::vector<std::string> labels;
    std::vector<int> counts; ///< [labels, labels], row by row

    int at(std::size_t truth, std::size_t predicted) const { return counts[truth * labels.size() + predicted]; }
};

} // namespace thetascope
