// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/npz_reader.h"
#include "core/learn/train.h"

#include <string>

namespace thetascope {

/// The learned arrays of a model by their names ("conv1.weight" ..., "theta", "running_mean", "running_variance"), float64.
NpzFile weightsToNpz(const TrainSettings& settings, int classes, const ClassifierParameters& parameters);

/// And back. Errors (kind input; the reason alone): an array missing, of another shape, or not finite.
Result<ClassifierParameters> weightsFromNpz(const TrainSettings& settings, int classes, const NpzFile& file);

/// A training's state between epochs. `belongsTo` says of which training, and is compared when it is read.
Status writeCheckpoint(const std::string& path, const TrainState& state, const std::string& belongsTo);

/// Errors (kind input): missing, damaged, or of another training.
Result<TrainState> readCheckpoint(const std::string& path, const std::string& belongsTo);

} // namespace thetascope
