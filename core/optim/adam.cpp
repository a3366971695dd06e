// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/adam.h"

#include "core/base/clones.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace thetascope {

namespace {

constexpr double meanMemory = 0.9;     // beta1
constexpr double squareMemory = 0.999; // beta2
constexpr double relativeEpsilon = 1e-12;

/// max(largest, |g|); a NaN is passed over.
THETASCOPE_CLONES
double largestOf(Eigen::Index count, const double* g, double largest) {
#pragma omp simd reduction(max : largest)
    for (Eigen::Index c = 0; c < count; ++c) {
        const double size = std::abs(g[c]);
        largest = size > largest ? size : largest;
    }
    return largest;
}

/// Both means and the step in one sweep: there may be millions of variables, and memory is what takes time.
THETASCOPE_CLONES
void takeStep(Eigen::Index count, const double* g, double* mean, double* square, double* x, double meanScale, double squareScale,
          double epsilon) {
#pragma omp simd
    for (Eigen::Index c = 0; c < count; ++c) {
        mean[c] = meanMemory * mean[c] + (1 - meanMemory) * g[c];
        square[c] = squareMemory * square[c] + (1 - squareMemory) * g[c] * g[c];
        x[c] -= meanScale * mean[c] / (std::sqrt(squareScale * square[c]) + epsilon);
    }
}

} // namespace

OptimiserDescription Adam::description() {
    return {"adam", "Adam: every variable moves by about the step at first, less where its gradient changes sign."};
}

Adam::Adam(Eigen::Index size) : m_mean(Vector::Zero(size)), m_square(Vector::Zero(size)) {}

void Adam::advance(Vector& x, const Vector& gradient, double step) {
    assert(x.size() == m_mean.size() && gradient.size() == m_mean.size());
    if (x.size() == 0)
        return;
    m_meanDecay *= meanMemory;
    m_squareDecay *= squareMemory;
    m_largest = largestOf(gradient.size(), gradient.data(), m_largest);
    if (m_largest == 0)
        return; // nothing has a slope yet, and 0 / 0 would follow
    takeStep(x.size(), gradient.data(), m_mean.data(), m_square.data(), x.data(), step / (1 - m_meanDecay), 1 / (1 - m_squareDecay),
         relativeEpsilon * m_largest);
}

} // namespace thetascope
