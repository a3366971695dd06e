// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/softmax.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace thetascope {

template <class Real>
void softmax(int classes, const Real* z, Real* probabilities) {
    const Real largest = *std::max_element(z, z + classes);
    Real sum = 0;
    for (int k = 0; k < classes; ++k) sum += probabilities[k] = std::exp(z[k] - largest);
    for (int k = 0; k < classes; ++k) probabilities[k] /= sum;
}

template <class Real>
double crossEntropy(int classes, const Real* z, int label) {
    assert(label >= 0 && label < classes);
    const double largest = *std::max_element(z, z + classes);
    double sum = 0;
    for (int k = 0; k < classes; ++k) sum += std::exp(static_cast<double>(z[k]) - largest);
    return std::log(sum) + largest - static_cast<double>(z[label]);
}

template <class Real>
void crossEntropyBackward(int classes, const Real* z, int label, Real scale, Real* dz) {
    assert(label >= 0 && label < classes);
    softmax(classes, z, dz);
    dz[label] -= 1;
    for (int k = 0; k < classes; ++k) dz[k] *= scale;
}

template void softmax<float>(int, const float*, float*);
template void softmax<double>(int, const double*, double*);
template double crossEntropy<float>(int, const float*, int);
template double crossEntropy<double>(int, const double*, int);
template void crossEntropyBackward<float>(int, const float*, int, float, float*);
template void crossEntropyBackward<double>(int, const double*, int, double, double*);

} // namespace thetascope
