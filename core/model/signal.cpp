// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/signal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace thetascope {
namespace {

constexpr std::int64_t longestRegion = std::numeric_limits<int>::max();
/// Frames copied at a time.
constexpr std::int64_t blockFrames = std::int64_t{1} << 16;

/// Frames [begin, end) of a clip.
struct Range {
    std::int64_t begin = 0, end = 0;
};

Error badArgument(std::string message) { return {ErrorKind::arguments, std::move(message)}; }

/// The text of a number as a person would write it.
std::string inWords(double value) {
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr};
}

} // namespace

Result<int> channelIndex(const AudioClip& clip, const std::string& channel) {
    if (channel == "mix")
        return -1;
    int number = 0;
    const char* const last = channel.data() + channel.size();
    const auto [end, failure] = std::from_chars(channel.data(), last, number);
    const bool understood = failure == std::errc() && end == last;
    if (understood && number >= 1 && number <= clip.channels)
        return number - 1;
    return badArgument("channel \"" + channel + "\" does not exist in " + clip.name + ", which has "
                       + std::to_string(clip.channels) + "; use \"mix\" or a number from 1 to "
                       + std::to_string(clip.channels));
}

namespace {

/// Nearest frame to a time, within [0, frames].
std::int64_t nearestFrame(double seconds, const AudioClip& clip) {
    const double frame = std::round(seconds * clip.sampleRate);
    return static_cast<std::int64_t>(std::clamp(frame, 0.0, static_cast<double>(clip.frames())));
}

Result<Range> regionOf(const AudioClip& clip, std::optional<double> startSeconds, std::optional<double> endSeconds) {
    if (clip.frames() == 0)
        return Error{ErrorKind::input, clip.name + " holds no samples; choose another file"};
    const double start = startSeconds.value_or(0);
    const double end = endSeconds.value_or(clip.durationSeconds());
    if (!std::isfinite(start) || !std::isfinite(end) || start < 0)
        return badArgument("the region's start and end must be times in seconds, not before 0");
    const Range range{nearestFrame(start, clip), endSeconds ? nearestFrame(end, clip) : clip.frames()};
    if (range.begin >= range.end)
        return badArgument("the region from " + inWords(start) + " s to " + inWords(end) + " s of " + clip.name
                           + " holds no sample; choose a region within its " + inWords(clip.durationSeconds()) + " s");
    if (range.end - range.begin > longestRegion)
        return badArgument("the region holds " + std::to_string(range.end - range.begin)
                           + " samples, more than 2147483647; choose a shorter one with --start and --end");
    return range;
}

Error notFinite(const AudioClip& clip, std::int64_t frame, int channel) {
    return {ErrorKind::input, clip.name + " holds a sample that is not a finite number, at "
                                  + inWords(static_cast<double>(frame) / clip.sampleRate) + " s (sample "
                                  + std::to_string(frame) + " of channel " + std::to_string(channel + 1)
                                  + "); choose a region or a channel without it"};
}

} // namespace

void readFrames(const AudioClip& clip, std::int64_t first, std::span<float> interleaved) {
    if (clip.source) return clip.source->read(first, interleaved);
    const std::size_t begin = std::min(static_cast<std::size_t>(first) * static_cast<std::size_t>(clip.channels), clip.interleaved.size());
    const std::size_t count = std::min(interleaved.size(), clip.interleaved.size() - begin);
    std::copy_n(clip.interleaved.begin() + static_cast<std::ptrdiff_t>(begin), count, interleaved.begin());
    std::ranges::fill(interleaved.subspan(count), 0.0F);
}

Result<int> regionLength(const AudioClip& clip, std::optional<double> startSeconds, std::optional<double> endSeconds) {
    const Result<Range> range = regionOf(clip, startSeconds, endSeconds);
    if (!range)
        return range.error();
    return static_cast<int>(range->end - range->begin);
}

Result<std::shared_ptr<const Signal>> extractSignal(const AudioClip& clip, const std::string& channel,
                                                    std::optional<double> startSeconds, std::optional<double> endSeconds) {
    const Result<int> index = channelIndex(clip, channel);
    if (!index)
        return index.error();
    const Result<Range> range = regionOf(clip, startSeconds, endSeconds);
    if (!range)
        return range.error();

    const int first = std::max(*index, 0);
    const int last = *index < 0 ? clip.channels : first + 1;
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = clip.sampleRate;
    signal->startSeconds = static_cast<double>(range->begin) / clip.sampleRate;
    signal->samples.reserve(static_cast<std::size_t>(range->end - range->begin));
    std::vector<float> block;
    for (std::int64_t begin = range->begin; begin < range->end; begin += blockFrames) {
        const std::int64_t count = std::min(blockFrames, range->end - begin);
        block.resize(static_cast<std::size_t>(count * clip.channels));
        readFrames(clip, begin, block);
        for (std::int64_t i = 0; i < count; ++i) {
            const float* const values = block.data() + i * clip.channels;
            double sum = 0;
            for (int c = first; c < last; ++c) {
                if (!std::isfinite(values[c]))
                    return notFinite(clip, begin + i, c);
                sum += static_cast<double>(values[c]);
            }
            signal->samples.push_back(sum / (last - first));
        }
    }
    return std::shared_ptr<const Signal>(std::move(signal));
}

} // namespace thetascope
