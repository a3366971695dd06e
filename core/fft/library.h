// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// The FFT library and its version, e.g. "fftw-3.3.10-sse2-avx".
std::string fftLibrary();

} // namespace thetascope
