// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signal.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace thetascope {

/// One component of a scene: its instantaneous frequency at every sample, Hz; not a number where it is silent.
struct Ridge {
    std::vector<double> hz; ///< [M]
};

/// Where the energy of a scene truly lies in time and frequency.
struct Truth {
    std::vector<Ridge> ridges;
    std::vector<double> clicks; ///< instants, samples from the start; each at all frequencies
};

/// A generated sound and what it is made of.
struct TruthScene {
    std::shared_ptr<const Signal> signal;
    Truth truth;
};

struct TruthSceneDescription {
    std::string name;
    std::string sentence;
};

/// The scenes there are: crossing chirps, close tones, a tone with clicks, a vibrato harmonic sound with percussive hits, AM and FM.
const std::vector<TruthSceneDescription>& truthScenes();

/// A scene of 1.5 s at 8 kHz. snrDb: white Gaussian noise so far below the sound's mean power over the whole scene; absent: none. Noise
/// follows from the seed, the sound doesn't. Nothing if there is no such scene.
std::optional<TruthScene> makeTruthScene(const std::string& name, std::optional<double> snrDb, std::uint64_t seed);

} // namespace thetascope
