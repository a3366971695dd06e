// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/smoothness.h"

#include "core/base/clones.h"
#include "core/base/share_out.h"
#include "core/base/vector_math.h"
#include "core/objective/variation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace thetascope {

namespace {

/// Rows that a thread takes at a time; the row before them is computed once more.
constexpr int chunkRows = 32;

/// One row of differences: root = sqrt(down^2 + right^2 + eps), returned as their sum; then, for the slopes, down / root into
/// `down`, right / root into `right`, [count] each. below: the next row of the map, or null; alongCols: here has count + 1 entries.
THETASCOPE_INLINE double rowBody(Eigen::Index count, const double* here, const double* below, bool alongCols, double* __restrict down,
                                 double* __restrict right) {
    double total = 0;
#pragma omp simd reduction(+ : total)
    for (Eigen::Index c = 0; c < count; ++c) {
        const double d = below != nullptr ? below[c] - here[c] : 0, r = alongCols ? here[c + 1] - here[c] : 0;
        const double root = std::sqrt(d * d + r * r + variationEpsilon);
        total += root;
        down[c] = d / root;
        right[c] = r / root;
    }
    return total;
}

THETASCOPE_CLONES
double differencesOfRow(Eigen::Index count, const double* here, const double* below, bool alongCols, double* down, double* right) {
    if (below == nullptr) return rowBody(count, here, nullptr, alongCols, down, right);
    return alongCols ? rowBody(count, here, below, true, down, right) : rowBody(count, here, below, false, down, right);
}

THETASCOPE_CLONES
void logarithmsOfRow(Eigen::Index count, const double* theta, double* out) {
    for (Eigen::Index c = 0; c < count; ++c) out[c] = theta[c] > 0 ? vectorLog(theta[c]) : std::numeric_limits<double>::quiet_NaN();
}

/// out += scale times the slopes of a row: of its cells' own differences, and of those of the cells above and to the left; divided
/// by theta unless null. [count] each.
THETASCOPE_CLONES
void addSlopesOfRow(Eigen::Index count, const double* downAbove, const double* down, const double* right, const double* theta,
                    double scale, double* out) {
    const double first = scale * (downAbove[0] - down[0] - right[0]);
    out[0] += theta != nullptr ? first / theta[0] : first;
    if (theta != nullptr) {
#pragma omp simd
        for (Eigen::Index c = 1; c < count; ++c) out[c] += scale * (downAbove[c] - down[c] - right[c] + right[c - 1]) / theta[c];
    } else {
#pragma omp simd
        for (Eigen::Index c = 1; c < count; ++c) out[c] += scale * (downAbove[c] - down[c] - right[c] + right[c - 1]);
    }
}

/// The differences of a map of theta row by row, and their slopes.
class Sweep {
public:
    Sweep(const RealFrames& theta, bool log)
        : m_theta(theta), m_log(log), m_alongRows(theta.rows() > 1), m_alongCols(theta.cols() > 1),
          m_rows(std::max<Eigen::Index>(theta.rows() - 1, 1)), m_cols(std::max<Eigen::Index>(theta.cols() - 1, 1)) {}

    double cells() const { return static_cast<double>(m_rows * m_cols); }
    Eigen::Index rows() const { return m_theta.rows(); }

    /// Sums of the rows [begin, end) into sums; with a gradient [rows, cols], adds scale times the slopes in theta to its rows.
    /// space: workspace() values of this thread's own.
    void take(Eigen::Index begin, Eigen::Index end, double* sums, double scale, RealFrames* gradient, double* space) const {
        const Eigen::Index cols = m_theta.cols();
        Rows r{space, space + cols, space + 2 * cols, space + 3 * cols, space + 4 * cols};
        std::fill_n(r.downAbove, cols, 0.0);
        if (gradient != nullptr && begin > 0) differences(begin - 1, r, r.downAbove);
        for (Eigen::Index row = begin; row < end; ++row) {
            std::fill_n(r.down, cols, 0.0);
            std::fill_n(r.right, cols, 0.0);
            sums[row] = row < m_rows ? differences(row, r, r.down) : 0;
            if (gradient != nullptr)
                addSlopesOfRow(cols, r.downAbove, r.down, r.right, m_log ? m_theta.row(row).data() : nullptr, scale,
                               gradient->row(row).data());
            std::swap(r.down, r.downAbove);
        }
    }
    std::size_t workspace() const { return 5 * static_cast<std::size_t>(m_theta.cols()); }

private:
    struct Rows {
        double *here, *below, *down, *downAbove, *right; ///< [cols] each
    };

    const double* mapRow(Eigen::Index row, double* space) const {
        const double* theta = m_theta.row(row).data();
        if (!m_log) return theta;
        logarithmsOfRow(m_theta.cols(), theta, space);
        return space;
    }

    double differences(Eigen::Index row, Rows& r, double* down) const {
        return differencesOfRow(m_cols, mapRow(row, r.here), m_alongRows ? mapRow(row + 1, r.below) : nullptr, m_alongCols, down,
                                r.right);
    }

    const RealFrames& m_theta;
    bool m_log, m_alongRows, m_alongCols;
    Eigen::Index m_rows, m_cols; ///< cells that have a difference
};

/// The mean over cells; adds weight times its slopes to the gradient unless null.
double meanVariation(const TermInput& input, bool log, double weight, RealFrames* gradient, std::vector<double>& space) {
    const RealFrames& theta = input.tiling.theta;
    if (theta.size() < 2) return 0;
    const Sweep sweep(theta, log);
    const std::size_t threads = input.pool != nullptr ? static_cast<std::size_t>(input.pool->threads()) : 1;
    const std::size_t ofThread = sweep.workspace();
    space.resize(threads * ofThread + static_cast<std::size_t>(sweep.rows()));
    double* const sums = space.data() + threads * ofThread;
    const int rows = static_cast<int>(sweep.rows());
    shareOut(input.pool, rows, chunkRows, [&](int begin, int end, int thread) {
        sweep.take(begin, end, sums, weight / sweep.cells(), gradient, space.data() + static_cast<std::size_t>(thread) * ofThread);
    });
    double total = 0;
    for (int row = 0; row < rows; ++row) total += sums[row];
    return total / sweep.cells();
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
    return meanVariation(input, m_log, 0, nullptr, m_space);
}

double SmoothnessTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    if (!m_around)
        return meanVariation(input, m_log, weight, &gradient.tiling.theta, m_space);
    const RealFrames values = map(input);
    RealFrames slope = RealFrames::Zero(values.rows(), values.cols());
    const double around = variation(values, {{1, 0, nullptr}, {0, 1, nullptr}}, &slope);
    addSlope(input, weight, slope, gradient);
    return around;
}

void SmoothnessTerm::addSlope(const TermInput& input, double weight, const RealFrames& slope, TermGradient& gradient) const {
    if (m_log)
        gradient.tiling.theta += weight * slope / input.tiling.theta;
    else
        gradient.tiling.theta += weight * slope;
}

} // namespace thetascope
