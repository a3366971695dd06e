// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/shape.h"

#include <cstdint>
#include <string>
#include <vector>

namespace thetascope {

/// One array of a layer's parameters.
struct ParameterBlock {
    std::string name;       ///< e.g. "weight"
    std::vector<int> shape; ///< C order
    int fanIn = 1;          ///< inputs per output: uniform initialisation within +-1/sqrt(fanIn)

    int size() const {
        int count = 1;
        for (const int axis : shape) count *= axis;
        return count;
    }
};

/// How one clip passes through the layers.
struct Pass {
    bool training = false;  ///< whether dropout drops
    std::uint64_t seed = 0; ///< what it drops follows from this
};

/// A layer of the network, for one clip at a time: y = f(x; w). Holds no parameters and no activations, so that any number of
/// threads may use one. Arrays are contiguous: x, dx as input(), y, dy as output(), w, dw as parameters() one after the other.
/// Real: double (the gradient checks) or float (training).
template <class Real>
class Layer {
public:
    virtual ~Layer() = default;
    virtual std::string name() const = 0;
    Shape input() const { return m_input; }
    Shape output() const { return m_output; }
    virtual std::vector<ParameterBlock> parameters() const { return {}; }

    /// y from x. The same pass gives the same y.
    virtual void forward(const Real* w, const Real* x, Real* y, const Pass& pass) const = 0;

    /// dL/dx from dL/dy, and dL/dw added to dw; x and y as in forward() with the same pass.
    virtual void backward(const Real* w, const Real* x, const Real* y, const Real* dy, Real* dw, Real* dx,
                          const Pass& pass) const = 0;

protected:
    Layer(Shape input, Shape output) : m_input(input), m_output(output) {}

private:
    Shape m_input, m_output;
};

} // namespace thetascope
