// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/lp_over_lq.h"

#include "core/objective/peak.h"
#include "core/objective/power_sums.h"

namespace thetascope {

TermDescription LpOverLqTerm::description() {
    return {"lp_over_lq",
            "Ratio of two norms: small when the spectrogram is sparse. It grows with the number of cells.",
            "V = (Σ|S|^p)^(1/p) / (Σ|S|^q)^(1/q)",
            false,
            {{"p", "exponent of the upper norm, the smaller of the two", 1, 1, 16},
             {"q", "exponent of the lower norm, the larger of the two", 2, 1, 16}}};
}

LpOverLqTerm::LpOverLqTerm(const TermParameters& parameters) : m_p(parameters.at("p")), m_q(parameters.at("q")) {}

double LpOverLqTerm::value(const TermInput& input) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    const double upper = powerSum(input.magnitude, peak, m_p), lower = powerSum(input.magnitude, peak, m_q);
    return std::pow(upper, 1 / m_p) / std::pow(lower, 1 / m_q);
}

double LpOverLqTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    const double upper = powerSum(input.magnitude, peak, m_p), lower = powerSum(input.magnitude, peak, m_q);
    const double ratio = std::pow(upper, 1 / m_p) / std::pow(lower, 1 / m_q);
    addPowerSlopes(input.magnitude, peak, weight * ratio / upper, m_p, weight * ratio / lower, m_q, gradient.magnitude);
    return ratio;
}

} // namespace thetascope
