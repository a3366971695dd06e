// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/hop_chain.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thetascope {

namespace {

/// Width of the rounded corners: of one hop, in hops; of all together, as a share of the room.
constexpr double hopCorner = 0.1, roomCorner = 0.1;
constexpr double leastHop = 1; // sample
constexpr double roundingSlack = 1 + 1e-6;

double shortestHop(const Vector& positions) {
    double shortest = leastHop;
    for (Eigen::Index i = 1; i < positions.size(); ++i) shortest = std::min(shortest, positions[i] - positions[i - 1]);
    if (!(shortest > 0)) throw std::invalid_argument("HopChain: positions must ascend");
    return shortest;
}

/// What all hops together may have beyond their least, in hops; positive.
double freeRoom(const Vector& positions, double unit, double room, double least) {
    const Eigen::Index count = positions.size();
    const double span = std::max(room, (positions[count - 1] - positions[0]) * roundingSlack);
    return std::max(span - static_cast<double>(count - 1) * least, leastHop) / unit;
}

} // namespace

HopChain::HopChain(const Vector& positions, double unit, double room)
    : m_first(positions[0]), m_least(shortestHop(positions)), m_unit(unit),
      m_each(0, freeRoom(positions, unit, room, m_least), hopCorner),
      m_total(0, m_each.upper(), roomCorner * m_each.upper()), m_start(positions.size() - 1) {
    for (Eigen::Index j = 0; j < size(); ++j) m_start[j] = std::max(positions[j + 1] - positions[j] - m_least, 0.0) / m_unit;
    const double wanted = m_start.sum();
    const double share = wanted > 0 ? m_total.inverse(wanted) / wanted : 1;
    for (double& x : m_start) x = m_each.inverse(x * share);
}

double HopChain::total(const double* x) const {
    double sum = 0;
    for (Eigen::Index j = 0; j < size(); ++j) sum += m_each.value(x[j]);
    return sum;
}

void HopChain::toPositions(const double* x, Vector& positions) const {
    const double sum = total(x), share = sum > 0 ? m_total.value(sum) / sum : 1;
    positions[0] = m_first;
    for (Eigen::Index j = 0; j < size(); ++j)
        positions[j + 1] = positions[j] + m_least + m_unit * share * m_each.value(x[j]);
}

void HopChain::pullBack(const double* x, const Vector& gradient, double* out) const {
    double suffix = 0, moved = 0; // sum_{i >= j} dL/dt_i; sum_j dL/dH_j e_j
    for (Eigen::Index j = size() - 1; j >= 0; --j) {
        suffix += gradient[j + 1];
        out[j] = suffix;
        moved += suffix * m_each.value(x[j]);
    }
    const double sum = total(x);
    const double share = sum > 0 ? m_total.value(sum) / sum : 1;
    const double slope = sum > 0 ? (m_total.derivative(sum) - share) / sum : 0; // dq/dE
    for (Eigen::Index j = 0; j < size(); ++j)
        out[j] = m_unit * (share * out[j] + slope * moved) * m_each.derivative(x[j]);
}

} // namespace thetascope
