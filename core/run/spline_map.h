// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/model/settings.h"

#include <array>
#include <cstddef>
#include <vector>

namespace thetascope {

/// A line of cells whose values follow a uniform cubic B-spline with one coefficient per knot.
///
/// n cells at 0..n-1 get K+1 knots, K = ceil((n-1)/spacing), evenly spaced with the first on the first cell and the last on
/// the last: never further apart than asked, never more knots than cells, one alone for one cell. Beyond the ends the
/// coefficients are mirrored, so that the spline ends level. Every cell is then a convex combination of at most four
/// coefficients: constants come out as they go in, and bounds of the coefficients are bounds of the cells. A spacing of 1
/// is the identity (a cell is its own knot), not a spline.
///
/// Cells at the ends may be held: they take the value of the nearest cell that isn't, and the spline runs over those.
class SplineAxis {
public:
    /// How many cells are held at either end.
    struct Held {
        Eigen::Index first = 0, last = 0;
    };

    /// cells >= 1, spacing >= 1, a cell that isn't held; std::invalid_argument otherwise. An identity holds none.
    SplineAxis(Eigen::Index cells, int spacing, Held held);
    SplineAxis(Eigen::Index cells, int spacing) : SplineAxis(cells, spacing, {0, 0}) {}

    struct Weights {
        std::array<Eigen::Index, 4> knot{};
        std::array<double, 4> weight{};
    };

    Eigen::Index cells() const { return m_cells; }
    Eigen::Index knots() const { return m_knots; }
    bool identity() const { return m_weights.empty(); }
    /// The weights of a cell's coefficients; not of an identity.
    const Weights& at(Eigen::Index cell) const { return m_weights[static_cast<std::size_t>(cell)]; }

    /// The least-squares coefficients of columns of values: [cells, m] -> [knots, m].
    Eigen::MatrixXd fit(const Eigen::MatrixXd& values) const;

private:
    Eigen::Index m_cells, m_knots;
    std::vector<Weights> m_weights; ///< one per cell; empty for the identity
};

/// A smooth surface over the time-frequency plane: the product of a spline along frames and one along bins. Linear, with its
/// exact adjoint; one pass of four products per cell each, in an order that doesn't depend on threads. Buffers are allocated
/// once: calls on one object must not overlap.
class SplineMap {
public:
    /// Cells [frames, bins] (1 where the map doesn't vary), knots `spacing` apart; frames at the ends may be held.
    SplineMap(Eigen::Index frames, Eigen::Index bins, ThetaGrid spacing, SplineAxis::Held heldFrames);
    SplineMap(Eigen::Index frames, Eigen::Index bins, ThetaGrid spacing) : SplineMap(frames, bins, spacing, {0, 0}) {}

    /// Every cell its own knot.
    bool identity() const { return m_frames.identity() && m_bins.identity(); }
    Eigen::Index knotRows() const { return m_frames.knots(); }
    Eigen::Index knotCols() const { return m_bins.knots(); }

    /// cells [frames, bins] = A knots. knots: [knotRows, knotCols].
    void interpolate(const RealFrames& knots, RealFrames& cells);

    /// knots = A^T (a b), a and b [frames, bins] multiplied entry by entry.
    void adjoint(const RealFrames& a, const RealFrames& b, RealFrames& knots);

    /// The knots whose surface is nearest to the cells in the sense of least squares: those of a surface that is such a spline
    /// are found again.
    RealFrames fit(const RealFrames& cells) const;

private:
    SplineAxis m_frames, m_bins;
    RealFrames m_between; ///< [knotRows, bins]: along bins cells, along frames still knots
    RealFrames m_row;     ///< [1, bins]
};

} // namespace thetascope
