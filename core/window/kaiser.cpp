// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/kaiser.h"

#include "core/base/clones.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr int mostTerms = 96;  ///< enough for beta = 50: terms grow up to k = beta/2 and vanish by k = 2 beta
constexpr int lanes = 8;

/// The power series of I0 - 1 and of dI0/dq in q, scaled by 1/(I0(beta) - 1).
struct Series {
    explicit Series(double beta) : quarter(0.25 * beta * beta) {
        double term = 1, sum = 0; // q^k / (k!)^2 at q = beta^2/4
        for (int k = 1; k < mostTerms; ++k) {
            term *= quarter / (static_cast<double>(k) * k);
            sum += term;
            if (term > 1e-18 * sum) count = k + 1;
        }
        double coefficient = 1 / sum;
        for (int k = 0; k < count; ++k) {
            if (k > 0) coefficient /= static_cast<double>(k) * k;
            bessel[k] = k > 0 ? coefficient : 0;
            slope[k] = coefficient / (k + 1);
        }
    }
    double quarter; ///< beta^2/4
    int count = 1;
    double bessel[mostTerms], slope[mostTerms];
};

template <class Real>
THETASCOPE_INLINE void fillAll(const Series& series, double y, int count, double theta, Real* w, Real* dTheta, Real* dY) {
    const double steepness = 4 / (theta * theta);
    for (int begin = 0; begin < count; begin += lanes) {
        double q[lanes], value[lanes], slope[lanes];
        for (int l = 0; l < lanes; ++l) {
            const double point = y + begin + l;
            q[l] = series.quarter * (1 - steepness * point * point);
            value[l] = series.bessel[series.count - 1];
            slope[l] = series.slope[series.count - 1];
        }
        for (int k = series.count - 2; k >= 0; --k)
            for (int l = 0; l < lanes; ++l) {
                value[l] = value[l] * q[l] + series.bessel[k];
                slope[l] = slope[l] * q[l] + series.slope[k];
            }
        const int n = std::min(lanes, count - begin);
        for (int l = 0; l < n; ++l) {
            const double point = y + begin + l, byY = -2 * series.quarter * steepness * point * slope[l];
            w[begin + l] = Real(value[l]);
            dTheta[begin + l] = Real(-point * byY / theta);
            if (dY != nullptr) dY[begin + l] = Real(byY);
        }
    }
}

THETASCOPE_CLONES
void fillKaiser(const Series& series, double y, int count, double theta, double* w, double* dTheta, double* dY) {
    fillAll(series, y, count, theta, w, dTheta, dY);
}

THETASCOPE_CLONES
void fillKaiser(const Series& series, double y, int count, double theta, float* w, float* dTheta, float* dY) {
    fillAll(series, y, count, theta, w, dTheta, dY);
}

class Kaiser final : public Taper {
public:
    explicit Kaiser(double beta) : m_series(beta) {}

    TaperSample at(double y, double theta) const override {
        if (std::abs(y) > theta / 2) return {};
        TaperSample sample;
        fillInside(y, 1, theta, &sample.w, &sample.dTheta, &sample.dY);
        return sample;
    }
    bool continuous() const override { return true; }
    bool smooth() const override { return false; }

protected:
    void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const override {
        fillKaiser(m_series, y, count, theta, w, dTheta, dY);
    }
    void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const override {
        fillKaiser(m_series, y, count, theta, w, dTheta, dY);
    }

private:
    Series m_series;
};

} // namespace

std::shared_ptr<const Taper> makeKaiser(double beta) {
    return std::make_shared<Kaiser>(beta);
}

} // namespace thetascope
