// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>

namespace thetascope {

/// Whether a path names a file that can be read. Errors (kind input): missing, a folder, a pipe or device, no permission.
Status checkReadable(const std::string& path);

/// Reads a whole file of at most `limit` bytes. Errors (kind input): those of checkReadable(), and a larger file.
Result<std::string> readTextFile(const std::string& path, std::size_t limit);

} // namespace thetascope
