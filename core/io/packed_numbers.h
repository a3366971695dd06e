// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// Numbers as a text that fits into JSON and reads back bit by bit: little-endian float64, deflated (zlib), in base64.
std::string packNumbers(std::span<const double> values);

/// Exactly `count` numbers out of such a text. Memory: what `count` needs and a block, whatever the text would grow to.
/// Errors (kind input, without a path): not base64, damaged, or another number of values.
Result<std::vector<double>> unpackNumbers(std::string_view text, std::size_t count);

} // namespace thetascope
