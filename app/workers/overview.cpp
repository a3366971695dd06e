// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/pictures.h"

#include "core/fft/fft.h"
#include "core/window/taper.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace thetascope {
namespace {

/// Hops of the fine overview as a fraction of the window: a half leaves no sample outside the middle of some window.
constexpr double hopsPerWindow = 2;
/// Samples read at a time where frames follow each other closely.
constexpr std::int64_t blockLength = std::int64_t{1} << 18;

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

/// Stretches of a channel for frames that follow each other: read a block at a time.
class FrameSamples {
public:
    FrameSamples(ChannelReader reader, std::int64_t atOnce) : m_reader(std::move(reader)), m_blockLength(atOnce) {}

    const float* at(std::int64_t first, std::int64_t count) {
        const auto end = m_first + static_cast<std::int64_t>(m_block.size());
        if (first < m_first || first + count > end) {
            m_first = first;
            m_block.resize(static_cast<std::size_t>(std::max(m_blockLength, count)));
            m_reader.read(first, m_block);
        }
        return m_block.data() + (first - m_first);
    }

private:
    ChannelReader m_reader;
    std::int64_t m_blockLength, m_first = 0;
    std::vector<float> m_block;
};

/// |S| of the frame centred at a sample, its peak with what is there already.
class PeakFrame {
public:
    PeakFrame(FrameSamples samples, const ResolvedSettings& settings)
        : m_samples(std::move(samples)), m_taper(sampledTaper(settings)), m_fft(settings.N) {}

    void add(std::int64_t centre, Eigen::Ref<Eigen::Array<float, 1, Eigen::Dynamic>> row) {
        const int count = m_fft.length();
        const float* const samples = m_samples.at(centre - count / 2, count);
        for (int m = 0; m < count; ++m) m_fft.samples()[m] = m_taper[static_cast<std::size_t>(m)] * samples[m];
        m_fft.forward();
        const std::complex<float>* const spectrum = m_fft.spectrum();
        for (int f = 0; f < m_fft.bins(); ++f) row[f] = std::max(row[f], std::norm(spectrum[f]));
    }

private:
    FrameSamples m_samples;
    std::vector<float> m_taper;
    RealFft<float> m_fft;
};

/// Column c stands for first + [c, c+1) * width samples.
Tiling columnTiling(const ResolvedSettings& settings, std::int64_t first, int columns, double width) {
    Tiling tiling;
    tiling.support = settings.N;
    tiling.mode = ThetaMode::shared;
    tiling.theta.setConstant(1, 1, std::max(settings.theta0, width));
    tiling.positions.resize(columns);
    for (int c = 0; c < columns; ++c) tiling.positions[c] = static_cast<double>(first) + (c + 0.5) * width - 0.5 * (settings.N - 1);
    return tiling;
}

} // namespace

std::shared_ptr<const Spectrogram> makeOverview(ChannelReader reader, const ResolvedSettings& settings, SampleRange range,
                                                int columns, OverviewDetail detail, const std::stop_token& stop) {
    const double width = static_cast<double>(range.last - range.first) / columns;
    auto overview = std::make_shared<Spectrogram>();
    overview->tiling = columnTiling(settings, range.first, columns, width);
    overview->sampleRate = reader.sampleRate();
    overview->magnitude.setZero(columns, settings.N / 2 + 1);
    const bool coarse = detail == OverviewDetail::coarse;
    PeakFrame frame({std::move(reader), coarse ? settings.N : blockLength}, settings);
    const int hops = coarse ? 1 : std::max(1, static_cast<int>(std::ceil(width * hopsPerWindow / settings.theta0)));
    for (int c = 0; c < columns; ++c) {
        if (stop.stop_requested()) return nullptr;
        for (int h = 0; h < hops; ++h) {
            frame.add(range.first + std::llround((c + (h + 0.5) / hops) * width), overview->magnitude.row(c));
        }
        overview->magnitude.row(c) = overview->magnitude.row(c).sqrt(); // peaks are of the power: cheaper to compare
    }
    return overview;
}

} // namespace thetascope
