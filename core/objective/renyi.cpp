// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/renyi.h"

#include "core/objective/peak.h"
#include "core/objective/power_sums.h"

namespace thetascope {

TermDescription RenyiTerm::description() {
    return {"renyi",
            "Rényi entropy: like entropy, but the loudest cells count most; the rest of the map hardly moves.",
            "H = ln(Σ p^α) / (1 − α),  p = |S|^power / Σ|S|^power",
            false,
            {{"alpha", "order α: the larger, the more the loudest cells decide", 3, 1.01, 20},
             {"power", "2: distribution of the energy |S|²; 1: of the magnitude |S|", 2, 1, 2}}};
}

RenyiTerm::RenyiTerm(const TermParameters& parameters)
    : m_alpha(parameters.at("alpha")), m_power(parameters.at("power")) {}

double RenyiTerm::value(const TermInput& input) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    const double upper = powerSum(input.magnitude, peak, m_alpha * m_power), lower = powerSum(input.magnitude, peak, m_power);
    return (std::log(upper) - m_alpha * std::log(lower)) / (1 - m_alpha);
}

double RenyiTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    const double upper = powerSum(input.magnitude, peak, m_alpha * m_power), lower = powerSum(input.magnitude, peak, m_power);
    const double scale = weight * m_alpha * m_power / (1 - m_alpha);
    addPowerSlopes(input.magnitude, peak, scale / upper, m_alpha * m_power, scale / lower, m_power, gradient.magnitude);
    return (std::log(upper) - m_alpha * std::log(lower)) / (1 - m_alpha);
}

} // namespace thetascope
