// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <cstddef>
#include <optional>

namespace thetascope {

/// What goes with a run, besides the descent.
struct MemoryUse {
    bool descends = true;         ///< false: one exact evaluation
    bool gradients = false;       ///< of an evaluation
    bool figures = false;         ///< drawn at its end
    std::size_t historyBytes = 0; ///< budget for the parameters of every iteration; 0: they are not kept
    int pictures = 0;             ///< spectrograms [T, F] held besides the run's own: those on a screen
};

/// What a run asks of memory beyond what its program holds before it, bytes, stage by stage: nothing outlives its stage but what
/// the next one needs.
struct MemoryForecast {
    double descent = 0; ///< while iterations go on
    double result = 0;  ///< the exact evaluation that ends it (or is all of it)
    double output = 0;  ///< reconstruction and pictures
    double peak() const;
};

/// The arrays that descend() and evaluate() are known to make, added up (tests/app/memory_test.cpp holds the sum against what the
/// program really takes: within 10 %; of L-BFGS, which leaves pairs out as it goes, the most). Settings must have passed checkSettings(). signalLength: samples M.
MemoryForecast forecastMemory(const ResolvedSettings& settings, int signalLength, const MemoryUse& use);

/// What would make a run fit into `bytes`, each by itself; absent: it would not, or not sensibly.
struct MemoryRemedies {
    std::optional<double> seconds;  ///< the longest region, rounded down to tenths
    std::optional<double> hop;      ///< the shortest that fits by powers of two, at most N/2 samples
    bool singlePrecision = false;   ///< float arithmetic
};
MemoryRemedies remediesFor(const ResolvedSettings& settings, int signalLength, double sampleRate, const MemoryUse& use, double bytes);

} // namespace thetascope
