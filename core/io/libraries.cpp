// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/libraries.h"

#include <sndfile.h>
#include <zlib.h>

namespace thetascope {

std::string soundLibrary() { return sf_version_string(); }

std::string zipLibraryVersion() { return zlibVersion(); }

} // namespace thetascope
