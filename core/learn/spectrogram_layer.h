// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/base/thread_pool.h"
#include "core/model/settings.h"

#include <memory>
#include <string>
#include <vector>

namespace thetascope {

/// What a network sees of a cell: ln sqrt(|S|^2 + floor), or sqrt(|S|^2 + floor).
enum class SpectrogramFeature { logMagnitude, magnitude };

/// Everything about the layer that isn't learned.
struct SpectrogramSpec {
    int samples = 5120;           ///< of every clip
    int support = 256;            ///< N, samples; even
    int binStride = 16;           ///< every binStride-th bin of the N-point DFT is kept; divides N/2
    std::string window = "hann";  ///< as tapers() names it
    Normalisation normalisation = Normalisation::energy;
    SpectrogramFeature feature = SpectrogramFeature::logMagnitude;
    double floor = 1e-4;          ///< > 0, added to |S|^2
};

/// Positions t_i [frames] (where supports begin) of frames whose centres are at firstCentre + i hop, samples.
Vector evenPositions(int frames, double hop, double firstCentre, int support);

/// Gradient of a scalar in the layer's parameters.
struct SpectrogramGradient {
    double theta = 0; ///< per sample
    Vector positions; ///< [T]
};

/// The differentiable STFT as a layer: clips in, spectrograms out, gradients to theta, positions and the clips.
///
///     S[i,f] = sum_k w(k - c_i; theta) x[k] exp(-2 pi j f k / N) / n,   f = 0, stride, 2 stride ... < N/2;   y = feature(S)
///
/// Eq. (7) of the paper with one theta for all frames, x zero outside the clip, n the taper's norm, differentiated through. The
/// phase is counted from the frame's first sample: features don't see it. A DFT at every stride-th bin only is that of the tapered
/// frame folded modulo P = N/stride, so that a frame costs one complex FFT of P points: of x (w + j theta w_theta), whose halves
/// are S and theta dS/dtheta.
///
/// Arrays: clips [batch, samples], features [batch, T, F], T = positions.size(), F = N/(2 stride). Real: double or float; theta,
/// positions and sums are double. Owned and called by one thread; clips are spread over a pool's, and results don't depend on how
/// many there are.
template <class Real>
class SpectrogramLayer {
public:
    /// `threads`: the most that will call the per-clip functions at once. Throws std::invalid_argument for a support that is odd
    /// or < 4, a stride that doesn't divide N/2, an unknown window, no samples, no frames or theta not in (0, N-1].
    SpectrogramLayer(const SpectrogramSpec& spec, const Vector& positions, double theta, int threads);
    ~SpectrogramLayer();
    SpectrogramLayer(SpectrogramLayer&&) noexcept;
    SpectrogramLayer& operator=(SpectrogramLayer&&) noexcept;

    int samples() const;
    int frames() const; ///< T
    int bins() const;   ///< F
    double theta() const;
    const Vector& positions() const;
    void setTheta(double theta);               ///< throws std::invalid_argument unless in (0, N-1]
    void setPositions(const Vector& positions); ///< throws std::invalid_argument unless finite and [T]

    /// Features of a batch. slopes [batch, T, F], unless null: d feature / d theta of every cell, at no FFT's cost; then
    /// dL/dtheta = sum dL/dy slope.
    void forward(ThreadPool& pool, int batch, const Real* clips, Real* features, Real* slopes);

    /// dL/dtheta and dL/dpositions, and dL/dclips [batch, samples] unless null, from dL/dfeatures [batch, T, F].
    SpectrogramGradient backward(ThreadPool& pool, int batch, const Real* clips, const Real* cotangent, Real* dClips);

    /// The same for one clip, on thread `thread` in [0, threads): may be called by several threads with numbers of their own.
    /// backwardClip() adds to `gradient`, whose positions must be [T].
    void forwardClip(const Real* clip, int thread, Real* features, Real* slopes);
    void backwardClip(const Real* clip, const Real* cotangent, int thread, SpectrogramGradient& gradient, Real* dClip);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

extern template class SpectrogramLayer<float>;
extern template class SpectrogramLayer<double>;

} // namespace thetascope
