// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_kernel.h"

#include "core/base/clones.h"

#include <cstring>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE CellSums<Real> cellBody(int count, const CellArrays<Real>& c) {
    Real re = 0, im = 0, reTheta = 0, imTheta = 0, reT = 0, imT = 0;
    const Real *w = c.w, *dTheta = c.dTheta, *dY = c.dY, *a = c.a, *b = c.b, *cosine = c.cosine, *sine = c.sine;
    if (dY == nullptr) {
#pragma omp simd reduction(+ : re, im, reTheta, imTheta)
        for (int m = 0; m < count; ++m) {
            const Real ac = a[m] * cosine[m], bs = b[m] * sine[m];
            re += w[m] * ac;
            im -= w[m] * bs;
            reTheta += dTheta[m] * ac;
            imTheta -= dTheta[m] * bs;
        }
    } else {
#pragma omp simd reduction(+ : re, im, reTheta, imTheta, reT, imT)
        for (int m = 0; m < count; ++m) {
            const Real ac = a[m] * cosine[m], bs = b[m] * sine[m];
            re += w[m] * ac;
            im -= w[m] * bs;
            reTheta += dTheta[m] * ac;
            imTheta -= dTheta[m] * bs;
            reT -= dY[m] * (b[m] * cosine[m]);
            imT += dY[m] * (a[m] * sine[m]);
        }
    }
    return {re, im, reTheta, imTheta, reT, imT};
}

template <class Real>
THETASCOPE_INLINE NormSums<Real> taperBody(int count, const Real* w, const Real* dTheta, const Real* dY, bool energy) {
    Real sumW = 0, sumTheta = 0, sumY = 0;
    if (energy) {
#pragma omp simd reduction(+ : sumW, sumTheta)
        for (int m = 0; m < count; ++m) {
            sumW += w[m] * w[m];
            sumTheta += w[m] * dTheta[m];
        }
    } else {
#pragma omp simd reduction(+ : sumW, sumTheta)
        for (int m = 0; m < count; ++m) {
            sumW += w[m];
            sumTheta += dTheta[m];
        }
    }
    if (dY != nullptr) {
#pragma omp simd reduction(+ : sumY)
        for (int m = 0; m < count; ++m) sumY += energy ? w[m] * dY[m] : dY[m];
    }
    return {sumW, sumTheta, sumY};
}

template <class Real>
THETASCOPE_INLINE void adjointBody(int count, const AdjointArrays<Real>& cell, Real* __restrict even, Real* __restrict odd) {
    const Real *w = cell.w, *cosine = cell.cosine, *sine = cell.sine;
    const Real re = cell.re, im = cell.im;
#pragma omp simd
    for (int m = 0; m < count; ++m) {
        even[m] += w[m] * (re * cosine[m]);
        odd[m] += w[m] * (im * sine[m]);
    }
}

template <class Real>
using Lanes [[gnu::vector_size(rowLanes * sizeof(Real))]] = Real;

template <class Real>
THETASCOPE_INLINE void rotateBody(int count, const Real* firstC, const Real* firstS, Real turnC, Real turnS,
                                  Real* __restrict cosine, Real* __restrict sine) {
    Lanes<Real> c, s;
    std::memcpy(&c, firstC, sizeof c);
    std::memcpy(&s, firstS, sizeof s);
    for (int begin = 0; begin < count; begin += rowLanes) {
        const int n = count - begin;
        if (n >= rowLanes) {
            std::memcpy(cosine + begin, &c, sizeof c);
            std::memcpy(sine + begin, &s, sizeof s);
        } else {
            std::memcpy(cosine + begin, &c, sizeof(Real) * static_cast<std::size_t>(n));
            std::memcpy(sine + begin, &s, sizeof(Real) * static_cast<std::size_t>(n));
        }
        const Lanes<Real> next = c * turnC - s * turnS;
        s = s * turnC + c * turnS;
        c = next;
    }
}

} // namespace

THETASCOPE_CLONES
void rotateRow(int count, const double* c, const double* s, double turnC, double turnS, double* cosine, double* sine) {
    rotateBody(count, c, s, turnC, turnS, cosine, sine);
}
THETASCOPE_CLONES
void rotateRow(int count, const float* c, const float* s, float turnC, float turnS, float* cosine, float* sine) {
    rotateBody(count, c, s, turnC, turnS, cosine, sine);
}
THETASCOPE_CLONES
CellSums<double> sumCell(int count, const CellArrays<double>& arrays) {
    return cellBody(count, arrays);
}
THETASCOPE_CLONES
CellSums<float> sumCell(int count, const CellArrays<float>& arrays) {
    return cellBody(count, arrays);
}
THETASCOPE_CLONES
void addCell(int count, const AdjointArrays<double>& cell, double* even, double* odd) {
    adjointBody(count, cell, even, odd);
}
THETASCOPE_CLONES
void addCell(int count, const AdjointArrays<float>& cell, float* even, float* odd) {
    adjointBody(count, cell, even, odd);
}
THETASCOPE_CLONES
NormSums<double> sumTaper(int count, const double* w, const double* dTheta, const double* dY, bool energy) {
    return taperBody(count, w, dTheta, dY, energy);
}
THETASCOPE_CLONES
NormSums<float> sumTaper(int count, const float* w, const float* dTheta, const float* dY, bool energy) {
    return taperBody(count, w, dTheta, dY, energy);
}

} // namespace thetascope
