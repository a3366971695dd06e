// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/model/settings.h"
#include "core/model/tiling.h"
#include "core/window/taper.h"

#include <vector>

namespace thetascope {

/// D[k] = 1/N sum_i sum_f h_f (w(k - c_i; theta_{i,f}) / n_{i,f})^2, k = 0..M-1, h_f as in FrameOperator: the diagonal of A*
/// A, how densely windows lie at each sample. Exact where theta doesn't vary along frequency; else thetas of a frame within
/// 2 % of each other count as the longest of them, so that D[k] > 0 wherever some window has a sample at k. The result
/// doesn't depend on the threads.
std::vector<double> frameDensity(const Tiling& tiling, const Taper& taper, Normalisation normalisation, int length,
                                 ThreadPool& pool);

} // namespace thetascope
