// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// The libraries that files go through, as they are installed: "libsndfile-1.2.0", and zlib's number.
std::string soundLibrary();
std::string zipLibraryVersion();

} // namespace thetascope
