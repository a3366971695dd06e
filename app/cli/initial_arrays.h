// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/check_settings.h"

#include <string>

namespace thetascope {

/// Reads theta from a .npy file as results hold it: [] or [1] (shared), [T] (time), [F] (frequency), [F, T]
/// (time-frequency). Errors: those of reading (kind input); a shape that the mode doesn't have (kind arguments). Whether T and F
/// fit a signal is for checkSettings() to say.
Result<RealFrames> readTheta(const std::string& path, ThetaMode mode);

/// Keeps the arrays that a run began with in its result folder, initial_theta.npy and initial_positions.npy, so that --config
/// with its run.json repeats the run; takes older ones away. Errors (kind output).
Status writeInitialArrays(const std::string& folder, ThetaMode mode, const InitialArrays& arrays);

/// The arrays kept beside a run.json, if any. Errors as readTheta()'s.
Result<InitialArrays> readInitialArrays(const std::string& runFile, ThetaMode mode);

} // namespace thetascope
