// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {

namespace {

std::size_t bytesOf(const Tiling& tiling) {
    return sizeof(double) * static_cast<std::size_t>(tiling.theta.size() + tiling.positions.size()) + sizeof(Tiling);
}

} // namespace

void History::add(int iteration, const Tiling& tiling, int best) {
    const std::lock_guard lock(m_mutex);
    m_entries.insert_or_assign(iteration, Tiling(tiling)); // whole, or not at all where memory runs out
    m_best = best;
    m_bytes += bytesOf(tiling);
    while (m_bytes > m_budget && m_entries.size() > 3) thin();
}

std::vector<int> History::iterations() const {
    const std::lock_guard lock(m_mutex);
    std::vector<int> list;
    for (const auto& [iteration, tiling] : m_entries) list.push_back(iteration);
    return list;
}

std::optional<std::pair<int, Tiling>> History::nearest(int iteration) const {
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty()) return std::nullopt;
    auto entry = m_entries.upper_bound(iteration);
    if (entry != m_entries.begin()) --entry;
    return *entry;
}

int History::best() const {
    const std::lock_guard lock(m_mutex);
    return m_best;
}

std::size_t History::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

/// Drops the entry (never the first, the last or the best) whose neighbours are closest on a logarithmic scale, so that the
/// rest stays log-spaced.
void History::thin() {
    auto victim = m_entries.end();
    double closest = std::numeric_limits<double>::infinity();
    for (auto entry = std::next(m_entries.begin()); std::next(entry) != m_entries.end(); ++entry) {
        if (entry->first == m_best) continue;
        const double gap = std::log1p(std::next(entry)->first) - std::log1p(std::prev(entry)->first);
        if (gap < closest) {
            closest = gap;
            victim = entry;
        }
    }
    if (victim == m_entries.end()) return;
    m_bytes -= bytesOf(victim->second);
    m_entries.erase(victim);
}

} // namespace thetascope
