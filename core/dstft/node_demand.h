// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace thetascope {

/// Which nodes the cells of a frame need: (node, bin, end) requests, sorted by node in linear time.
class NodeDemand {
public:
    struct Request {
        int node = 0; ///< p <= 0
        int bin = 0;
        bool upper = false; ///< the upper end of the bin's interval, else the lower
    };

    /// For a frame of so many bins: two ends each.
    void reserve(int bins) {
        m_requests.reserve(2 * static_cast<std::size_t>(bins));
        m_sorted.reserve(2 * static_cast<std::size_t>(bins));
        m_starts.reserve(usualNodes);
    }
    void clear() { m_requests.clear(); }
    void add(int node, int bin, bool upper) { m_requests.push_back({node, bin, upper}); }
    bool empty() const { return m_requests.empty(); }

    /// Calls visit(begin, end) with the requests of each node in turn.
    template <class Visit>
    void forEachNode(Visit&& visit) {
        if (m_requests.empty()) return;
        sort();
        for (std::size_t begin = 0; begin < m_sorted.size();) {
            std::size_t end = begin + 1;
            while (end < m_sorted.size() && m_sorted[end].node == m_sorted[begin].node) ++end;
            visit(m_sorted.data() + begin, m_sorted.data() + end);
            begin = end;
        }
    }

private:
    static constexpr std::size_t usualNodes = 4096; ///< more than ln(N)/delta

    void sort() {
        int lowest = m_requests.front().node, highest = lowest;
        for (const Request& r : m_requests) {
            lowest = std::min(lowest, r.node);
            highest = std::max(highest, r.node);
        }
        m_starts.assign(static_cast<std::size_t>(highest - lowest) + 2, 0);
        for (const Request& r : m_requests) ++m_starts[static_cast<std::size_t>(r.node - lowest) + 1];
        for (std::size_t k = 1; k < m_starts.size(); ++k) m_starts[k] += m_starts[k - 1];
        m_sorted.resize(m_requests.size());
        for (const Request& r : m_requests) m_sorted[m_starts[static_cast<std::size_t>(r.node - lowest)]++] = r;
    }

    std::vector<Request> m_requests, m_sorted;
    std::vector<std::size_t> m_starts;
};

} // namespace thetascope
