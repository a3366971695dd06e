// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/concentration.h"

#include "core/base/clones.h"
#include "core/base/share_out.h"
#include "core/base/vector_math.h"
#include "core/objective/peak.h"
#include "core/objective/power_sums.h"

#include <cmath>
#include <limits>

namespace thetascope {
namespace {

constexpr int chunkRows = 8;
/// Energy of a neighbourhood, relative to the loudest cell, below which it is silent.
constexpr double silentEnergy = 1e-90;

/// Calls take(i) for every row, shared out.
template <class Take>
void forRows(Eigen::Index rows, ThreadPool* pool, Take take) {
    shareOut(pool, static_cast<int>(rows), chunkRows, [&](int begin, int end, int) {
        for (Eigen::Index i = begin; i < end; ++i)
            take(i);
    });
}

/// Of neighbourhoods with energies E and power sums U: H = (ln U - alpha ln E) / (1 - alpha) and w = E^power, both 0 where it is silent.
/// E becomes 0 there.
THETASCOPE_CLONES
void entropiesOfRow(Eigen::Index count, double alpha, double power, const double* upper, double* __restrict total,
                    double* __restrict entropy, double* __restrict weight) {
    const double byLog = 1 / (1 - alpha);
#pragma omp simd
    for (Eigen::Index f = 0; f < count; ++f) {
        const bool heard = total[f] > silentEnergy && upper[f] > std::numeric_limits<double>::min();
        const double level = vectorLog(heard ? total[f] : 1.0), sum = vectorLog(heard ? upper[f] : 1.0);
        const double w = vectorExp(power * level);
        entropy[f] = heard ? (sum - alpha * level) * byLog : 0.0;
        weight[f] = heard ? w : 0.0;
        total[f] = heard ? total[f] : 0.0;
    }
}

/// dL/dE = w ((power (H - L)) - alpha / (1 - alpha)) / (E W),  dL/dU = w / ((1 - alpha) U W); both 0 where E is.
THETASCOPE_CLONES
void slopesOfRow(Eigen::Index count, double alpha, double power, double mean, double weights, const double* total, const double* upper,
                 const double* entropy, const double* weight, double* __restrict byTotal, double* __restrict byUpper) {
    const double byEntropy = power / weights, byLog = 1 / ((1 - alpha) * weights);
#pragma omp simd
    for (Eigen::Index f = 0; f < count; ++f) {
        const bool heard = total[f] > 0;
        const double slope = weight[f] / (heard ? total[f] : 1.0) * (byEntropy * (entropy[f] - mean) - byLog * alpha);
        byTotal[f] = heard ? slope : 0.0;
        byUpper[f] = heard ? weight[f] * byLog / upper[f] : 0.0;
    }
}

} // namespace

TermDescription ConcentrationTerm::description() {
    return {"concentration",
            "How spread out the energy is about every cell, averaged by the energy there: each place is measured by itself, so "
            "that a click beside a loud tone is sharpened as well.",
            "L = Σ w H / Σ w over cells,  H = ln(Σ p^α) / (1 − α) about the cell,  p = |S|² / Σ|S|²,  w = (Σ|S|²)^power",
            false,
            {{"alpha", "order α: the larger, the more the loudest cells about a cell decide", 3, 1.01, 20},
             {"frames", "frames to either side that belong to a cell's neighbourhood", 2, 0, 1024},
             {"bins", "bins to either side that belong to it", 6, 0, 1048576},
             {"power", "of a neighbourhood's energy: 0, all alike; 1, by energy", 0.7, 0, 1}}};
}

ConcentrationTerm::ConcentrationTerm(const TermParameters& parameters)
    : m_half{static_cast<int>(parameters.at("bins")), static_cast<int>(parameters.at("frames"))},
      m_alpha(parameters.at("alpha")), m_power(parameters.at("power")) {}

double ConcentrationTerm::value(const TermInput& input) const {
    const double peak = peakMagnitude(input.magnitude);
    return peak < silentPeak ? 0 : measure(input, peak).value;
}

double ConcentrationTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    const Mean mean = measure(input, peak);
    toSlopes(mean, input.pool);
    // E and sum p^alpha of a cell are sums over its neighbours, which have it among theirs: slopes are gathered the same way.
    boxSums(m_byTotal, m_half, m_total, input.pool);
    boxSums(m_byUpper, m_half, m_upper, input.pool);
    forRows(input.magnitude.rows(), input.pool, [&](Eigen::Index i) {
        const auto q = input.magnitude.row(i) / peak;
        gradient.magnitude.row(i) +=
            (q > 0).select(2 * weight / peak * (q * m_total.row(i) + m_alpha * m_powered.row(i) / q * m_upper.row(i)), 0.0);
    });
    return mean.value;
}

ConcentrationTerm::Share ConcentrationTerm::shareOf(double energy, double powered) const {
    if (!(energy > silentEnergy && powered > std::numeric_limits<double>::min()))
        return {};
    const double level = vectorLog(energy), weight = std::exp(m_power * level);
    return {weight, weight * (vectorLog(powered) - m_alpha * level) / (1 - m_alpha)};
}

ConcentrationTerm::Mean ConcentrationTerm::measure(const TermInput& input, double peak) const {
    const Eigen::Index rows = input.magnitude.rows(), cols = input.magnitude.cols();
    m_energy.resize(rows, cols);
    m_powered.resize(rows, cols);
    m_entropy.resize(rows, cols);
    forRows(rows, input.pool, [&](Eigen::Index i) {
        m_energy.row(i) = (input.magnitude.row(i) / peak).square();
        if (m_alpha == 3)
            m_powered.row(i) = m_energy.row(i).cube();
        else
            m_powered.row(i) = m_energy.row(i).unaryExpr([this](double e) { return powerOf(e, m_alpha); });
    });
    boxSums(m_energy, m_half, m_total, input.pool);
    boxSums(m_powered, m_half, m_upper, input.pool);
    Vector sums(rows), weights(rows);
    forRows(rows, input.pool, [&](Eigen::Index i) {
        entropiesOfRow(cols, m_alpha, m_power, &m_upper(i, 0), &m_total(i, 0), &m_entropy(i, 0), &m_energy(i, 0));
        const auto w = m_energy.row(i); // the energies have been summed
        sums[i] = (w * m_entropy.row(i)).sum();
        weights[i] = w.sum();
    });
    return {sums.sum() / weights.sum(), weights.sum()};
}

void ConcentrationTerm::toSlopes(Mean mean, ThreadPool* pool) const {
    m_byTotal.resize(m_total.rows(), m_total.cols());
    m_byUpper.resize(m_total.rows(), m_total.cols());
    forRows(m_total.rows(), pool, [&](Eigen::Index i) {
        slopesOfRow(m_total.cols(), m_alpha, m_power, mean.value, mean.weights, &m_total(i, 0), &m_upper(i, 0), &m_entropy(i, 0),
                    &m_energy(i, 0), &m_byTotal(i, 0), &m_byUpper(i, 0));
    });
}

} // namespace thetascope
