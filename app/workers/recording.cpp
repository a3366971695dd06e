// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/recording.h"

#include "core/io/audio_file.h"

#include <charconv>
#include <cmath>

namespace thetascope {
namespace {

/// Index of the channel, -1 for the mean of all; an error if there is no such channel.
Result<int> channelIndex(const AudioClip& clip, const std::string& channel) {
    if (channel == "mix") return -1;
    int number = 0;
    const char* const last = channel.data() + channel.size();
    const auto [end, failure] = std::from_chars(channel.data(), last, number);
    if (failure == std::errc() && end == last && number >= 1 && number <= clip.channels) return number - 1;
    return Error{ErrorKind::arguments, clip.name + ": there is no channel " + channel + "; it has "
                                           + std::to_string(clip.channels) + ", choose one of them or \"mix\""};
}

std::vector<float> samplesOf(const AudioClip& clip, int index) {
    const int first = std::max(index, 0), last = index < 0 ? clip.channels : first + 1;
    std::vector<float> samples(static_cast<std::size_t>(clip.frames()));
    const float* values = clip.interleaved.data();
    for (float& sample : samples) {
        float sum = 0;
        for (int c = first; c < last; ++c) sum += values[c];
        sample = sum / static_cast<float>(last - first);
        values += clip.channels;
    }
    return samples;
}

} // namespace

Result<Recording> withChannel(const std::shared_ptr<const AudioClip>& clip, const std::string& channel) {
    const Result<int> index = channelIndex(*clip, channel);
    if (!index) return index.error();
    Recording recording;
    recording.clip = clip;
    recording.channel = channel;
    recording.samples = std::make_shared<const std::vector<float>>(samplesOf(*clip, *index));
    recording.peaks = std::make_shared<const WaveformPeaks>(recording.samples, clip->sampleRate);
    return recording;
}

Result<Recording> openRecording(const std::string& source, const std::string& channel, const std::stop_token& stop) {
    Result<AudioClip> clip = openClip(source);
    if (!clip) return clip.error();
    if (stop.stop_requested()) return Error{ErrorKind::interrupted, source + ": opening it was given up"};
    const auto shared = std::make_shared<const AudioClip>(std::move(clip).value());
    Result<Recording> recording = withChannel(shared, channel);
    return recording ? std::move(recording) : withChannel(shared, "mix");
}

} // namespace thetascope
