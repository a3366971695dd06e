// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/layer.h"

#include <memory>

namespace thetascope {

/// 3 x 3 convolution, stride 2, zero padding 1: y[t,f,o] = b[o] + sum_{p,q,i} w[p,q,i,o] x[2t+p-1, 2f+q-1, i].
/// weight [3, 3, in, filters], bias [filters]. Throws std::invalid_argument unless filters is a multiple of filterLanes.
template <class Real>
std::unique_ptr<Layer<Real>> makeConvolution(std::string name, Shape input, int filters);

/// 3 x 3 convolution of every channel with a filter of its own, stride 2, zero padding 1:
/// y[t,f,c] = b[c] + sum_{p,q} w[p,q,c] x[2t+p-1, 2f+q-1, c]. weight [3, 3, channels], bias [channels].
/// Throws std::invalid_argument unless the input's channels are a multiple of filterLanes.
template <class Real>
std::unique_ptr<Layer<Real>> makeDepthwise(std::string name, Shape input);

/// 1 x 1 convolution: y[t,f,o] = b[o] + sum_i w[i,o] x[t,f,i]. weight [in, filters], bias [filters].
/// Throws std::invalid_argument unless filters is a multiple of filterLanes.
template <class Real>
std::unique_ptr<Layer<Real>> makePointwise(std::string name, Shape input, int filters);

/// y = max(x, 0); its slope at 0 is 0.
template <class Real>
std::unique_ptr<Layer<Real>> makeRelu(std::string name, Shape input);

/// Mean over blocks of `block` frames (the last block over what is left): y[b,f,c] = mean_{t in b} x[t,f,c].
/// Throws std::invalid_argument unless block >= 1.
template <class Real>
std::unique_ptr<Layer<Real>> makeAveragePool(std::string name, Shape input, int block);

/// While training, every entry is 0 with probability `share` and divided by 1 - share otherwise (Srivastava et al., 2014);
/// else nothing happens. Throws std::invalid_argument unless 0 <= share < 1.
template <class Real>
std::unique_ptr<Layer<Real>> makeDropout(std::string name, Shape input, double share);

/// y[k] = b[k] + sum_i w[k,i] x[i] over all entries of x. weight [outputs, inputs], bias [outputs].
template <class Real>
std::unique_ptr<Layer<Real>> makeDense(std::string name, Shape input, int outputs);

} // namespace thetascope
