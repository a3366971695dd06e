// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/variation.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Calls visit(row, col, its neighbour's row and col, gamma) for every pair within the map.
template <class Visit>
void forPairs(const RealFrames& map, const Neighbour& neighbour, Visit visit) {
    const Eigen::Index firstCol = std::max<Eigen::Index>(0, -neighbour.cols);
    const Eigen::Index lastCol = std::min(map.cols(), map.cols() - neighbour.cols);
    for (Eigen::Index row = std::max<Eigen::Index>(0, -neighbour.rows); row < std::min(map.rows(), map.rows() - neighbour.rows); ++row)
        for (Eigen::Index col = firstCol; col < lastCol; ++col)
            visit(row, col, row + neighbour.rows, col + neighbour.cols,
                  neighbour.weights != nullptr ? static_cast<double>((*neighbour.weights)(row, col)) : 1.0);
}

} // namespace

double variation(const RealFrames& map, const std::vector<Neighbour>& neighbours, RealFrames* slope) {
    if (map.size() < 2) return 0;
    RealFrames roots = RealFrames::Constant(map.rows(), map.cols(), variationEpsilon);
    for (const Neighbour& neighbour : neighbours)
        forPairs(map, neighbour, [&](Eigen::Index row, Eigen::Index col, Eigen::Index row2, Eigen::Index col2, double gamma) {
            const double difference = map(row2, col2) - map(row, col), square = gamma * difference * difference;
            roots(row, col) += square;
            roots(row2, col2) += square;
        });
    roots = roots.sqrt();
    const double cells = static_cast<double>(map.size());
    if (slope != nullptr)
        for (const Neighbour& neighbour : neighbours)
            forPairs(map, neighbour, [&](Eigen::Index row, Eigen::Index col, Eigen::Index row2, Eigen::Index col2, double gamma) {
                const double pull = gamma * (map(row2, col2) - map(row, col)) * (1 / roots(row, col) + 1 / roots(row2, col2)) / cells;
                (*slope)(row2, col2) += pull;
                (*slope)(row, col) -= pull;
            });
    return roots.sum() / cells;
}

} // namespace thetascope
