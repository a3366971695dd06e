// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"

#include <cstdint>
#include <span>
#include <string>

namespace thetascope {

/// Samples over all channels from which on a recording stays in its file: 160 MB once decoded, a quarter of an hour of CD.
constexpr std::int64_t longRecordingSamples = 40'000'000;

/// Decodes a whole audio file (whatever libsndfile reads: WAV, AIFF, FLAC, Ogg, MP3...), block by block: what a header
/// claims is never allocated. Samples that are not finite are kept (extractSignal() rejects them). A file that ends
/// before its header says gives what there is, and a warning. One of more than longSamples samples stays in its file
/// (AudioClip::source) if its length is certain. Errors (kind input): missing, a folder, not audio, no
/// samples, too large for memory.
Result<AudioClip> readAudio(const std::string& path, std::int64_t longSamples = longRecordingSamples);

/// A file by its path, or a demonstration signal as "demo:NAME" (made from the seed). Errors (kind input) of
/// readAudio(); an unknown demonstration lists those there are.
Result<AudioClip> openClip(const std::string& source, std::uint64_t seed = 0);

/// Writes interleaved samples as 32-bit float WAV (RF64 beyond 4 GB), atomically; the same samples give the same bytes.
/// A comment (what made it) goes into the file's ICMT chunk. channels >= 1; the rate is rounded to whole Hz, as the format wants.
/// Errors (kind output), among them a name that promises another format (one that doesn't end in .wav, in whatever case).
Status writeWav(const std::string& path, std::span<const float> interleaved, int channels, double sampleRate,
                const std::string& comment = {});

} // namespace thetascope
