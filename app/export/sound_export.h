// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/result_files.h"
#include "core/model/signal.h"

#include <stop_token>
#include <string>

namespace thetascope {

/// Writes the sound of a result (its inverse transform, core/inverse) as WAV, mono, float, `comment` inside. Any thread; where
/// theta varies along frequency it iterates, seconds per second of sound. Returns what came of it, as a sentence: signal to
/// error, what no window saw. Errors (kind output; interrupted, if stopped).
Result<std::string> writeSoundOf(const std::string& path, const Signal& signal, const ResultData& data, const std::string& comment,
                                 const std::stop_token& stop);

} // namespace thetascope
