// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <complex>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace thetascope {

/// One array of an .npz archive. Values in C order, as many as the shape's product; a text is an array of shape [] of bytes
/// (UTF-8: in Python `z["run"].item().decode()`), its shape is ignored.
struct NpzEntry {
    std::string name; ///< without ".npy"
    std::vector<std::size_t> shape;
    std::variant<std::vector<double>, std::vector<float>, std::vector<std::complex<double>>, std::vector<std::complex<float>>,
                 std::string>
        values;
};

/// Writes a NumPy .npz archive (ZIP, stored, no time of day in it: same entries, same bytes), atomically. Errors: of kind
/// output, also for an array or an archive of 4 GB or more, which ZIP has no room for; std::invalid_argument for values that
/// don't fill their shape.
Status writeNpz(const std::string& path, const std::vector<NpzEntry>& entries);

} // namespace thetascope
