// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// SHA-256 of a file's bytes in hexadecimal; empty if it can't be read to its end. Any thread; a second per
/// gigabyte or two, but none for the same file again as long as its times and size say that it is the same.
std::string fileSha256(const std::string& path);

} // namespace thetascope
