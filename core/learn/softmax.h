// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// probabilities[k] = exp(z[k]) / sum_j exp(z[j]), [classes]; may be in place. Large z don't overflow.
template <class Real>
void softmax(int classes, const Real* z, Real* probabilities);

/// L = -ln softmax(z)[label]. label in [0, classes).
template <class Real>
double crossEntropy(int classes, const Real* z, int label);

/// dL/dz[k] = scale (softmax(z)[k] - [k = label]).
template <class Real>
void crossEntropyBackward(int classes, const Real* z, int label, Real scale, Real* dz);

} // namespace thetascope
