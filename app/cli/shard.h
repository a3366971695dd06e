// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace thetascope {

/// One of `count` parts of a list of files, for as many machines or processes: file k (from 0) belongs to the shard with
/// index = 1 + k mod count. Shards of the same list never overlap, and together they are the list.
struct Shard {
    std::size_t index = 1, count = 1; ///< 1 <= index <= count
    bool holds(std::size_t file) const { return file % count + 1 == index; }
    bool whole() const { return count == 1; }
};

/// Reads "i/n". Errors (kind arguments): anything but two whole numbers with 1 <= i <= n.
Result<Shard> parseShard(const std::string& text);

/// The lines of a list of files, one path a line ("-": standard input), empty lines left out. Errors (kind input): it can't be
/// read.
Result<std::vector<std::string>> readFileList(const std::string& path);

} // namespace thetascope
