// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/spectrogram_layer.h"

#include "core/fft/fft.h"
#include "core/learn/spectrogram_kernels.h"
#include "core/learn/taper_table.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thetascope {

namespace {

constexpr int smallestSupport = 4;

void check(const SpectrogramSpec& spec, const Vector& positions) {
    const int n = spec.support;
    if (n < smallestSupport || n % 2 != 0) throw std::invalid_argument("the support must be an even number from 4");
    if (spec.binStride < 1 || (n / 2) % spec.binStride != 0)
        throw std::invalid_argument("the stride of the bins must divide half the support");
    if (spec.samples < 1 || positions.size() < 1) throw std::invalid_argument("a spectrogram needs samples and frames");
    if (!(spec.floor > 0)) throw std::invalid_argument("the floor of the feature must be positive");
    if (!positions.isFinite().all()) throw std::invalid_argument("positions must be finite");
}

std::shared_ptr<const Taper> namedTaper(const std::string& name) {
    auto taper = makeTaper(name);
    if (taper == nullptr) throw std::invalid_argument("there is no window named " + name);
    return taper;
}

} // namespace

Vector evenPositions(int frames, double hop, double firstCentre, int support) {
    return firstCentre - 0.5 * (support - 1) + hop * Vector::LinSpaced(frames, 0, frames - 1);
}

template <class Real>
struct SpectrogramLayer<Real>::Parts {
    /// Of one thread: a frame's samples and the FFT.
    struct Scratch {
        Scratch(int samples, int support, int fold)
            : padded(static_cast<std::size_t>(samples + 2 * support)), dPadded(padded.size()), h(static_cast<std::size_t>(fold)),
              product(static_cast<std::size_t>(fold)), fft(fold) {}
        std::vector<Real> padded;  ///< the clip with N zeros on both sides
        std::vector<Real> dPadded; ///< gradient in it
        std::vector<Real> h, product;
        ComplexFft<Real> fft;
    };

    Parts(const SpectrogramSpec& s, const Vector& t, double th, int threads)
        : spec(s), taper(namedTaper(s.window)), fold(s.support / s.binStride), bins(fold / 2), positions(t), theta(th) {
        for (int i = 0; i < threads; ++i) scratch.emplace_back(spec.samples, spec.support, fold);
        retable();
    }

    void retable() {
        if (!(theta > 0 && theta <= spec.support - 1))
            throw std::invalid_argument("theta must lie above 0 and at most at the support less one");
        table = std::make_unique<TaperTable<Real>>(*taper, spec.normalisation, spec.support, fold, positions, theta);
    }

    void pad(const Real* clip, Scratch& s) const { std::copy(clip, clip + spec.samples, s.padded.begin() + spec.support); }

    /// Where the frame begins in the padded clip; false if it holds none of the clip's samples.
    bool place(const typename TaperTable<Real>::Frame& frame, std::size_t& begin) const {
        if (frame.first <= -spec.support || frame.first >= spec.samples) return false;
        begin = static_cast<std::size_t>(frame.first + spec.support);
        return true;
    }

    /// Z of a frame into the scratch's FFT.
    void transform(const SampledTaper<Real>& taperHere, const Real* x, Scratch& s) const {
        const int from = taperHere.begin;
        foldFrame((taperHere.end - from) / fold, fold, x + from, taperHere.w.data() + from, taperHere.byLogTheta.data() + from,
                  reinterpret_cast<Real*>(s.fft.input()));
        s.fft.forward();
    }

    /// h[p] = Re sum_f G[f] exp(2 pi j f p / P), with G = dL/dRe S + j dL/dIm S of the frame whose Z is in the FFT.
    void adjoint(const Real* cotangent, Scratch& s) const {
        const std::complex<Real>* z = s.fft.output();
        std::complex<Real>* g = s.fft.input();
        for (int f = 0; f < bins; ++f) {
            const std::complex<Real> value = Real(0.5) * (z[f] + std::conj(z[fold - f]));
            const Real e = std::norm(value) + Real(spec.floor);
            const Real slope = spec.feature == SpectrogramFeature::logMagnitude ? 1 / e : 1 / std::sqrt(e);
            g[f] = cotangent[f] * slope * std::conj(value);
        }
        std::fill(g + bins, g + fold, std::complex<Real>(0));
        s.fft.forward();
        for (int p = 0; p < fold; ++p) s.h[static_cast<std::size_t>(p)] = s.fft.output()[p].real();
    }

    SpectrogramSpec spec;
    std::shared_ptr<const Taper> taper;
    int fold, bins; ///< P, F
    Vector positions;
    double theta;
    std::unique_ptr<TaperTable<Real>> table;
    std::vector<Scratch> scratch;
};

template <class Real>
SpectrogramLayer<Real>::SpectrogramLayer(const SpectrogramSpec& spec, const Vector& positions, double theta, int threads) {
    check(spec, positions);
    m_parts = std::make_unique<Parts>(spec, positions, theta, threads);
}
template <class Real>
SpectrogramLayer<Real>::~SpectrogramLayer() = default;
template <class Real>
SpectrogramLayer<Real>::SpectrogramLayer(SpectrogramLayer&&) noexcept = default;
template <class Real>
SpectrogramLayer<Real>& SpectrogramLayer<Real>::operator=(SpectrogramLayer&&) noexcept = default;

template <class Real>
int SpectrogramLayer<Real>::samples() const {
    return m_parts->spec.samples;
}
template <class Real>
int SpectrogramLayer<Real>::frames() const {
    return static_cast<int>(m_parts->positions.size());
}
template <class Real>
int SpectrogramLayer<Real>::bins() const {
    return m_parts->bins;
}
template <class Real>
double SpectrogramLayer<Real>::theta() const {
    return m_parts->theta;
}
template <class Real>
const Vector& SpectrogramLayer<Real>::positions() const {
    return m_parts->positions;
}

template <class Real>
void SpectrogramLayer<Real>::setTheta(double theta) {
    if (theta == m_parts->theta) return;
    m_parts->theta = theta;
    m_parts->retable();
}

template <class Real>
void SpectrogramLayer<Real>::setPositions(const Vector& positions) {
    if (positions.size() != m_parts->positions.size() || !positions.isFinite().all())
        throw std::invalid_argument("positions must be finite, one for every frame");
    m_parts->positions = positions;
    m_parts->retable();
}

template <class Real>
void SpectrogramLayer<Real>::forwardClip(const Real* clip, int thread, Real* features, Real* slopes) {
    auto& s = m_parts->scratch[static_cast<std::size_t>(thread)];
    m_parts->pad(clip, s);
    const int bins = m_parts->bins, cells = frames() * bins;
    const bool wantsSlopes = slopes != nullptr;
    for (int i = 0; i < frames(); ++i) {
        const auto frame = m_parts->table->frame(i);
        Real* power = features + i * bins;
        Real* product = wantsSlopes ? slopes + i * bins : s.product.data();
        std::size_t begin = 0;
        if (!m_parts->place(frame, begin)) {
            std::fill(power, power + bins, Real(0));
            std::fill(product, product + bins, Real(0));
            continue;
        }
        m_parts->transform(*frame.taper, s.padded.data() + begin, s);
        powerRow(bins, m_parts->fold, reinterpret_cast<const Real*>(s.fft.output()), power, product);
    }
    const auto floor = static_cast<Real>(m_parts->spec.floor), scale = static_cast<Real>(1 / theta());
    const auto finish = [&](int n, Real* power, Real* product) {
        if (m_parts->spec.feature == SpectrogramFeature::logMagnitude) logRow(n, floor, scale, power, product);
        else rootRow(n, floor, scale, power, product);
    };
    if (wantsSlopes) return finish(cells, features, slopes);
    for (int i = 0; i < frames(); ++i) finish(bins, features + i * bins, s.product.data());
}

template <class Real>
void SpectrogramLayer<Real>::backwardClip(const Real* clip, const Real* cotangent, int thread, SpectrogramGradient& gradient,
                                          Real* dClip) {
    auto& s = m_parts->scratch[static_cast<std::size_t>(thread)];
    m_parts->pad(clip, s);
    std::fill(s.dPadded.begin(), s.dPadded.end(), Real(0));
    const int fold = m_parts->fold;
    for (int i = 0; i < frames(); ++i) {
        const auto frame = m_parts->table->frame(i);
        std::size_t begin = 0;
        if (!m_parts->place(frame, begin)) continue;
        m_parts->transform(*frame.taper, s.padded.data() + begin, s);
        m_parts->adjoint(cotangent + i * m_parts->bins, s);
        const int from = frame.taper->begin, blocks = (frame.taper->end - from) / fold;
        const Real* x = s.padded.data() + begin + from;
        gradient.theta += tripleDot(blocks, fold, s.h.data(), x, frame.taper->byLogTheta.data() + from) / theta();
        gradient.positions[i] += tripleDot(blocks, fold, s.h.data(), x, frame.taper->byPosition.data() + from);
        if (dClip != nullptr)
            unfoldFrame(blocks, fold, s.h.data(), frame.taper->w.data() + from, s.dPadded.data() + begin + from);
    }
    if (dClip != nullptr) std::copy_n(s.dPadded.begin() + m_parts->spec.support, samples(), dClip);
}

template <class Real>
void SpectrogramLayer<Real>::forward(ThreadPool& pool, int batch, const Real* clips, Real* features, Real* slopes) {
    const auto cells = static_cast<std::size_t>(frames()) * static_cast<std::size_t>(bins());
    pool.forChunks(batch, 1, [&](int b, int, int thread) {
        const auto clip = static_cast<std::size_t>(b);
        forwardClip(clips + clip * static_cast<std::size_t>(samples()), thread, features + clip * cells,
                    slopes != nullptr ? slopes + clip * cells : nullptr);
    });
}

template <class Real>
SpectrogramGradient SpectrogramLayer<Real>::backward(ThreadPool& pool, int batch, const Real* clips, const Real* cotangent,
                                                     Real* dClips) {
    const auto cells = static_cast<std::size_t>(frames()) * static_cast<std::size_t>(bins());
    SpectrogramGradient total{0, Vector::Zero(frames())};
    std::vector<SpectrogramGradient> parts(static_cast<std::size_t>(batch), total);
    pool.forChunks(batch, 1, [&](int b, int, int thread) {
        const auto clip = static_cast<std::size_t>(b), offset = clip * static_cast<std::size_t>(samples());
        backwardClip(clips + offset, cotangent + clip * cells, thread, parts[clip], dClips != nullptr ? dClips + offset : nullptr);
    });
    for (const SpectrogramGradient& part : parts) {
        total.theta += part.theta;
        total.positions += part.positions;
    }
    return total;
}

template class SpectrogramLayer<float>;
template class SpectrogramLayer<double>;

} // namespace thetascope
