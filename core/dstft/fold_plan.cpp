// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/fold_plan.h"

#include "core/base/clones.h"
#include "core/base/vector_math.h"
#include "core/dstft/cosine_norm.h"
#include "core/dstft/fold_kernel.h"

#include <algorithm>
#include <numbers>

namespace thetascope {

namespace {

/// What the planning loop reads and writes.
template <class Real>
struct PlanRows {
    int* __restrict plusCount;
    int* __restrict minusCount;
    Real *__restrict halfAngle, *__restrict stepC, *__restrict stepS, *__restrict shiftC, *__restrict shiftS;
    Real *__restrict factor, *__restrict logTheta, *__restrict logPosition;

    explicit PlanRows(FoldPlan<Real>& p)
        : plusCount(p.plusCount.data()), minusCount(p.minusCount.data()), halfAngle(p.halfAngle.data()), stepC(p.stepC.data()),
          stepS(p.stepS.data()), shiftC(p.shiftC.data()), shiftS(p.shiftS.data()), factor(p.factor.data()),
          logTheta(p.logTheta.data()), logPosition(p.logPosition.data()) {}
};

/// Points u0 + m <= reach, m = 0, 1, ...
THETASCOPE_INLINE int pointsUpTo(double reach, double u0, int most) {
    const double below = reach - u0 + 1;
    const int points = static_cast<int>(below > 0 ? below : 0);
    return points < most ? points : most;
}

/// In double: whether the last point lies inside is a matter of the last bit.
template <class Real>
THETASCOPE_INLINE void countsBody(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta,
                                  const PlanRows<Real>& rows) {
    const double delta = geometry.delta, u0 = 0.5 * FoldGeometry::startHalfSamples(planner.support);
    const int plusMost = geometry.plusMost, minusMost = geometry.minusMost;
    int *__restrict plusCount = rows.plusCount, *__restrict minusCount = rows.minusCount;
    Real* __restrict halfAngle = rows.halfAngle;
#pragma omp simd
    for (int f = 0; f < bins; ++f) {
        const double length = theta[f] > shortestClosed ? theta[f] : shortestClosed;
        plusCount[f] = pointsUpTo(length / 2 - delta, u0, plusMost);
        minusCount[f] = pointsUpTo(length / 2 + delta, u0, minusMost);
    }
#pragma omp simd
    for (int f = 0; f < bins; ++f) {
        const double length = theta[f] > shortestClosed ? theta[f] : shortestClosed;
        halfAngle[f] = Real(std::numbers::pi / length);
    }
}

template <class Real>
THETASCOPE_INLINE void anglesBody(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const PlanRows<Real>& rows) {
    const Real step = Real(planner.step), twiceDelta = Real(2 * geometry.delta);
    const Real* halfAngle = rows.halfAngle;
    Real *__restrict stepC = rows.stepC, *__restrict stepS = rows.stepS, *__restrict shiftC = rows.shiftC, *__restrict shiftS = rows.shiftS;
#pragma omp simd
    for (int f = 0; f < bins; ++f) vectorSinCos<Real>(step * halfAngle[f], stepS[f], stepC[f]);
    if (geometry.delta == 0) return;
#pragma omp simd
    for (int f = 0; f < bins; ++f) vectorSinCos<Real>(twiceDelta * halfAngle[f], shiftS[f], shiftC[f]);
}

template <bool energy, class Real>
THETASCOPE_INLINE void normsBody(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta,
                                 const PlanRows<Real>& rows) {
    const Real p0 = Real(planner.taper.mean), p1 = Real(planner.taper.swing), delta = Real(geometry.delta);
    const int shared = 1 - FoldGeometry::startHalfSamples(planner.support); // the sample at u = 0 is on both sides
    const int *plusCount = rows.plusCount, *minusCount = rows.minusCount;
    Real *__restrict factors = rows.factor, *__restrict logThetas = rows.logTheta, *__restrict logPositions = rows.logPosition;
#pragma omp simd
    for (int f = 0; f < bins; ++f) {
        const int points = plusCount[f] + minusCount[f] - shared;
        const Real y = Real(0.5) * Real(plusCount[f] - minusCount[f]) + delta;
        Real factor, logTheta, logPosition;
        cosineNorm<energy>(p0, p1, Real(theta[f]), Real(points), Real(points - theta[f]), y, factor, logTheta, logPosition);
        factors[f] = factor;
        logThetas[f] = logTheta;
        logPositions[f] = logPosition;
    }
}

template <class Real>
THETASCOPE_INLINE void normsFor(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta,
                                const PlanRows<Real>& rows) {
    if (planner.normalisation == Normalisation::energy) normsBody<true>(planner, geometry, bins, theta, rows);
    else normsBody<false>(planner, geometry, bins, theta, rows);
}

THETASCOPE_CLONES
void planPoints(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta, const PlanRows<float>& rows) {
    countsBody(planner, geometry, bins, theta, rows);
    anglesBody(planner, geometry, bins, rows);
}
THETASCOPE_CLONES
void planPoints(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta, const PlanRows<double>& rows) {
    countsBody(planner, geometry, bins, theta, rows);
    anglesBody(planner, geometry, bins, rows);
}
THETASCOPE_CLONES
void planNorms(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta, const PlanRows<float>& rows) {
    normsFor(planner, geometry, bins, theta, rows);
}
THETASCOPE_CLONES
void planNorms(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta, const PlanRows<double>& rows) {
    normsFor(planner, geometry, bins, theta, rows);
}

template <class Real>
void planFor(const FoldPlanner& planner, const FoldGeometry& geometry, int bins, const double* theta, FoldPlan<Real>& plan) {
    const PlanRows<Real> rows(plan);
    planPoints(planner, geometry, bins, theta, rows);
    if (geometry.delta == 0) {
        std::fill_n(rows.shiftC, bins, Real(1));
        std::fill_n(rows.shiftS, bins, Real(0));
    }
    if (planner.normalisation == Normalisation::none) {
        std::fill_n(rows.factor, bins, Real(1));
        std::fill_n(rows.logTheta, bins, Real(0));
        std::fill_n(rows.logPosition, bins, Real(0));
        return;
    }
    planNorms(planner, geometry, bins, theta, rows);
}

/// With C - jS = exp(-j phase): S_raw = p0 (eC - j oS) + p1 (cos(ad) (ceC - j coS) - sin(ad) (soC - j seS)), a = 2 pi/theta, d =
/// delta; its derivatives in a and in the points' places follow term by term.
template <bool shifted, bool positions, class Real>
THETASCOPE_INLINE void finishBody(const FoldFinish& finish, const FoldPlan<Real>& plan, const Real* sums, const FoldedRow<Real>& row) {
    const auto plane = [&](FoldSum k) { return sums + static_cast<std::ptrdiff_t>(shifted || k < soC ? k : 0) * finish.stride; };
    const Real *sumEC = plane(eC), *sumOS = plane(oS), *sumCEC = plane(ceC), *sumCOS = plane(coS), *sumUSEC = plane(useC),
               *sumUSOS = plane(usoS), *sumSOC = plane(soC), *sumSES = plane(seS), *sumUCOC = plane(ucoC), *sumUCES = plane(uceS);
    const Real *factors = plan.factor.data(), *logTheta = plan.logTheta.data(), *logPosition = plan.logPosition.data();
    const Real *halfAngle = plan.halfAngle.data(), *shiftC = plan.shiftC.data(), *shiftS = plan.shiftS.data();
    const Real p0 = Real(finish.taper.mean), p1 = Real(finish.taper.swing), delta = Real(finish.delta);
    const double* theta = finish.theta;
    Real *__restrict re = row.re, *__restrict im = row.im, *__restrict reTheta = row.reTheta, *__restrict imTheta = row.imTheta;
    Real *__restrict rePosition = row.rePosition, *__restrict imPosition = row.imPosition;
#pragma omp simd
    for (int f = 0; f < finish.bins; ++f) {
        const Real factor = factors[f], swing = p1 * factor, byTheta = 2 * halfAngle[f] * swing / Real(theta[f]); // -da/dtheta
        Real evenC = sumCEC[f], evenS = sumCOS[f], slopeC = sumUSEC[f], slopeS = sumUSOS[f];
        if constexpr (shifted) {
            const Real c = shiftC[f], s = shiftS[f];
            const Real oddC = c * sumSOC[f] + s * sumCEC[f], oddS = c * sumSES[f] + s * sumCOS[f]; // sums with sin(a y)
            evenC = c * sumCEC[f] - s * sumSOC[f];
            evenS = c * sumCOS[f] - s * sumSES[f];
            slopeC = c * sumUSEC[f] + s * sumUCOC[f] + delta * oddC;
            slopeS = c * sumUSOS[f] + s * sumUCES[f] + delta * oddS;
            if constexpr (positions) {
                const Real byY = 2 * halfAngle[f] * swing; // dw/dt = -dw/dy = p1 a sin(a y)
                rePosition[f] = byY * oddC;
                imPosition[f] = -byY * oddS;
            }
        }
        const Real valueC = p0 * factor * sumEC[f] + swing * evenC, valueS = -(p0 * factor * sumOS[f] + swing * evenS);
        re[f] = valueC;
        im[f] = valueS;
        reTheta[f] = byTheta * slopeC - logTheta[f] * valueC;
        imTheta[f] = -byTheta * slopeS - logTheta[f] * valueS;
        if constexpr (positions) {
            rePosition[f] -= logPosition[f] * valueC;
            imPosition[f] -= logPosition[f] * valueS;
        }
    }
}

template <class Real>
THETASCOPE_INLINE void finishFor(const FoldFinish& finish, const FoldPlan<Real>& plan, const Real* sums, const FoldedRow<Real>& row) {
    if (row.rePosition != nullptr) finishBody<true, true>(finish, plan, sums, row);
    else if (finish.delta != 0) finishBody<true, false>(finish, plan, sums, row);
    else finishBody<false, false>(finish, plan, sums, row);
}

} // namespace

template <class Real>
FoldPlan<Real>::FoldPlan(int bins) {
    for (auto* counts : {&plusCount, &minusCount}) counts->resize(static_cast<std::size_t>(bins));
    for (auto* row : {&halfAngle, &stepC, &stepS, &shiftC, &shiftS, &factor, &logTheta, &logPosition})
        row->resize(static_cast<std::size_t>(bins));
}
template FoldPlan<float>::FoldPlan(int);
template FoldPlan<double>::FoldPlan(int);

void FoldPlanner::plan(const FoldGeometry& geometry, int bins, const double* theta, FoldPlan<float>& plan) const {
    planFor(*this, geometry, bins, theta, plan);
}
void FoldPlanner::plan(const FoldGeometry& geometry, int bins, const double* theta, FoldPlan<double>& plan) const {
    planFor(*this, geometry, bins, theta, plan);
}

THETASCOPE_CLONES
void finishFolded(const FoldFinish& finish, const FoldPlan<float>& plan, const float* sums, const FoldedRow<float>& row) {
    finishFor(finish, plan, sums, row);
}
THETASCOPE_CLONES
void finishFolded(const FoldFinish& finish, const FoldPlan<double>& plan, const double* sums, const FoldedRow<double>& row) {
    finishFor(finish, plan, sums, row);
}

} // namespace thetascope
