// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace thetascope {

/// Scrambles 64 bits (splitmix64, Steele, Lea and Flood, 2014): neighbouring numbers give unrelated ones.
inline std::uint64_t scrambled(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/// The seed of one use of a seed: so that nothing has to remember a generator's state, and a resumed run goes on as it would have.
inline std::uint64_t derivedSeed(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index = 0) {
    return scrambled(scrambled(scrambled(seed) ^ purpose) ^ index);
}

} // namespace thetascope
