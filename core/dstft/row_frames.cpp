// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_cells.h"
#include "core/dstft/row_source.h"

namespace thetascope {

namespace {

/// Rows kept for a second pass: for objectives that don't separate into sums over cells.
class RowFrames final : public FrameTransform {
public:
    explicit RowFrames(std::unique_ptr<RowSource<float>> rows) : m_rows(std::move(rows)) {}

    void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) override {
        m_dTheta.resize(tiling.frames(), tiling.bins());
        m_rows->visit(tiling, wanted, [&](int i, int, const Row<float>& row) {
            for (int f = 0; f < tiling.bins(); ++f) {
                spectrum(i, f) = {row.re[f], row.im[f]};
                m_dTheta(i, f) = {row.reTheta[f], row.imTheta[f]};
            }
        });
    }

    void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) override {
        if (wanted.theta) contractTheta(tiling, m_dTheta, cotangent, gradient);
    }

    void signalFrames(const Tiling&, int, int, const ComplexFrames&, int, double*) override {
        throw std::logic_error("RowFrames: no gradient in the signal; use the exact engine");
    }

    EngineReport report() const override { return m_rows->report(); }

private:
    std::unique_ptr<RowSource<float>> m_rows;
    ComplexFrames m_dTheta; ///< [T, F]
};

} // namespace

std::unique_ptr<FrameTransform> makeRowFrames(std::unique_ptr<RowSource<float>> rows) {
    return std::make_unique<RowFrames>(std::move(rows));
}

} // namespace thetascope
