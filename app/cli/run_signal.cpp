// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_signal.h"

#include "core/io/audio_file.h"

#include <algorithm>

namespace thetascope {
namespace {

/// As many as the smallest support of a DFT.
constexpr int fewestSamples = 4;

} // namespace

Status checkSignal(const Signal& signal, const std::string& name) {
    if (signal.length() < fewestSamples)
        return Error{ErrorKind::input, name + ": holds " + std::to_string(signal.length())
                                           + (signal.length() == 1 ? " sample" : " samples")
                                           + " to analyse, too few; choose a longer recording or region"};
    const bool silent = std::all_of(signal.samples.begin(), signal.samples.end(), [](double s) { return s == 0; });
    if (silent)
        return Error{ErrorKind::input, name + ": holds only silence (every sample is 0), which no window can sharpen; choose "
                                              "another recording, region or channel"};
    return success();
}

Result<OpenedSignal> cutSignal(std::shared_ptr<const AudioClip> clip, const Settings& settings) {
    Result<std::shared_ptr<const Signal>> signal =
        extractSignal(*clip, settings.channel, settings.startSeconds, settings.endSeconds);
    if (!signal)
        return signal.error();
    if (const Status usable = checkSignal(**signal, clip->name); !usable)
        return usable.error();
    return OpenedSignal{std::move(clip), std::move(signal).value()};
}

Result<OpenedSignal> openSignal(const std::string& source, const Settings& settings) {
    Result<AudioClip> clip = openClip(source, settings.seed);
    if (!clip)
        return clip.error();
    return cutSignal(std::make_shared<const AudioClip>(std::move(clip).value()), settings);
}

} // namespace thetascope
