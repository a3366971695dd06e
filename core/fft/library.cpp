// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fft/library.h"

#include <fftw3.h>

namespace thetascope {

std::string fftLibrary() { return fftw_version; }

} // namespace thetascope
