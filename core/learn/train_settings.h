// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/learn/spectrogram_layer.h"

#include <cstdint>
#include <string>

namespace thetascope {

/// Everything that can be set about a training. A plain value; keys, ranges and sentences are in train_fields.h. The defaults
/// are recipe A of ../shared/design/learning.md ("8 bins"), which reproduces the paper.
struct TrainSettings {
    // What the network sees
    int clip = 5120;             ///< samples every recording is cut or padded to
    int support = 256;           ///< N
    int hop = 16;                ///< samples; frame i is centred at hop i + hop/2
    int binStride = 16;
    std::string window = "hann";
    Normalisation normalise = Normalisation::energy;
    SpectrogramFeature feature = SpectrogramFeature::logMagnitude;
    double floor = 1e-4;
    // The network
    int filters = 16;
    int pool = 20;               ///< frames (of the second convolution) averaged into one
    double dropout = 0.2;
    // Theta
    double theta = 100;          ///< samples at the start
    double thetaMin = 3;         ///< the upper bound is N-1
    double thetaRate = 0.1;      ///< learning rate of ln theta; 0: theta stays where it is
    // Training
    double rate = 0.005;         ///< learning rate of the weights
    int batch = 32;
    int epochs = 30;
    int patience = 0;            ///< epochs without a better validation loss after which to stop; 0: never
    std::uint64_t seed = 0;
    int threads = 0;             ///< 0: all processors; results don't depend on it
    bool permuteLabels = false;  ///< the control: labels of training and validation shuffled
    // Split
    double testShare = 0.1;      ///< where the examples have no index
    double validationShare = 0;  ///< of what isn't test; 0: the indices 5-9, or 0.1 where there are none

    int frames() const { return clip / hop; }
    double thetaMax() const { return support - 1; }
    SpectrogramSpec spectrogram() const { return {clip, support, binStride, window, normalise, feature, floor}; }
    Vector positions() const { return evenPositions(frames(), hop, hop / 2, support); }

    bool operator==(const TrainSettings&) const = default;
};

/// Recipe A ("8 bins", the paper's optimum) or B ("16 bins", the better classifier). Throws std::invalid_argument for another name.
TrainSettings trainRecipe(const std::string& name);

/// What can't be used, field by field; empty if all is well.
Problems checkTrainSettings(const TrainSettings& settings);

} // namespace thetascope
