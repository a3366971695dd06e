// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"

#include <algorithm>
#include <stdexcept>

namespace thetascope {

namespace {

template <class Real>
class AveragePool final : public Layer<Real> {
public:
    AveragePool(std::string name, Shape input, int block)
        : Layer<Real>(input, pooled(input, block)), m_name(std::move(name)), m_block(block) {}
    std::string name() const override { return m_name; }

    void forward(const Real*, const Real* x, Real* y, const Pass&) const override {
        const int row = rowSize();
        std::fill(y, y + this->output().size(), Real(0));
        for (int t = 0; t < this->input().frames; ++t) {
            const Real share = shareOf(t);
            Real* mean = y + t / m_block * row;
            for (int i = 0; i < row; ++i) mean[i] += share * x[t * row + i];
        }
    }
    void backward(const Real*, const Real*, const Real*, const Real* dy, Real*, Real* dx, const Pass&) const override {
        const int row = rowSize();
        for (int t = 0; t < this->input().frames; ++t) {
            const Real share = shareOf(t);
            const Real* slope = dy + t / m_block * row;
            for (int i = 0; i < row; ++i) dx[t * row + i] = share * slope[i];
        }
    }

private:
    static Shape pooled(const Shape& input, int block) {
        if (block < 1) throw std::invalid_argument("a pooling block must hold at least one frame");
        return {(input.frames + block - 1) / block, input.bins, input.channels};
    }
    int rowSize() const { return this->input().bins * this->input().channels; }
    /// 1 / frames in the block of frame t.
    Real shareOf(int t) const {
        const int begin = t / m_block * m_block;
        return Real(1) / Real(std::min(m_block, this->input().frames - begin));
    }

    std::string m_name;
    int m_block;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeAveragePool(std::string name, Shape input, int block) {
    return std::make_unique<AveragePool<Real>>(std::move(name), input, block);
}
template std::unique_ptr<Layer<float>> makeAveragePool<float>(std::string, Shape, int);
template std::unique_ptr<Layer<double>> makeAveragePool<double>(std::string, Shape, int);

} // namespace thetascope
