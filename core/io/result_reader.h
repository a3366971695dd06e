// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/result_files.h"

#include <string>

namespace thetascope {

/// What can be made into sound again of a result directory: read and checked, but for names that only factories know.
struct StoredResult {
    ResultSource source;
    Settings settings;      ///< those of run.json, support set
    Tiling tiling;          ///< positions from the start of the region
    ComplexFrames spectrum; ///< S [T, F]
    int length = 0;         ///< samples of the region, M
};

/// Reads run.json, positions.npy, theta.npy and stft.npy of a folder that writeResult() made. Errors (kind input), each
/// naming its file: missing, not what it should be, shapes that don't fit each other or the settings, numbers out of range.
Result<StoredResult> readResult(const std::string& folder);

} // namespace thetascope
