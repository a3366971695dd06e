// SPDX-License-Identifier: GPL-3.0-or-later
// The audio wrapper: whatever libsndfile makes of the bytes, what comes out is a clip that can be analysed, or a sentence.
#include "core/io/audio_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <limits>

using namespace thetascope;
using namespace thetascope::fuzzing;

namespace {

/// Few, so that small inputs stay in their file as long recordings do.
constexpr std::int64_t fewSamples = 64;

void checkClip(const AudioClip& clip) {
    require(clip.channels >= 1 && clip.sampleRate > 0 && clip.frames() > 0, "a clip has channels, a rate and samples");
    const auto signal = extractSignal(clip, "mix", {}, {});
    if (!signal) return requireSentence(signal.error().message);
    require((*signal)->length() <= clip.frames(), "a signal is no longer than its clip");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static MemoryFile file;
    file.set(textOf(data, size));
    for (const std::int64_t longSamples : {longRecordingSamples, fewSamples}) {
        const auto clip = readAudio(file.path(), longSamples);
        if (clip) checkClip(*clip);
        else requireSentence(clip.error().message);
    }
    return 0;
}
