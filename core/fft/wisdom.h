// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Plans that were measured once and are the same in every process ever after: FFTW's wisdom for real and complex transforms
/// of lengths 64, 128, ... 16384, out of place. FFTW takes it only if it has the very codelets and solvers that the wisdom was
/// made with (it compares a signature), else plans are estimated.
extern const char* const floatWisdom;
extern const char* const doubleWisdom;

} // namespace thetascope
