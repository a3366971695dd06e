// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/concentration.h"

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
        const auto heard = m_total.row(i) > silentEnergy && m_upper.row(i) > std::numeric_limits<double>::min();
        m_entropy.row(i) = heard.select((m_upper.row(i).log() - m_alpha * m_total.row(i).log()) / (1 - m_alpha), 0.0);
        // What weighs nothing is marked by an energy of 0.
        m_total.row(i) = heard.select(m_total.row(i), 0.0);
        const auto w = m_total.row(i).unaryExpr([this](double t) { return t > 0 ? powerOf(t, m_power) : 0.0; });
        sums[i] = (w * m_entropy.row(i)).sum();
        weights[i] = w.sum();
    });
    return {sums.sum() / weights.sum(), weights.sum()};
}

/// dL/dE = (-w alpha / ((1 - alpha) E) + power w / E (H - L)) / W,  dL/dU = w / ((1 - alpha) U) / W,  U = sum |S|^(2 alpha).
void ConcentrationTerm::toSlopes(Mean mean, ThreadPool* pool) const {
    m_byTotal.resize(m_total.rows(), m_total.cols());
    m_byUpper.resize(m_total.rows(), m_total.cols());
    const double byEntropy = m_power / mean.weights, byLog = 1 / ((1 - m_alpha) * mean.weights);
    forRows(m_total.rows(), pool, [&](Eigen::Index i) {
        for (Eigen::Index f = 0; f < m_total.cols(); ++f) {
            const double total = m_total(i, f);
            const double w = total > 0 ? powerOf(total, m_power) : 0;
            m_byTotal(i, f) = total > 0 ? w / total * (byEntropy * (m_entropy(i, f) - mean.value) - byLog * m_alpha) : 0;
            m_byUpper(i, f) = total > 0 ? w * byLog / m_upper(i, f) : 0;
        }
    });
}

} // namespace thetascope
