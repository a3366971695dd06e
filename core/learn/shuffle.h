// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/random.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace thetascope {

/// Puts values into a random order that follows from the seed, with every standard library (Fisher and Yates).
template <class T>
void shuffle(std::vector<T>& values, std::uint64_t seed) {
    Random random(seed);
    for (std::size_t left = values.size(); left > 1; --left)
        std::swap(values[left - 1], values[static_cast<std::size_t>(random.uniform() * static_cast<double>(left))]);
}

} // namespace thetascope
