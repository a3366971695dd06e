// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace thetascope {

/// What the header of a .npy file says of its array.
struct NpyHeader {
    std::string type;                ///< e.g. "<f8"
    bool fortranOrder = false;
    std::vector<std::size_t> shape;
};

/// Reads the header and leaves the stream at the first value. The message of an error is the reason alone.
Result<NpyHeader> readNpyHeader(std::istream& stream);

/// The text of a version 1 header, padded so that the values begin at a multiple of 64 bytes. C order.
std::string npyHeaderText(const std::string& type, const std::vector<std::size_t>& shape);

} // namespace thetascope
