// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/learn/layer.h"

#include <memory>
#include <vector>

namespace thetascope {

/// Layers one after the other. As a layer it holds no parameters: they are one array, its layers' one after the other.
template <class Real>
class Network {
public:
    /// Throws std::invalid_argument for no layers, or where a layer's input isn't its predecessor's output.
    explicit Network(std::vector<std::unique_ptr<Layer<Real>>> layers);

    Shape input() const { return m_layers.front()->input(); }
    Shape output() const { return m_layers.back()->output(); }
    int parameterCount() const { return m_parameterCount; }
    /// All parameters in their order, named "layer.block".
    std::vector<ParameterBlock> parameters() const;

    /// The activations of one clip in passage; one per thread.
    class Activations {
        friend class Network;
        std::vector<std::vector<Real>> values, slopes; ///< per layer, the input first
    };
    Activations makeActivations() const;

    /// Where the input goes before forward(): [input().size()].
    Real* inputOf(Activations& a) const { return a.values.front().data(); }
    /// The output [output().size()], after forward().
    const Real* outputOf(const Activations& a) const { return a.values.back().data(); }
    void forward(const Real* w, Activations& a, const Pass& pass) const;

    /// Where dL/doutput goes before backward().
    Real* outputSlopeOf(Activations& a) const { return a.slopes.back().data(); }
    /// dL/dinput, after backward().
    const Real* inputSlopeOf(const Activations& a) const { return a.slopes.front().data(); }
    /// Adds dL/dw to dw. After forward() with the same pass.
    void backward(const Real* w, Activations& a, Real* dw, const Pass& pass) const;

private:
    std::vector<std::unique_ptr<Layer<Real>>> m_layers;
    std::vector<int> m_offsets; ///< of each layer's parameters
    int m_parameterCount = 0;
};

/// Uniform within +-1/sqrt(fanIn), block by block, from the seed.
Vector initialParameters(const std::vector<ParameterBlock>& blocks, std::uint64_t seed);

} // namespace thetascope
