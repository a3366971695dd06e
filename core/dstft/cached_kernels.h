// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace thetascope {

/// Where the bins of a frame lie among the nodes ln theta_p = top + p delta, p <= 0: interval p = floor(y) (at most -1) and
/// t = y - p in [0, 1], y = (ln theta - top)/delta; [count] each. Returns sum |ln theta - logTheta| and replaces logTheta; sets
/// `moved` if an interval differs from the one in `interval`.
template <class Real>
struct Placement {
    const double* theta;
    Real *logTheta, *t;
    int* wanted;         ///< intervals where theta lies now
    const int* interval; ///< intervals of the cubics
    Real top, perDelta;  ///< ln(N-1), 1/delta
};
double placeRow(int count, const Placement<float>& row, bool& moved);
double placeRow(int count, const Placement<double>& row, bool& moved);

/// Which bins lie in another interval than their cubics: into `list` [count] in ascending order; returns how many. `flags` is room
/// for [count, up to a whole std::uint64_t].
int listMoved(int count, const int* wanted, const int* interval, std::uint8_t* flags, int* list);

/// The cubics of a frame, in tiles of cubicTile bins: re and im of a0..a3, [tile][cubicPlanes][cubicTile]. What one cell reads and
/// what a sweep over all of them reads lies close together.
constexpr int cubicPlanes = 8, cubicTile = 16;
constexpr int cubicReals(int bins) { return (bins + cubicTile - 1) / cubicTile * cubicTile * cubicPlanes; }
/// Where the first coefficient of a bin lies; the others follow cubicTile apart.
constexpr int cubicAt(int bin) { return bin / cubicTile * (cubicTile * cubicPlanes) + bin % cubicTile; }

/// S = cubic(t) and dS/dtheta = cubic'(t) / (delta theta); [count] each.
template <class Real>
struct CubicRow {
    const Real* tiles;
    int ahead; ///< how much further the tiles lie that will be needed next: they are fetched meanwhile
    const Real* t;
    const double* theta;
    Real perDelta;
    Real *re, *im, *reTheta, *imTheta;
};
/// The same as |S| and d|S|/dtheta = Re(conj(S) dS)/|S|, both 0 where S = 0; [count] each.
template <class Real>
struct CubicMagnitudes {
    const Real* tiles;
    int ahead; ///< how much further the tiles lie that will be needed next: they are fetched meanwhile
    const Real* t;
    const double* theta;
    Real perDelta;
    Real *m, *dTheta;
};
void evaluateMagnitudes(int count, const CubicMagnitudes<float>& row);
void evaluateMagnitudes(int count, const CubicMagnitudes<double>& row);

void evaluateCubics(int count, const CubicRow<float>& row);
void evaluateCubics(int count, const CubicRow<double>& row);

} // namespace thetascope
