// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/pictures.h"

#include "core/fft/fft.h"
#include "core/window/taper.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thetascope {
namespace {

/// Hops of the fine overview as a fraction of the window: a half leaves no sample outside the middle of some window.
constexpr double hopsPerWindow = 2;

/// The taper of length theta0 on N samples, scaled as the settings say.
std::vector<float> sampledTaper(const ResolvedSettings& settings) {
    const auto taper = makeTaper(settings.window);
    if (!taper) throw std::invalid_argument("there is no window named " + settings.window);
    std::vector<double> w(static_cast<std::size_t>(settings.N)), slope(w.size());
    taper->fill(-0.5 * (settings.N - 1), settings.N, settings.theta0, w.data(), slope.data(), nullptr);
    double sum = 0, energy = 0;
    for (const double value : w) {
        sum += value;
        energy += value * value;
    }
    double scale = 1;
    if (settings.normalise == Normalisation::sum) scale = sum > 0 ? 1 / sum : 0;
    if (settings.normalise == Normalisation::energy) scale = energy > 0 ? 1 / std::sqrt(energy) : 0;
    std::vector<float> scaled;
    for (const double value : w) scaled.push_back(static_cast<float>(value * scale));
    return scaled;
}

/// |S| of the frame centred at a sample, its peak with what is there already.
class PeakFrame {
public:
    PeakFrame(const std::vector<float>& samples, const ResolvedSettings& settings)
        : m_samples(samples), m_taper(sampledTaper(settings)), m_fft(settings.N) {}

    void add(std::int64_t centre, Eigen::Ref<Eigen::Array<float, 1, Eigen::Dynamic>> row) {
        const std::int64_t count = m_fft.length(), first = centre - count / 2;
        for (std::int64_t m = 0; m < count; ++m) {
            const std::int64_t k = first + m;
            const bool inside = k >= 0 && k < static_cast<std::int64_t>(m_samples.size());
            const float value = inside ? m_samples[static_cast<std::size_t>(k)] : 0.0F;
            m_fft.samples()[m] = m_taper[static_cast<std::size_t>(m)] * value;
        }
        m_fft.forward();
        for (int f = 0; f < m_fft.bins(); ++f) row[f] = std::max(row[f], std::abs(m_fft.spectrum()[f]));
    }

private:
    const std::vector<float>& m_samples;
    std::vector<float> m_taper;
    RealFft<float> m_fft;
};

/// Column c stands for [c, c+1) * width samples.
Tiling columnTiling(const ResolvedSettings& settings, int columns, double width) {
    Tiling tiling;
    tiling.support = settings.N;
    tiling.mode = ThetaMode::shared;
    tiling.theta.setConstant(1, 1, std::max(settings.theta0, width));
    tiling.positions.resize(columns);
    for (int c = 0; c < columns; ++c) tiling.positions[c] = (c + 0.5) * width - 0.5 * (settings.N - 1);
    return tiling;
}

} // namespace

std::shared_ptr<const Spectrogram> makeOverview(const std::vector<float>& samples, double sampleRate,
                                                const ResolvedSettings& settings, int columns, OverviewDetail detail,
                                                const std::stop_token& stop) {
    const double width = static_cast<double>(samples.size()) / columns;
    auto overview = std::make_shared<Spectrogram>();
    overview->tiling = columnTiling(settings, columns, width);
    overview->sampleRate = sampleRate;
    overview->magnitude.setZero(columns, settings.N / 2 + 1);
    PeakFrame frame(samples, settings);
    const int hops = detail == OverviewDetail::coarse
                         ? 1 : std::max(1, static_cast<int>(std::ceil(width * hopsPerWindow / settings.theta0)));
    for (int c = 0; c < columns; ++c) {
        if (stop.stop_requested()) return nullptr;
        for (int h = 0; h < hops; ++h) {
            frame.add(std::llround((c + (h + 0.5) / hops) * width), overview->magnitude.row(c));
        }
    }
    return overview;
}

} // namespace thetascope
