// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// The share, 0..1, of its samples that a WAV or AIFF file still holds: what is there of its data chunk over what the
/// chunk's header declares. 1 for whole files, for other formats, and for the placeholder lengths (from 2^31-256 up) of
/// streamed files. libsndfile quietly corrects the length, so it can't be asked.
double shareOfDeclaredSamples(const std::string& path);

/// Whether a file is an Ogg stream whose last page doesn't say that it is the last: it was cut off, or is still being written.
bool lacksEndOfStream(const std::string& path);

} // namespace thetascope
