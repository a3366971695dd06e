// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/npz.h"

#include <map>
#include <string>
#include <vector>

namespace thetascope {

/// One array of a .npz file: real numbers in C order.
struct NpzArray {
    std::vector<std::size_t> shape; ///< [] is one number
    std::vector<double> values;
    bool single = false;            ///< stored as float32 (exact for values that came from floats), else float64
};

/// Arrays by name, and texts (arrays of shape [] of bytes).
struct NpzFile {
    std::map<std::string, NpzArray> arrays;
    std::map<std::string, std::string> texts;
};

/// The same for writeNpz(), in the order of names, arrays first.
std::vector<NpzEntry> entriesOf(const NpzFile& file);

/// Reads a .npz of little-endian f4, f8, i4 and i8 arrays, stored or deflated (numpy.savez, numpy.savez_compressed). Nothing is
/// allocated before the file is known to hold it. Errors (kind input): missing, not a zip file, damaged (every member's checksum is
/// tested), larger than 1 GB, another type.
Result<NpzFile> readNpz(const std::string& path);

} // namespace thetascope
