// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/line_search.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double decrease = 1e-4, curvature = 0.9; // c1, c2
constexpr double relativeNoise = 1e-7;
/// Beyond the last falling point the next trial lies this many times as far, at least and at most.
constexpr double smallestGrowth = 1.5, largestGrowth = 4;
/// Trials keep this share of a bracket's width from its ends.
constexpr double margin = 0.1;
constexpr double narrowest = 1e-9; ///< of the upper end: a bracket that holds nothing more to be found
constexpr int mostTrials = 5;

} // namespace

void LineSearch::start(double value, double slope, double first, double longest) {
    *this = LineSearch();
    m_value = value;
    m_slope = slope;
    m_longest = longest;
    m_trial = std::min(first, longest);
    m_lower = {0, slope};
}

bool LineSearch::lowEnough(double value) const {
    return value <= m_value + decrease * m_trial * m_slope + relativeNoise * std::abs(m_value);
}

LineSearch::Verdict LineSearch::take(double value, double slope) {
    if (m_settling) return Verdict::accepted;
    ++m_trials;
    const bool usable = std::isfinite(value) && std::isfinite(slope) && lowEnough(value);
    if (usable && std::abs(slope) <= curvature * std::abs(m_slope)) return Verdict::accepted;
    if (usable && slope < 0) {
        if (m_trial >= m_longest) return Verdict::accepted; // still falling where the search must end
        const Point before = m_lower;
        m_lower = {m_trial, slope};
        if (!m_bracketed) {
            m_trial = expanded(before);
            return m_trials < mostTrials ? Verdict::searching : next();
        }
    } else {
        m_upper = {m_trial, slope};
        m_bracketed = true;
        m_risesAtUpper = std::isfinite(slope) && slope > 0;
    }
    return next();
}

/// Where the slope would vanish if it went on changing as between the last two falling points.
double LineSearch::expanded(const Point& before) const {
    const double flattening = (m_lower.slope - before.slope) / (m_lower.at - before.at);
    const double reach = flattening > 0 ? m_lower.at - m_lower.slope / flattening : largestGrowth * m_lower.at;
    return std::min(std::clamp(reach, smallestGrowth * m_lower.at, largestGrowth * m_lower.at), m_longest);
}

double LineSearch::within() const {
    const double width = m_upper.at - m_lower.at;
    if (!m_risesAtUpper) return m_lower.at + 0.5 * width;
    const double share = m_lower.slope / (m_lower.slope - m_upper.slope);
    return m_lower.at + width * std::clamp(share, margin, 1 - margin);
}

LineSearch::Verdict LineSearch::next() {
    const bool spent = m_trials >= mostTrials || (m_bracketed && m_upper.at - m_lower.at <= narrowest * m_upper.at);
    if (!spent) {
        m_trial = within();
        return Verdict::searching;
    }
    if (m_lower.at == 0) return Verdict::failed;
    m_trial = m_lower.at;
    m_settling = true;
    return Verdict::searching;
}

} // namespace thetascope
