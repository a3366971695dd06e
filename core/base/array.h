// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <complex>

namespace thetascope {

/// One value per time-frequency cell, [T, F]: a row per frame, contiguous over bins.
template <class T>
using FrameArray = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

using RealFrames = FrameArray<double>;
using ComplexFrames = FrameArray<std::complex<double>>;

/// A column of real numbers.
using Vector = Eigen::ArrayXd;

} // namespace thetascope
