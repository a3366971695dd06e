// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cached_kernels.h"

#include "core/base/aligned.h"
#include "core/base/lanes.h"
#include "core/base/vector_math.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE double placeBody(int count, const Placement<Real>& row, bool& moved) {
    const double* theta = row.theta;
    Real *__restrict logTheta = row.logTheta, *__restrict t = row.t;
    int* __restrict wanted = row.wanted;
    const int* interval = row.interval;
    int differs = 0;
    const Real top = row.top, perDelta = row.perDelta;
    Real change = 0;
#pragma omp simd reduction(+ : change) reduction(| : differs)
    for (int f = 0; f < count; ++f) {
        const Real now = vectorLog(Real(theta[f]));
        change += std::abs(now - logTheta[f]);
        logTheta[f] = now;
        const Real y = (now - top) * perDelta;
        const int below = static_cast<int>(y) - 1; // y <= 0 truncates upwards
        const int p = y >= Real(below + 1) ? below + 1 : below;
        const int inside = p < -1 ? p : -1;
        wanted[f] = inside;
        t[f] = y - Real(inside);
        differs |= inside ^ interval[f];
    }
    moved = differs != 0;
    return double(change);
}

THETASCOPE_CLONES
void flagMoved(int count, const int* wanted, const int* interval, std::uint8_t* __restrict flags) {
#pragma omp simd
    for (int f = 0; f < count; ++f) flags[f] = wanted[f] != interval[f] ? 1 : 0;
}

/// Into the second level of the cache: neither the cells that are renewed nor one long stream are foreseen by the processor.
template <class Real>
THETASCOPE_INLINE void fetchTile(const Real* tile) {
    constexpr int line = static_cast<int>(cacheLine / sizeof(Real)), soon = 2;
    for (int k = 0; k < cubicTile * cubicPlanes; k += line) __builtin_prefetch(tile + k, 0, soon);
}

/// Calls evaluate(coefficients, first bin, bins) for whole tiles with their constant width, then for the last.
template <class Real, class Evaluate>
THETASCOPE_INLINE void forTiles(int count, const Real* tiles, int ahead, const Evaluate& evaluate) {
    int f = 0;
    for (; f + cubicTile <= count; f += cubicTile) {
        fetchTile(tiles + f * cubicPlanes + ahead);
        evaluate(tiles + f * cubicPlanes, f, std::integral_constant<int, cubicTile>());
    }
    if (f < count) evaluate(tiles + f * cubicPlanes, f, count - f);
}

template <class Real>
THETASCOPE_INLINE void cubicBody(int count, const CubicRow<Real>& row) {
    const Real perDelta = row.perDelta;
    forTiles(count, row.tiles, row.ahead, [&](const Real* a, int first, auto bins) THETASCOPE_INLINE_LAMBDA {
        const Real* times = row.t + first;
        const double* theta = row.theta + first;
        Real *__restrict re = row.re + first, *__restrict im = row.im + first;
        Real *__restrict reTheta = row.reTheta + first, *__restrict imTheta = row.imTheta + first;
#pragma omp simd
        for (int f = 0; f < int(bins); ++f) {
            const Real *re0 = a + f, *im0 = re0 + cubicTile, *re1 = im0 + cubicTile, *im1 = re1 + cubicTile;
            const Real *re2 = im1 + cubicTile, *im2 = re2 + cubicTile, *re3 = im2 + cubicTile, *im3 = re3 + cubicTile;
            const Real t = times[f], slope = perDelta / Real(theta[f]);
            re[f] = *re0 + t * (*re1 + t * (*re2 + t * *re3));
            im[f] = *im0 + t * (*im1 + t * (*im2 + t * *im3));
            reTheta[f] = slope * (*re1 + t * (2 * *re2 + t * (3 * *re3)));
            imTheta[f] = slope * (*im1 + t * (2 * *im2 + t * (3 * *im3)));
        }
    });
}

template <class Real>
THETASCOPE_INLINE void magnitudesBody(int count, const CubicMagnitudes<Real>& row, Real empty) {
    const Real perDelta = row.perDelta;
    forTiles(count, row.tiles, row.ahead, [&](const Real* a, int first, auto bins) THETASCOPE_INLINE_LAMBDA {
        const Real* times = row.t + first;
        const double* theta = row.theta + first;
        Real *__restrict m = row.m + first, *__restrict dTheta = row.dTheta + first;
#pragma omp simd
        for (int f = 0; f < int(bins); ++f) {
            const Real *re0 = a + f, *im0 = re0 + cubicTile, *re1 = im0 + cubicTile, *im1 = re1 + cubicTile;
            const Real *re2 = im1 + cubicTile, *im2 = re2 + cubicTile, *re3 = im2 + cubicTile, *im3 = re3 + cubicTile;
            const Real t = times[f];
            const Real re = *re0 + t * (*re1 + t * (*re2 + t * *re3));
            const Real im = *im0 + t * (*im1 + t * (*im2 + t * *im3));
            const Real dRe = *re1 + t * (2 * *re2 + t * (3 * *re3)), dIm = *im1 + t * (2 * *im2 + t * (3 * *im3));
            const Real square = re * re + im * im, inverse = vectorInverseSqrt(square + empty);
            m[f] = square * inverse;
            dTheta[f] = perDelta * (re * dRe + im * dIm) * inverse / Real(theta[f]);
        }
    });
}

/// Keeps 1/|S| of an empty cell finite, whose |S|^2 = 0 then takes both away.
constexpr float emptyFloat = 1e-37f;
constexpr double emptyDouble = 1e-300;

} // namespace

int listMoved(int count, const int* wanted, const int* interval, std::uint8_t* flags, int* list) {
    flagMoved(count, wanted, interval, flags);
    constexpr int word = sizeof(std::uint64_t);
    int listed = 0;
    for (int first = 0; first < count; first += word) {
        std::uint64_t any;
        std::memcpy(&any, flags + first, sizeof any);
        if (any == 0) continue;
        for (int f = first; f < std::min(first + word, count); ++f) { // without a branch per bin
            list[listed] = f;
            listed += flags[f];
        }
    }
    return listed;
}
THETASCOPE_CLONES
void evaluateMagnitudes(int count, const CubicMagnitudes<float>& row) {
    magnitudesBody(count, row, emptyFloat);
}
THETASCOPE_CLONES
void evaluateMagnitudes(int count, const CubicMagnitudes<double>& row) {
    magnitudesBody(count, row, emptyDouble);
}
THETASCOPE_CLONES
double placeRow(int count, const Placement<float>& row, bool& moved) {
    return placeBody(count, row, moved);
}
THETASCOPE_CLONES
double placeRow(int count, const Placement<double>& row, bool& moved) {
    return placeBody(count, row, moved);
}
THETASCOPE_CLONES
void evaluateCubics(int count, const CubicRow<float>& row) {
    cubicBody(count, row);
}
THETASCOPE_CLONES
void evaluateCubics(int count, const CubicRow<double>& row) {
    cubicBody(count, row);
}

} // namespace thetascope
