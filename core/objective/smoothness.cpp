// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/smoothness.h"

#include "core/objective/variation.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// The mean over cells. Hands each cell to visit(row, column, difference along rows, along columns, root).
template <class Visit>
double meanVariation(const RealFrames& map, Visit visit) {
    if (map.size() < 2)
        return 0;
    const bool alongRows = map.rows() > 1, alongCols = map.cols() > 1;
    const Eigen::Index rows = std::max<Eigen::Index>(map.rows() - 1, 1), cols = std::max<Eigen::Index>(map.cols() - 1, 1);
    double total = 0;
    for (Eigen::Index row = 0; row < rows; ++row) {
        double ofRow = 0;
        for (Eigen::Index col = 0; col < cols; ++col) {
            const double here = map(row, col);
            const double down = alongRows ? map(row + 1, col) - here : 0;
            const double right = alongCols ? map(row, col + 1) - here : 0;
            const double root = std::sqrt(down * down + right * right + variationEpsilon);
            ofRow += root;
            visit(row, col, down, right, root);
        }
        total += ofRow;
    }
    return total / static_cast<double>(rows * cols);
}

} // namespace

TermDescription SmoothnessTerm::description() {
    return {"smoothness",
            "How much the window length changes from cell to cell (total variation); keeps neighbouring windows alike. "
            "Nothing to do for a shared window.",
            "R = mean √((θ[i,f+1] − θ[i,f])² + (θ[i+1,f] − θ[i,f])² + ε)",
            false,
            {{"neighbours", "2: differences to the next cell in time and in frequency; 4: to those before as well", 2, 2, 4},
             {"log", "0: differences of θ in samples; 1: of ln θ, relative changes", 0, 0, 1}}};
}

SmoothnessTerm::SmoothnessTerm(const TermParameters& parameters)
    : m_around(parameters.at("neighbours") > 2), m_log(parameters.at("log") != 0) {}

RealFrames SmoothnessTerm::map(const TermInput& input) const {
    return m_log ? RealFrames(input.tiling.theta.log()) : input.tiling.theta;
}

double SmoothnessTerm::value(const TermInput& input) const {
    if (m_around)
        return variation(map(input), {{1, 0, nullptr}, {0, 1, nullptr}}, nullptr);
    return meanVariation(map(input), [](Eigen::Index, Eigen::Index, double, double, double) {});
}

double SmoothnessTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const RealFrames values = map(input);
    RealFrames slope = RealFrames::Zero(values.rows(), values.cols());
    if (m_around) {
        const double around = variation(values, {{1, 0, nullptr}, {0, 1, nullptr}}, &slope);
        addSlope(input, weight, slope, gradient);
        return around;
    }
    const double mean = meanVariation(values, [&](Eigen::Index row, Eigen::Index col, double down, double right, double root) {
        slope(row, col) -= (down + right) / root;
        if (values.rows() > 1)
            slope(row + 1, col) += down / root;
        if (values.cols() > 1)
            slope(row, col + 1) += right / root;
    });
    const double cells = static_cast<double>(std::max<Eigen::Index>(values.rows() - 1, 1) *
                                             std::max<Eigen::Index>(values.cols() - 1, 1));
    addSlope(input, weight / cells, slope, gradient);
    return mean;
}

void SmoothnessTerm::addSlope(const TermInput& input, double weight, const RealFrames& slope, TermGradient& gradient) const {
    if (m_log)
        gradient.tiling.theta += weight * slope / input.tiling.theta;
    else
        gradient.tiling.theta += weight * slope;
}

} // namespace thetascope
