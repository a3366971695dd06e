// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/training.h"

#include <string>
#include <vector>

namespace thetascope {

/// A recording that was left out, and why.
struct SkippedFile {
    std::string name; ///< path below the folder
    std::string reason;
};

/// What a folder holds for training.
struct LabelledFolder {
    LabelledSet set;
    std::vector<SkippedFile> skipped;
};

/// Reads every audio file of a folder (wav, flac, ogg, opus, mp3, aif, aiff; hidden ones are passed over) in the order of names; the
/// mean of the channels. The label is the name of the sub-folder, where at least two of them hold recordings, else what a file's name
/// has before its first underscore (7_jackson_32.wav: "7", index 32); a single sub-folder is entered. The index is the number after
/// the last underscore. The sample rate is the commonest; files of another rate, unreadable ones and those with samples that are not
/// finite are skipped with their reason. Errors (kind input): no such folder, no recordings, fewer than two labels.
Result<LabelledFolder> readLabelledFolder(const std::string& path);

/// One recording the same way: one channel. Errors (kind input).
Result<std::vector<float>> readRecording(const std::string& path, double& sampleRate);

} // namespace thetascope
