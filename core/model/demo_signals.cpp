// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/demo_signals.h"

#include <algorithm>

namespace thetascope {
namespace {

/// The paper's noise in C.1.1.
constexpr double paperNoise = 0.1;

std::vector<double> noisyThreeComponents(std::uint64_t seed) { return threeComponents(paperNoise, seed); }

struct Demo {
    DemoDescription description;
    double sampleRate;
    double scale; ///< times the largest sample: below 1 (beyond it, by a rare noise sample, the clip is limited)
    std::vector<double> (*make)(std::uint64_t seed);
};

const std::vector<Demo>& demos() {
    static const std::vector<Demo> all{
        {{"chirp-clicks", "A chirp, two close steady partials and clicks: no single window suits all three"}, 16000, 0.5,
         chirpAndClicks},
        {{"three-components", "Experiment C.1.1 of the paper: a steady tone, a tone that rises, a transient, in noise"},
         8000, 0.5, noisyThreeComponents},
        {{"shocks", "Experiment C.1.2 of the paper: four decaying shocks of different pitch"}, 1000, 0.4, shocks},
        {{"two-tones", "The authors' tutorial: a steady tone, and another from the middle on"}, 5120, 0.5, twoTones},
        {{"crossing-chirps", "A rising and a falling chirp that cross, and a steady tone"}, 16000, 0.9, crossingChirps},
        {{"vibrato-hits", "A tone with vibrato, struck by short noise bursts"}, 16000, 0.4, vibratoAndHits},
    };
    return all;
}

const Demo* find(std::string_view name) {
    const auto found = std::find_if(demos().begin(), demos().end(),
                                    [name](const Demo& demo) { return demo.description.name == name; });
    return found == demos().end() ? nullptr : &*found;
}

} // namespace

const std::vector<DemoDescription>& demoSignals() {
    static const std::vector<DemoDescription> descriptions = [] {
        std::vector<DemoDescription> list;
        for (const Demo& demo : demos())
            list.push_back(demo.description);
        return list;
    }();
    return descriptions;
}

double demoScale(std::string_view name) {
    const Demo* const demo = find(name);
    return demo ? demo->scale : 0;
}

std::optional<AudioClip> makeDemo(std::string_view name, std::uint64_t seed) {
    const Demo* const demo = find(name);
    if (!demo)
        return std::nullopt;
    AudioClip clip;
    clip.name = "demo:" + demo->description.name;
    clip.sampleRate = demo->sampleRate;
    clip.channels = 1;
    for (const double sample : demo->make(seed))
        clip.interleaved.push_back(static_cast<float>(std::clamp(demo->scale * sample, -1.0, 1.0)));
    return clip;
}

} // namespace thetascope
