// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cached_frames.h"

#include "core/dstft/direct_cells.h"
#include "core/dstft/node_demand.h"
#include "core/fft/fft.h"

#include <climits>

namespace thetascope {

namespace {

constexpr int chunkFrames = 4;

/// Spacings of the nodes in ln theta, and the mean |change of ln theta| per evaluation above which each is used: the next finer
/// one would be left by most cells at every step.
struct Spacing {
    double delta, movesAbove;
};
constexpr Spacing spacings[] = {{0.2, 0.06}, {0.1, 0.02}, {0.05, 0.0}};

/// One node by FFT costs as much as about fftCost N log2 N / (theta + sumOverhead) direct sums (measured: 2 real FFTs, one
/// taper and F complex products against theta/2 points of a folded sum and its overhead).
constexpr double fftCost = 0.9, sumOverhead = 120;

template <class Real>
class CachedFrames final : public FrameTransform {
    using Complex = std::complex<Real>;
    struct Cubic {
        Complex a0, a1, a2, a3;
        Complex value(Real t) const { return a0 + t * (a1 + t * (a2 + t * a3)); }
        Complex slope(Real t) const { return a1 + t * (Real(2) * a2 + t * (Real(3) * a3)); }
    };
    struct End {
        Complex value, slope; ///< S and dS/dt at a node
    };
    static constexpr int invalid = INT_MIN;

public:
    CachedFrames(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support) {
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.push_back(std::make_unique<Scratch>(m_context, m_roots, support));
    }

    void forward(const Tiling& tiling, Wanted, ComplexFrames& spectrum) override {
        prepare(tiling);
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            for (int i = begin; i < end; ++i) forwardFrame(tiling, i, *m_scratch[static_cast<std::size_t>(thread)], spectrum);
        });
    }

    void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) override {
        if (wanted.theta) contractTheta(tiling, m_dTheta, cotangent, gradient);
    }

    void signalFrame(const Tiling& tiling, int frame, const ComplexFrames& cotangent, int thread, double* out) override {
        adjointFrame<Real>(m_context, m_roots, tiling, frame, cotangent, m_scratch[static_cast<std::size_t>(thread)]->adjoint, out);
    }

private:
    struct Scratch {
        Scratch(const TransformContext& context, const Roots& roots, int support)
            : cells(context, roots, support), samples(support), fft(support), x(support), w(support), dTheta(support),
              adjoint(support), node(static_cast<std::size_t>(fft.bins())), lower(node.size()), upper(node.size()),
              y(node.size()) {}
        DirectCells<Real> cells;
        FrameSamples<Real> samples;
        RealFft<Real> fft;
        std::vector<Real> x, w, dTheta;
        AdjointScratch<Real> adjoint;
        std::vector<End> node, lower, upper; ///< [F]: a node of all bins; the ends of each bin's new interval
        std::vector<double> y;               ///< [F]: (ln theta - ln(N-1)) / delta
        NodeDemand demand;
    };

    /// Chooses delta, and drops every cubic where it or the frames have changed.
    void prepare(const Tiling& tiling) {
        const RealFrames logTheta = tiling.theta.log();
        const bool sameFrames = m_positions.size() == tiling.positions.size() && (m_positions == tiling.positions).all() &&
                                m_logTheta.rows() == logTheta.rows() && m_logTheta.cols() == logTheta.cols();
        double delta = spacings[std::size(spacings) - 1].delta;
        if (sameFrames) {
            const double moved = (logTheta - m_logTheta).abs().mean();
            for (const Spacing& spacing : spacings)
                if (moved >= spacing.movesAbove) {
                    delta = spacing.delta;
                    break;
                }
        }
        m_logTheta = logTheta;
        m_dTheta.resize(tiling.frames(), tiling.bins());
        if (sameFrames && delta == m_delta) return;
        m_delta = delta;
        m_positions = tiling.positions;
        m_cubics.resize(static_cast<std::size_t>(m_dTheta.size()));
        m_interval.assign(m_cubics.size(), invalid);
    }

    double nodeTheta(int node) const { return (m_support - 1) * std::exp(node * m_delta); }

    void forwardFrame(const Tiling& tiling, int i, Scratch& s, ComplexFrames& spectrum) {
        const int bins = tiling.bins();
        const std::size_t row = static_cast<std::size_t>(i) * static_cast<std::size_t>(bins);
        const double top = std::log(m_support - 1.0);
        const Eigen::Index thetaRow = m_logTheta.rows() > 1 ? i : 0;
        s.demand.clear();
        for (int f = 0; f < bins; ++f) {
            s.y[f] = (m_logTheta(thetaRow, m_logTheta.cols() > 1 ? f : 0) - top) / m_delta;
            const int interval = std::min(static_cast<int>(std::floor(s.y[f])), -1);
            if (interval != m_interval[row + f]) request(s, row, f, interval);
        }
        if (!s.demand.empty()) {
            fetchNodes(tiling, i, s);
            for (int f = 0; f < bins; ++f) rebuild(s, row, f);
        }
        for (int f = 0; f < bins; ++f) {
            const Real t = Real(s.y[f] - m_interval[row + f]);
            const Cubic& cubic = m_cubics[row + f];
            spectrum(i, f) = std::complex<double>(cubic.value(t));
            m_dTheta(i, f) = std::complex<double>(cubic.slope(t)) / (m_delta * tiling.thetaAt(i, f));
        }
    }

    /// Asks for the ends of a bin's new interval that its old cubic doesn't know.
    void request(Scratch& s, std::size_t row, int f, int interval) {
        const int old = m_interval[row + f];
        const Cubic& cubic = m_cubics[row + f];
        if (old != invalid && old == interval - 1) {
            s.lower[f] = {cubic.value(1), cubic.slope(1)};
        } else {
            s.demand.add(interval, f, false);
        }
        if (old != invalid && old == interval + 1) {
            s.upper[f] = {cubic.a0, cubic.a1};
        } else {
            s.demand.add(interval + 1, f, true);
        }
        m_interval[row + f] = interval;
        m_cubics[row + f].a0 = Complex(std::numeric_limits<Real>::quiet_NaN()); // to be rebuilt
    }

    void rebuild(Scratch& s, std::size_t row, int f) {
        Cubic& cubic = m_cubics[row + f];
        if (!std::isnan(cubic.a0.real())) return;
        const auto& [y0, d0] = s.lower[f];
        const auto& [y1, d1] = s.upper[f];
        cubic = {y0, d0, Real(3) * (y1 - y0) - Real(2) * d0 - d1, Real(2) * (y0 - y1) + d0 + d1};
    }

    void fetchNodes(const Tiling& tiling, int i, Scratch& s) {
        s.samples.layOut(m_context.signal, tiling.positions[i], m_support);
        const FrameGeometry geometry(tiling.positions[i], m_support);
        copySamples(m_context.signal, geometry.first, m_support, s.x.data());
        s.demand.forEachNode([&](const NodeDemand::Request* begin, const NodeDemand::Request* end) {
            const double theta = nodeTheta(begin->node);
            const bool byFft = static_cast<double>(end - begin) > fftCost * m_support * std::log2(m_support) / (theta + sumOverhead);
            if (byFft) nodeByFft(geometry, theta, s);
            for (const auto* r = begin; r != end; ++r) {
                End& target = (r->upper ? s.upper : s.lower)[static_cast<std::size_t>(r->bin)];
                if (byFft) {
                    target = s.node[static_cast<std::size_t>(r->bin)];
                } else {
                    const Cell cell = s.cells.evaluate(s.samples, r->bin, theta, false);
                    target = {Complex(cell.s), Complex(theta * m_delta * cell.dTheta)};
                }
            }
        });
    }

    /// S and dS/dt at a node for every bin of the frame.
    void nodeByFft(const FrameGeometry& geometry, double theta, Scratch& s) {
        m_context.taper->fill(geometry.y0, m_support, theta, s.w.data(), s.dTheta.data(), static_cast<Real*>(nullptr));
        const bool energy = m_context.normalisation == Normalisation::energy;
        const NormSums<Real> sums = sumTaper(m_support, s.w.data(), s.dTheta.data(), nullptr, energy);
        const Scale scale(m_context.normalisation, energy ? TaperSums{0, 0, 0, sums.w, sums.dTheta, 0}
                                                          : TaperSums{sums.w, sums.dTheta, 0, 0, 0, 0});
        transformBy(s, s.w, geometry, scale.factor, [&](End& end, Complex value) { end.value = value; });
        const Real perT = Real(theta * m_delta), log = Real(scale.logTheta);
        transformBy(s, s.dTheta, geometry, scale.factor, [&](End& end, Complex value) { end.slope = perT * (value - log * end.value); });
    }

    template <class Store>
    void transformBy(Scratch& s, const std::vector<Real>& taper, const FrameGeometry& geometry, double factor, Store&& store) {
        for (int m = 0; m < m_support; ++m) s.fft.samples()[m] = taper[m] * s.x[m];
        s.fft.forward();
        auto phase = m_roots.walk(2 * geometry.first);
        for (int f = 0; f < s.fft.bins(); ++f, ++phase)
            store(s.node[static_cast<std::size_t>(f)], Complex(factor * *phase) * s.fft.spectrum()[f]);
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
    double m_delta = 0;
    Vector m_positions;
    RealFrames m_logTheta;
    std::vector<Cubic> m_cubics;  ///< [T, F]
    std::vector<int> m_interval;  ///< [T, F]: p of each cell's interval [p, p+1]
    ComplexFrames m_dTheta;       ///< dS/dtheta of the last forward(), [T, F]
};

} // namespace

template <class Real>
std::unique_ptr<FrameTransform> makeCachedFrames(const TransformContext& context, int support) {
    return std::make_unique<CachedFrames<Real>>(context, support);
}
template std::unique_ptr<FrameTransform> makeCachedFrames<double>(const TransformContext&, int);
template std::unique_ptr<FrameTransform> makeCachedFrames<float>(const TransformContext&, int);

} // namespace thetascope
