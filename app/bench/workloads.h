// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/timing.h"
#include "core/run/loss.h"

#include <memory>

namespace thetascope::bench {

/// A chirp in a little noise.
std::shared_ptr<const Signal> noisyChirp(int length);

/// What a workload descends on.
struct Workload {
    ThetaMode mode = ThetaMode::time;
    PositionMode positions = PositionMode::fixed;
    Precision precision = Precision::floatPrecision;
    EngineChoice engine = EngineChoice::automatic;
    int support = 1024, frames = 400;
    std::string objective = "entropy";
};
ResolvedSettings settingsFor(const Workload& workload);

/// Random theta, log-uniform, per frame in [N/8, N-1], per cell in [32, N-1] as in engines.md; positions anywhere, or on the sample grid, inside `length` samples.
Tiling randomTiling(const Workload& workload, int length, bool grid);

/// Value and gradient of the workload on a signal: one run is one iteration's worth. The pool must outlive it.
Case lossCase(const std::string& name, const std::shared_ptr<const Signal>& signal, const Workload& workload, bool grid,
              ThreadPool& pool);

/// The yardsticks: a bare real FFT and its inverse (Y2), a bare real FFT alone, and the sums as they are printed with a table of
/// the Fourier matrix and a cosine per (cell, sample): S and dS/dtheta of some bins of a frame, theta per cell as above, said per frame.
Case bareFftPair(int support, int frames);
Case bareFft(int support, int frames);
Case naiveSums(int support);

/// The paper's scheme for theta and t_i: a taper by std::cos, a real FFT, magnitudes, and one more tapered real FFT per parameter.
template <class Real>
Case paperScheme(int support);

} // namespace thetascope::bench
