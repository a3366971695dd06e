// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pictures.h"
#include "core/io/result_files.h"
#include "core/model/signal.h"
#include "core/run/descent.h"

#include <string>

namespace thetascope {

/// SHA-256 of a recording's bytes as they are now, hexadecimal; empty for a demonstration signal and for a file that can't
/// be read.
std::string sourceSha256(const std::string& path);

/// Where a result's signal came from. sha256 is that of the file's bytes as they are now; empty for a demonstration signal and
/// for a file that can no longer be read (a result is worth keeping when its recording has been moved away).
ResultSource describeSource(const AudioClip& clip, const Signal& signal);

/// Whether results can be put into a folder, which is made: asked before a run that takes minutes. Errors (kind output).
Status checkWritable(const std::string& folder);

/// Writes a result directory as in cli.md: arrays, tables, run.json, and the pictures asked for. Pictures of an older result in
/// the same folder go. The window and the command line both come here. Any format asked for needs a QApplication. Errors (kind output).
Status exportDescent(const std::string& folder, const AudioClip& clip, const Signal& signal, const DescentResult& result,
                     const PictureRequest& pictures);

/// The same for one evaluation, with its gradients if it has them, and no loss curve: there is one point.
Status exportEvaluation(const std::string& folder, const AudioClip& clip, const Signal& signal, const Evaluation& evaluation,
                        const PictureRequest& pictures);

} // namespace thetascope
