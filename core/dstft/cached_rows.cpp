// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cell_cubic.h"
#include "core/dstft/cell_probe.h"
#include "core/dstft/frame_nodes.h"
#include "core/dstft/node_demand.h"
#include "core/dstft/row_source.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstdint>
#include <vector>

namespace thetascope {

namespace {

constexpr int chunkFrames = 4;

/// Spacings of the nodes in ln theta, and the mean |change of ln theta| in the last evaluation above which each is used: the
/// next finer one would be left by most cells at every step.
struct Spacing {
    double delta, movesAbove;
};
constexpr Spacing spacings[] = {{0.2, 0.02}, {0.1, 0.006}, {0.05, 0.0}};
constexpr double finestDelta = 0.05;

/// What is checked while descending: a cell in every so many frames' worth of an evaluation, at most mostChecks of them, against
/// its exact value; |S - S_exact| <= (boundFactor delta^2.5 + boundRounding) ||w|| ||s|| (engines.md, 2.4).
constexpr int framesPerCheck = 64, mostChecks = 32;
constexpr double boundFactor = 0.12, boundRounding = 2e-5;

/// Where a bound is exceeded all spacings are halved, at most so often; then cells are summed directly, without interpolation.
constexpr int mostRefinements = 4;

/// splitmix64: which cells are checked depends on the number of the check alone.
std::uint64_t scrambled(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

/// The interval cache: theta per frequency or per cell at the price of a few FFTs per frame, for frames that don't move.
///
/// Nodes theta_p = (N-1) exp(p delta), p <= 0, lie evenly in ln theta. Every cell keeps the cubic in t = (ln theta - ln
/// theta_p)/delta that has the exact values and slopes of the normalised S at the two nodes around its theta; while theta stays
/// in its interval an evaluation is one cubic. A cell that leaves takes the node it shares with its old interval from the old
/// cubic and gets the other one anew: by a direct sum or, where many cells of a frame need the same node, by one complex FFT for
/// all of them. The gradient is the exact derivative of the interpolated S.
///
/// An interpolated S is exactly a transform with an interpolated window, so its error doesn't depend on the sound: for a taper
/// that is C1, |S - S_exact| <= 0.12 delta^2.5 ||w|| ||s||, s the samples under the window (engines.md, 2.2). delta follows the
/// descent: coarse while theta still moves in large steps, 0.05 when it settles. Every evaluation holds a few cells against their
/// exact values; one beyond the bound halves delta from the next evaluation on. 40 bytes per cell in float.
template <class Real>
class CachedRows final : public RowSource<Real> {
    using End = NodeValue<Real>;
    using Complex = std::complex<Real>;
    static constexpr int invalid = INT_MIN; ///< no interval's neighbour

public:
    CachedRows(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support),
          m_turns(m_roots, support / 2 + 1, foldStep<Real>(), FoldGeometry::startHalfSamples(support)) {
        for (int i = 0; i < context.pool.threads(); ++i)
            m_scratch.push_back(std::make_unique<Scratch>(m_context, m_roots, m_turns, support));
    }

    void visit(const Tiling& tiling, Wanted, const typename RowSource<Real>::Visitor& visitor) override {
        forFrames(tiling, [&](int i, int thread, Scratch& s, const Real* tiles, const double* theta) {
            evaluateCubics(tiling.bins(), CubicRow<Real>{tiles, ahead(tiling, i), s.t.data(), theta, Real(1 / m_delta), s.re.data(),
                                                         s.im.data(), s.reTheta.data(), s.imTheta.data()});
            visitor(i, thread, {s.re.data(), s.im.data(), s.reTheta.data(), s.imTheta.data(), nullptr, nullptr});
        });
    }

    void visitMagnitudes(const Tiling& tiling, Wanted,
                         const typename MagnitudeSource<Real>::MagnitudeVisitor& visitor) override {
        forFrames(tiling, [&](int i, int thread, Scratch& s, const Real* tiles, const double* theta) {
            evaluateMagnitudes(tiling.bins(), CubicMagnitudes<Real>{tiles, ahead(tiling, i), s.t.data(), theta, Real(1 / m_delta),
                                                                    s.re.data(), s.reTheta.data()});
            visitor(i, thread, {s.re.data(), s.reTheta.data(), nullptr});
        });
    }

    EngineReport report() const override {
        EngineReport report = m_report;
        report.spacing = m_delta;
        if (m_report.refinements > mostRefinements) report.name = "direct sums, the interval cache having failed its checks";
        return report;
    }

private:
    struct Scratch {
        Scratch(const TransformContext& context, const Roots& roots, const BinTurns<Real>& turns, int support)
            : probe(context, roots, support), nodes(context, roots, turns, support) {
            const std::size_t bins = static_cast<std::size_t>(support) / 2 + 1;
            for (auto* row : {&re, &im, &reTheta, &imTheta, &t}) row->resize(bins);
            lower.resize(bins);
            upper.resize(bins);
            for (auto* row : {&wanted, &moved, &nodeBins}) row->resize(bins);
            left.resize(bins + sizeof(std::uint64_t));
            nodeEnds.resize(bins);
            demand.reserve(static_cast<int>(bins));
        }
        CellProbe<Real> probe;
        FrameNodes<Real> nodes;
        AlignedVector<Real> re, im, reTheta, imTheta, t; ///< [F]: the row handed out
        std::vector<End> lower, upper;                   ///< [F]: the ends of each bin's new interval
        AlignedVector<int> wanted, moved;                ///< [F]: interval where theta lies now; the bins that left theirs,
        AlignedVector<std::uint8_t> left;                ///< [F + 8]: as flags
        AlignedVector<int> nodeBins;                     ///< [F]: the bins that need a node,
        std::vector<End> nodeEnds;                       ///< [F]: and what they get
        NodeDemand demand;
    };

    /// Chooses delta by how far theta moved last time, and drops every cubic where delta or the frames have changed.
    void prepare(const Tiling& tiling) {
        const bool sameFrames = m_positions.size() == tiling.positions.size() && (m_positions == tiling.positions).all();
        double delta = finestDelta;
        if (sameFrames) {
            const double moved = m_change.sum() / (static_cast<double>(tiling.frames()) * tiling.bins());
            for (const Spacing& spacing : spacings)
                if (moved >= spacing.movesAbove) {
                    delta = spacing.delta;
                    break;
                }
        }
        delta = std::ldexp(delta, -m_report.refinements);
        if (sameFrames && delta == m_delta) return;
        const std::size_t cells = static_cast<std::size_t>(tiling.frames()) * static_cast<std::size_t>(tiling.bins());
        m_delta = delta;
        m_interval.assign(cells, invalid);
        if (sameFrames) return;
        m_positions = tiling.positions;
        m_change.setZero(tiling.frames());
        m_tiles.resize(static_cast<std::size_t>(tiling.frames()) * static_cast<std::size_t>(cubicReals(tiling.bins())));
        m_logTheta.assign(cells, Real(0));
    }

    NodeGrid nodeGrid() const { return {m_support, m_delta}; }
    /// The cubics of a frame.
    Real* tilesOf(const Tiling& tiling, int i) {
        return m_tiles.data() + static_cast<std::size_t>(i) * static_cast<std::size_t>(cubicReals(tiling.bins()));
    }

    /// Calls evaluate(frame, thread, scratch, its cubics, its theta) with the cubics of every cell where theta lies.
    template <class Evaluate>
    void forFrames(const Tiling& tiling, const Evaluate& evaluate) {
        prepare(tiling);
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            Scratch& s = *m_scratch[static_cast<std::size_t>(thread)];
            for (int i = begin; i < end; ++i) evaluate(i, thread, s, place(tiling, i, s), thetaRow(tiling, i));
        });
        check(tiling);
    }

    /// From a frame's cubics to the next one's.
    static int ahead(const Tiling& tiling, int i) { return i + 1 < tiling.frames() ? cubicReals(tiling.bins()) : 0; }

    static const double* thetaRow(const Tiling& tiling, int i) { return &tiling.theta(tiling.theta.rows() > 1 ? i : 0, 0); }

    /// Where the cells of a frame lie, and their cubics, renewed where theta has left them.
    const Real* place(const Tiling& tiling, int i, Scratch& s) {
        const int bins = tiling.bins();
        const std::size_t cell = static_cast<std::size_t>(i) * static_cast<std::size_t>(bins);
        Real* tiles = tilesOf(tiling, i);
        if (m_report.refinements > mostRefinements) return placeDirectly(tiling, i, tiles, s);
        const bool fresh = m_logTheta[cell] == Real(0);
        bool moved = false;
        m_change[i] = placeRow(bins, Placement<Real>{thetaRow(tiling, i), m_logTheta.data() + cell, s.t.data(), s.wanted.data(),
                                                     m_interval.data() + cell, Real(std::log(m_support - 1.0)), Real(1 / m_delta)}, moved);
        if (fresh) m_change[i] = 0;
        if (moved) renew(tiling, i, tiles, m_interval.data() + cell, s);
        return tiles;
    }

    /// Exact cells as constant cubics: S = a0, dS/dtheta = a1/(delta theta) at t = 0.
    const Real* placeDirectly(const Tiling& tiling, int i, Real* tiles, Scratch& s) {
        SingleCells<Real>& cells = s.probe.cellsAt(tiling.positions[i]);
        std::fill(s.t.begin(), s.t.end(), Real(0));
        for (int f = 0; f < tiling.bins(); ++f) {
            const double theta = tiling.thetaAt(i, f);
            const Cell exact = cells.evaluate(f, theta);
            CellCubic<Real>(tiles, f).touch({Complex(exact.s), Complex(theta * m_delta * exact.dTheta)});
        }
        return tiles;
    }

    /// A few cells of the last evaluation against their exact values.
    void check(const Tiling& tiling) {
        if (m_report.refinements > mostRefinements) return;
        const int count = std::clamp(tiling.frames() / framesPerCheck, 1, mostChecks);
        double worst = 0;
        for (int k = 0; k < count; ++k) {
            const std::uint64_t choice = scrambled(static_cast<std::uint64_t>(m_report.checked++));
            const auto frame = static_cast<int>((choice >> 32) % static_cast<std::uint64_t>(tiling.frames()));
            worst = std::max(worst, errorAt(tiling, frame, static_cast<int>((choice & 0xffffffff) % static_cast<std::uint64_t>(tiling.bins()))));
        }
        m_report.worst = std::max(m_report.worst, worst);
        if (worst > 1) ++m_report.refinements;
    }

    /// Error of one cell of the last evaluation, of its bound.
    double errorAt(const Tiling& tiling, int i, int f) {
        Scratch& s = *m_scratch[0];
        const std::size_t cell = static_cast<std::size_t>(i) * static_cast<std::size_t>(tiling.bins()) + static_cast<std::size_t>(f);
        const Real t = (m_logTheta[cell] - Real(std::log(m_support - 1.0))) * Real(1 / m_delta) - Real(m_interval[cell]);
        const double position = tiling.positions[i], theta = tiling.thetaAt(i, f);
        const auto phase = m_roots.phase(FoldGeometry(position, m_support).phaseHalfSamples, f); // cubics are without
        const auto interpolated = phase * std::complex<double>(CellCubic<Real>(tilesOf(tiling, i), f).at(t));
        const double error = std::abs(interpolated - s.probe.cellsAt(position).evaluate(f, theta).s);
        const double share = boundFactor * std::pow(m_delta, 2.5) + boundRounding; // of what the cell's cubic knows of
        const double bound = share * s.probe.norm(position, theta, nodeGrid().theta(m_interval[cell] + 1));
        return bound > 0 ? error / bound : 0;
    }

    /// New cubics for the bins whose theta left its interval.
    void renew(const Tiling& tiling, int i, Real* tiles, int* interval, Scratch& s) {
        const int count = listMoved(tiling.bins(), s.wanted.data(), interval, s.left.data(), s.moved.data());
        s.demand.clear();
        for (int k = 0; k < count; ++k) request(s, s.moved[k], interval[s.moved[k]]);
        fetchNodes(tiling, i, s);
        for (int k = 0; k < count; ++k) {
            const int f = s.moved[k];
            CellCubic<Real> cubic(tiles, f);
            if (interval[f] == s.wanted[f] - 1) s.lower[f] = cubic.upperEnd();
            if (interval[f] == s.wanted[f] + 1) s.upper[f] = cubic.lowerEnd();
            interval[f] = s.wanted[f];
            cubic.join(s.lower[f], s.upper[f]);
        }
    }

    /// Asks for the ends of a bin's new interval that its old cubic doesn't know.
    static void request(Scratch& s, int f, int old) {
        const int now = s.wanted[f];
        if (old != now - 1) s.demand.add(now, f, false);
        if (old != now + 1) s.demand.add(now + 1, f, true);
    }

    void fetchNodes(const Tiling& tiling, int i, Scratch& s) {
        s.nodes.layOut(tiling.positions[i]);
        const NodeGrid grid = nodeGrid();
        s.demand.forEachNode([&](const NodeDemand::Request* begin, const NodeDemand::Request* end) {
            int count = 0;
            for (const auto* r = begin; r != end; ++r) s.nodeBins[count++] = r->bin;
            s.nodes.evaluate(grid, begin->node, count, s.nodeBins.data(), reinterpret_cast<Real*>(s.nodeEnds.data()));
            const End* ends = s.nodeEnds.data();
            for (const auto* r = begin; r != end; ++r) (r->upper ? s.upper : s.lower)[static_cast<std::size_t>(r->bin)] = *ends++;
        });
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    BinTurns<Real> m_turns;
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
    EngineReport m_report{.name = "interval cache"};
    double m_delta = 0;
    Vector m_positions;
    Vector m_change;              ///< [T]: sum over bins of |change of ln theta| in the last evaluation
    std::vector<Real> m_logTheta; ///< [T, F]: ln theta of the last evaluation; 0 before the first
    AlignedVector<Real> m_tiles;  ///< [T, cubicReals(F)]: the cubics
    std::vector<int> m_interval;  ///< [T, F]: p of each cell's interval [p, p+1]
};

} // namespace

template <class Real>
std::unique_ptr<RowSource<Real>> makeCachedRows(const TransformContext& context, int support) {
    return std::make_unique<CachedRows<Real>>(context, support);
}
template std::unique_ptr<RowSource<double>> makeCachedRows<double>(const TransformContext&, int);
template std::unique_ptr<RowSource<float>> makeCachedRows<float>(const TransformContext&, int);

} // namespace thetascope
