// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/base/thread_pool.h"
#include "core/model/engine_report.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"
#include "core/window/taper.h"

#include <memory>
#include <vector>

namespace thetascope {

/// Which gradients a caller will ask of backward(): what is not wanted is not computed.
struct Wanted {
    bool theta = true;
    bool positions = false;
};

/// The differentiable STFT of one signal, Eq. (22) of the paper, and its gradients, Appendix A.
///
///     S[i,f] = 1/n_{i,f} sum_k w(k - c_i; theta_{i,f}) s[k] exp(-2 pi j k f / N),   f = 0..N/2,   k absolute
///
/// s is zero outside the signal; n is 1, sum w or sqrt(sum w^2) over the taper's samples, and differentiated through
/// (S = 0 where a taper holds no sample). Owned and called by one thread; its frames are spread over a pool's, and its
/// results do not depend on how many there are.
class Engine {
public:
    virtual ~Engine() = default;

    /// S [T, F] of a tiling. What backward() needs is remembered according to `wanted`.
    virtual void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) = 0;

    /// dL/dtheta and dL/dt_i from G[i,f] = dL/dRe S + j dL/dIm S, at the tiling of the last forward(). What was not wanted
    /// then is zero.
    virtual void backward(const ComplexFrames& cotangent, TilingGradient& gradient) = 0;

    /// dL/ds[k] [M] from G, at the tiling of the last forward(). Exact engines only: throws std::logic_error otherwise.
    virtual void backwardSignal(const ComplexFrames& cotangent, std::vector<double>& gradient) = 0;

    /// Which way of computing frames the last forward() took.
    virtual EngineReport report() const = 0;
};

/// The exact engine, the judge of every other: FFTs where theta doesn't vary along frequency, direct sums over the taper's own support otherwise,
/// streaming by frame, in double or float. The signal and the pool must outlive it.
/// Throws std::invalid_argument if taper is null.
std::unique_ptr<Engine> makeExactEngine(const Signal& signal, std::shared_ptr<const Taper> taper, Normalisation normalisation,
                                        Precision precision, ThreadPool& pool);

/// The fastest engine for a descent: as the exact one, but where theta varies along frequency, frames stay where they are,
/// the taper is smooth and the precision is float, S is interpolated in theta between exact values (cached_rows.cpp), with
/// |S - S_exact| <= 0.12 delta^2.5 ||w|| ||s||, delta <= 0.2 while theta moves and 0.05 when it settles. Whatever is reported of
/// a result comes from the exact engine at its parameters.
std::unique_ptr<Engine> makeDescentEngine(const Signal& signal, std::shared_ptr<const Taper> taper, Normalisation normalisation,
                                          Precision precision, ThreadPool& pool);

} // namespace thetascope
