// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/spline_map.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thetascope {

namespace {

/// The four cubic B-splines that reach the place u in [0, 1] between two knots; they sum to 1.
std::array<double, 4> basis(double u) {
    const double v = 1 - u;
    return {v * v * v / 6, (4 - 6 * u * u + 3 * u * u * u) / 6, (4 - 6 * v * v + 3 * v * v * v) / 6, u * u * u / 6};
}

Eigen::Index mirrored(Eigen::Index knot, Eigen::Index last) {
    if (last == 0) return 0;
    if (knot < 0) return -knot;
    return knot > last ? 2 * last - knot : knot;
}

Eigen::Index intervals(Eigen::Index cells, int spacing) { return (cells - 1 + spacing - 1) / spacing; }

/// out = sum of the four rows of knots; out must not alias.
template <class Row>
void combine(const SplineAxis::Weights& w, const RealFrames& knots, Row&& out) {
    out = w.weight[0] * knots.row(w.knot[0]) + w.weight[1] * knots.row(w.knot[1]) + w.weight[2] * knots.row(w.knot[2]) +
          w.weight[3] * knots.row(w.knot[3]);
}

} // namespace

SplineAxis::SplineAxis(Eigen::Index cells, int spacing, Held held) : m_cells(cells), m_knots(cells) {
    const Eigen::Index free = cells - held.first - held.last;
    if (free < 1 || held.first < 0 || held.last < 0 || spacing < 1)
        throw std::invalid_argument("SplineAxis: needs a cell that isn't held, and knots at least 1 apart");
    if (spacing == 1 || cells == 1) return;
    const Eigen::Index last = intervals(free, spacing);
    m_knots = last + 1;
    m_weights.resize(static_cast<std::size_t>(cells));
    for (Eigen::Index cell = 0; cell < cells; ++cell) {
        const Eigen::Index nearest = std::clamp<Eigen::Index>(cell - held.first, 0, free - 1);
        const double place = static_cast<double>(nearest * last) / static_cast<double>(std::max<Eigen::Index>(free - 1, 1));
        const Eigen::Index left = std::clamp<Eigen::Index>(static_cast<Eigen::Index>(place), 0, std::max<Eigen::Index>(last - 1, 0));
        Weights& w = m_weights[static_cast<std::size_t>(cell)];
        w.weight = basis(place - static_cast<double>(left));
        for (Eigen::Index j = 0; j < 4; ++j) w.knot[static_cast<std::size_t>(j)] = mirrored(left - 1 + j, last);
    }
}

Eigen::MatrixXd SplineAxis::fit(const Eigen::MatrixXd& values) const {
    if (identity()) return values;
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(m_weights.size() * 4);
    for (Eigen::Index cell = 0; cell < m_cells; ++cell)
        for (std::size_t j = 0; j < 4; ++j) entries.emplace_back(cell, at(cell).knot[j], at(cell).weight[j]); // equals are added
    Eigen::SparseMatrix<double> matrix(m_cells, m_knots);
    matrix.setFromTriplets(entries.begin(), entries.end());
    const Eigen::SparseMatrix<double> transposed = matrix.transpose();
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> normal(transposed * matrix);
    return normal.solve(transposed * values);
}

SplineMap::SplineMap(Eigen::Index frames, Eigen::Index bins, ThetaGrid spacing, SplineAxis::Held heldFrames)
    : m_frames(frames, spacing.frames, heldFrames), m_bins(bins, spacing.bins) {
    if (identity()) return;
    m_between.resize(knotRows(), bins);
    m_row.resize(1, bins);
}

void SplineMap::interpolate(const RealFrames& knots, RealFrames& cells) {
    if (m_bins.identity()) {
        m_between = knots;
    } else {
        for (Eigen::Index row = 0; row < knotRows(); ++row)
            for (Eigen::Index bin = 0; bin < m_bins.cells(); ++bin) {
                const SplineAxis::Weights& w = m_bins.at(bin);
                m_between(row, bin) = w.weight[0] * knots(row, w.knot[0]) + w.weight[1] * knots(row, w.knot[1]) +
                                      w.weight[2] * knots(row, w.knot[2]) + w.weight[3] * knots(row, w.knot[3]);
            }
    }
    cells.resize(m_frames.cells(), m_bins.cells());
    if (m_frames.identity()) {
        cells = m_between;
        return;
    }
    for (Eigen::Index frame = 0; frame < m_frames.cells(); ++frame) combine(m_frames.at(frame), m_between, cells.row(frame));
}

void SplineMap::adjoint(const RealFrames& a, const RealFrames& b, RealFrames& knots) {
    if (m_frames.identity()) {
        m_between = a * b;
    } else {
        m_between.setZero();
        for (Eigen::Index frame = 0; frame < m_frames.cells(); ++frame) {
            const SplineAxis::Weights& w = m_frames.at(frame);
            m_row = a.row(frame) * b.row(frame);
            for (std::size_t j = 0; j < 4; ++j) m_between.row(w.knot[j]) += w.weight[j] * m_row.row(0);
        }
    }
    if (m_bins.identity()) {
        knots = m_between;
        return;
    }
    knots.setZero(knotRows(), knotCols());
    for (Eigen::Index row = 0; row < knotRows(); ++row)
        for (Eigen::Index bin = 0; bin < m_bins.cells(); ++bin) {
            const SplineAxis::Weights& w = m_bins.at(bin);
            const double value = m_between(row, bin);
            for (std::size_t j = 0; j < 4; ++j) knots(row, w.knot[j]) += w.weight[j] * value;
        }
}

RealFrames SplineMap::fit(const RealFrames& cells) const {
    const Eigen::MatrixXd alongFrames = m_frames.fit(cells.matrix());
    return m_bins.fit(alongFrames.transpose()).transpose().array();
}

} // namespace thetascope
