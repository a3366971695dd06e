// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/recording.h"

#include "core/io/audio_file.h"

#include <utility>

namespace thetascope {

Result<Recording> withChannel(const std::shared_ptr<const AudioClip>& clip, const std::string& channel) {
    Result<ChannelReader> reader = ChannelReader::create(clip, channel);
    if (!reader) return reader.error();
    Recording recording;
    recording.clip = clip;
    recording.channel = channel;
    if (clip->source) return recording;
    std::vector<float> samples(static_cast<std::size_t>(clip->frames()));
    reader->read(0, samples);
    recording.samples = std::make_shared<const std::vector<float>>(std::move(samples));
    recording.peaks = std::make_shared<const WaveformPeaks>(recording.samples, clip->sampleRate);
    return recording;
}

Result<Recording> withPeaks(Recording recording, const std::stop_token& stop) {
    const auto reader = std::make_shared<ChannelReader>(recording.reader());
    recording.peaks = std::make_shared<const WaveformPeaks>(
        [reader](std::int64_t first, std::span<float> samples) { reader->read(first, samples); }, recording.clip->frames(),
        recording.clip->sampleRate, stop);
    if (stop.stop_requested()) return Error{ErrorKind::interrupted, recording.clip->name + ": reading it was given up"};
    return recording;
}

Result<Recording> openRecording(const std::string& source, const std::string& channel, const std::stop_token& stop) {
    const FileIdentity identity = FileIdentity::of(source);
    Result<AudioClip> clip = openClip(source);
    if (!clip) return clip.error();
    if (stop.stop_requested()) return Error{ErrorKind::interrupted, source + ": opening it was given up"};
    const auto shared = std::make_shared<const AudioClip>(std::move(clip).value());
    Result<Recording> recording = withChannel(shared, channel);
    if (!recording) recording = withChannel(shared, "mix");
    if (recording) recording->identity = identity;
    return recording;
}

} // namespace thetascope
