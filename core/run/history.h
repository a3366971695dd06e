// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tiling.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace thetascope {

/// The parameters (not the pictures) of a run's iterations, within a memory budget: when it is exceeded, entries are thinned
/// so that the first, the last, the best and a log-spaced rest remain. Written by the run, read by the window.
class History {
public:
    explicit History(std::size_t budgetBytes) : m_budget(budgetBytes) {}

    /// best: the sharpest iteration so far, this one or one before it; never dropped.
    void add(int iteration, const Tiling& tiling, int best);

    /// The kept iterations, ascending.
    std::vector<int> iterations() const;
    /// The tiling of the kept iteration nearest to (at or before, else after) the one asked for.
    std::optional<std::pair<int, Tiling>> nearest(int iteration) const;
    int best() const;
    std::size_t bytes() const;

private:
    void thin();

    mutable std::mutex m_mutex;
    std::map<int, Tiling> m_entries;
    int m_best = 0;
    std::size_t m_budget, m_bytes = 0;
};

} // namespace thetascope
