// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/file_identity.h"
#include "app/workers/channel_reader.h"
#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/model/waveform_peaks.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace thetascope {

/// A recording as the window holds it: all of it, and the channel on screen. Immutable.
struct Recording {
    std::shared_ptr<const AudioClip> clip;
    std::string channel; ///< "mix" or a number from 1
    std::shared_ptr<const std::vector<float>> samples; ///< of that channel; null for a long recording, which stays in its file
    FileIdentity identity; ///< of its file when it was opened
    std::shared_ptr<const WaveformPeaks> peaks;        ///< null until withPeaks() of a long recording

    /// Reads the channel, wherever it is. Each reader belongs to one thread at a time.
    ChannelReader reader() const { return *ChannelReader::create(clip, channel); }
};

/// Reads an audio file or generates "demo:NAME", and prepares a channel of it for the waveform. Any thread; takes as long as
/// decoding does, but for a long recording only moments: its waveform comes from withPeaks(). Errors: of kind input, as a
/// sentence.
Result<Recording> openRecording(const std::string& source, const std::string& channel, const std::stop_token& stop);

/// The same recording with another channel on screen. Errors (kind arguments): no such channel.
Result<Recording> withChannel(const std::shared_ptr<const AudioClip>& clip, const std::string& channel);

/// A long recording with its waveform, for which all of it is read once. Errors (kind interrupted): stopped.
Result<Recording> withPeaks(Recording recording, const std::stop_token& stop);

} // namespace thetascope
