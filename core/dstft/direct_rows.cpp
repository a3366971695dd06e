// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_chunk.h"
#include "core/dstft/row_kernels.h"

namespace thetascope {

namespace {

/// Rows by direct sums.
template <class Real>
class DirectRows final : public RowSource<Real> {
public:
    DirectRows(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support) {
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.push_back(std::make_unique<Scratch>(m_context, m_roots, support));
    }

    void visit(const Tiling& tiling, Wanted wanted, const typename RowSource<Real>::Visitor& visitor) override {
        forRows(tiling, wanted, [&](int i, int thread, const Row<Real>& row) { visitor(i, thread, row); });
    }

    void visitMagnitudes(const Tiling& tiling, Wanted wanted,
                         const typename MagnitudeSource<Real>::MagnitudeVisitor& visitor) override {
        forRows(tiling, wanted, [&](int i, int thread, const Row<Real>& row) {
            Scratch& s = *m_scratch[static_cast<std::size_t>(thread)];
            magnitudesOfRow(tiling.bins(), {row.re, row.im, row.reTheta, row.imTheta, row.rePosition, row.imPosition, s.m.data(),
                                            s.dTheta.data(), s.dPosition.data()});
            visitor(i, thread, {s.m.data(), s.dTheta.data(), wanted.positions ? s.dPosition.data() : nullptr});
        });
    }

    EngineReport report() const override { return {.name = "exact, direct sums in one pass"}; }

private:
    struct Scratch {
        Scratch(const TransformContext& context, const Roots& roots, int support)
            : chunk(context, roots, support), m(static_cast<std::size_t>(support) / 2 + 1), dTheta(m.size()), dPosition(m.size()) {}
        DirectChunk<Real> chunk;
        AlignedVector<Real> m, dTheta, dPosition; ///< [F]: the row handed out
    };

    template <class Visit>
    void forRows(const Tiling& tiling, Wanted wanted, const Visit& visit) {
        m_context.pool.forChunks(tiling.frames(), directChunkFrames, [&](int begin, int end, int thread) {
            m_scratch[static_cast<std::size_t>(thread)]->chunk.visit(
                tiling, begin, end, wanted.positions, [&](int i, const Row<Real>& row, std::int64_t) { visit(i, thread, row); });
        });
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
};

} // namespace

template <class Real>
std::unique_ptr<RowSource<Real>> makeDirectRows(const TransformContext& context, int support) {
    return std::make_unique<DirectRows<Real>>(context, support);
}
template std::unique_ptr<RowSource<double>> makeDirectRows<double>(const TransformContext&, int);
template std::unique_ptr<RowSource<float>> makeDirectRows<float>(const TransformContext&, int);

} // namespace thetascope
