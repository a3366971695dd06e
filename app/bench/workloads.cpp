// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/workloads.h"

#include "core/fft/bare_transform.h"
#include "core/fft/fft.h"

#include <cmath>
#include <complex>
#include <cstdlib>
#include <numbers>
#include <random>

namespace thetascope::bench {

namespace {

/// Of a theta per cell.
constexpr float shortestTheta = 32;

} // namespace

std::shared_ptr<const Signal> noisyChirp(int length) {
    std::mt19937_64 random(1);
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = 44100;
    for (int k = 0; k < length; ++k)
        signal->samples.push_back(std::sin(2e-6 * k * k) + 0.1 * (static_cast<double>(random() >> 11) * 0x1p-53 - 0.5));
    return signal;
}

ResolvedSettings settingsFor(const Workload& workload) {
    ResolvedSettings settings;
    settings.thetaMode = workload.mode;
    settings.positionMode = workload.positions;
    settings.precision = workload.precision;
    settings.engine = workload.engine;
    settings.objective = workload.objective;
    settings.N = workload.support;
    settings.T = workload.frames;
    settings.F = workload.support / 2 + 1;
    settings.thetaLower = shortestTheta;
    settings.thetaUpper = workload.support - 1;
    return settings;
}

Tiling randomTiling(const Workload& workload, int length, bool grid) {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    const double upper = workload.support - 1, lower = workload.mode == ThetaMode::time ? upper / 8 : shortestTheta;
    Tiling tiling;
    tiling.support = workload.support;
    tiling.mode = workload.mode;
    tiling.theta.resize(thetaRows(workload.mode, workload.frames), thetaCols(workload.mode, tiling.bins()));
    for (double& theta : tiling.theta.reshaped()) theta = lower * std::pow(upper / lower, unit(random));
    tiling.positions.resize(workload.frames);
    const double hop = static_cast<double>(length - workload.support) / workload.frames;
    for (int i = 0; i < workload.frames; ++i) tiling.positions[i] = grid ? std::floor(i * hop) : i * hop + 0.3 * unit(random);
    return tiling;
}

Case lossCase(const std::string& name, const std::shared_ptr<const Signal>& signal, const Workload& workload, bool grid,
              ThreadPool& pool) {
    const std::shared_ptr<Loss> loss = makeDescentLoss(signal, settingsFor(workload), pool);
    auto gradient = std::make_shared<TilingGradient>();
    return {name, [loss, tiling = randomTiling(workload, signal->length(), grid), gradient] { loss->gradient(tiling, *gradient); },
            static_cast<double>(workload.frames), {}};
}

Case bareFftPair(int support, int frames) {
    return {"bare real FFT and inverse", [fft = std::make_shared<BareTransform>(support), frames] {
                for (int i = 0; i < frames; ++i) {
                    fft->forward();
                    fft->backward();
                }
            }, static_cast<double>(frames), {}};
}

Case bareFft(int support, int frames) {
    return {"bare real FFT", [fft = std::make_shared<BareTransform>(support), frames] {
                for (int i = 0; i < frames; ++i) fft->forward();
            }, static_cast<double>(frames), {}};
}

Case naiveSums(int support) {
    constexpr int bins = 8; // the same work as others of their theta: so few stand for all
    auto matrix = std::make_shared<std::vector<std::complex<float>>>();
    auto samples = std::make_shared<std::vector<float>>();
    for (int f = 0; f < bins; ++f)
        for (int k = 0; k < support; ++k)
            matrix->push_back(std::polar(1.0f, static_cast<float>(-2 * std::numbers::pi * f * k / support)));
    for (int k = 0; k < support; ++k) samples->push_back(std::sin(0.37f * static_cast<float>(k)));
    return {"printed sums, table of the Fourier matrix", [matrix, samples, support] {
                const float centre = 0.5f * static_cast<float>(support - 1), longest = static_cast<float>(support - 1);
                std::complex<float> total = 0;
                for (int f = 0; f < bins; ++f) {
                    const float rank = (static_cast<float>(f) + 0.5f) / bins; // theta log-uniform
                    const float theta = shortestTheta * std::pow(longest / shortestTheta, rank);
                    for (int k = 0; k < support; ++k) {
                        const float y = static_cast<float>(k) - centre, x = 2 * std::numbers::pi_v<float> * y / theta;
                        if (std::abs(y) > theta / 2) continue;
                        const auto sample = (*samples)[static_cast<std::size_t>(k)] * (*matrix)[static_cast<std::size_t>(f * support + k)];
                        total += (0.5f + 0.5f * std::cos(x)) * sample;
                        total += (y / (theta * theta) * std::numbers::pi_v<float> * std::sin(x)) * sample;
                    }
                }
                if (!std::isfinite(total.real())) std::abort();
            }, static_cast<double>(bins) / (support / 2 + 1), {}};
}

template <class Real>
Case paperScheme(int support) {
    constexpr int frames = 32;
    struct State {
        explicit State(int n) : fft(n), sound(static_cast<std::size_t>(n)), spectrum(static_cast<std::size_t>(n / 2 + 1)), slope(spectrum.size()) {}
        RealFft<Real> fft;
        std::vector<Real> sound;
        std::vector<std::complex<Real>> spectrum;
        std::vector<Real> slope;
    };
    auto state = std::make_shared<State>(support);
    for (int k = 0; k < support; ++k) state->sound[static_cast<std::size_t>(k)] = std::sin(Real(0.37) * static_cast<Real>(k));
    /// One FFT under a taper of y/theta in [-1/2, 1/2].
    const auto transform = [state, support](Real theta, Real centre, auto&& taper) {
        for (int k = 0; k < support; ++k) {
            const Real v = (static_cast<Real>(k) - centre) / theta;
            state->fft.samples()[k] = std::abs(v) <= Real(0.5) ? state->sound[static_cast<std::size_t>(k)] * taper(v) : Real(0);
        }
        state->fft.forward();
    };
    constexpr Real turn = 2 * std::numbers::pi_v<Real>;
    return {sizeof(Real) == sizeof(float) ? "the paper's scheme, an FFT per parameter, float" : "the paper's scheme, an FFT per parameter, double",
            [state, transform, support] {
                Real total = 0;
                for (int i = 0; i < frames; ++i) {
                    const Real share = (static_cast<Real>(i) + Real(0.5)) / frames, theta = static_cast<Real>(support - 1) * std::pow(Real(0.125), share);
                    const Real centre = static_cast<Real>(support - 1) / 2 + share;
                    transform(theta, centre, [](Real v) { return Real(0.5) + Real(0.5) * std::cos(turn * v); });
                    std::copy_n(state->fft.spectrum(), state->spectrum.size(), state->spectrum.data());
                    for (std::size_t f = 0; f < state->spectrum.size(); ++f) {
                        const Real m = std::sqrt(std::norm(state->spectrum[f])), logarithm = std::log(m + Real(1e-30));
                        total += m * logarithm;
                        state->slope[f] = (logarithm + 1) / (m + Real(1e-30));
                    }
                    const auto contract = [&] {
                        for (std::size_t f = 0; f < state->spectrum.size(); ++f)
                            total += state->slope[f] * (std::conj(state->spectrum[f]) * state->fft.spectrum()[f]).real();
                    };
                    transform(theta, centre, [theta](Real v) { return turn / (2 * theta) * v * std::sin(turn * v); });
                    contract();
                    transform(theta, centre, [theta](Real v) { return turn / (2 * theta) * std::sin(turn * v); });
                    contract();
                }
                if (!std::isfinite(total)) std::abort();
            }, static_cast<double>(frames), {}};
}
template Case paperScheme<float>(int);
template Case paperScheme<double>(int);

} // namespace thetascope::bench
