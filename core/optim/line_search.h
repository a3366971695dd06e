// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Looks along a line x(a) = x0 + a d for a point that satisfies the strong Wolfe conditions
///
///     f(a) <= f(0) + c1 a f'(0) + noise        |f'(a)| <= c2 |f'(0)|,      c1 = 1e-4, c2 = 0.9 (Nocedal and Wright, 3.7)
///
/// where noise = 1e-7 |f(0)| is what single precision leaves of a value: next to a minimum only slopes can be told apart
/// (Hager and Zhang 2005). By reverse communication: evaluate at trial(), hand it to take(), until it says accepted or failed.
/// A bracket [lower, upper] is kept in which the slope turns from falling to rising (or f becomes too high or not a number);
/// trials come from the slopes' secant, kept off the bracket's ends, or from bisection.
class LineSearch {
public:
    enum class Verdict { searching, accepted, failed };

    /// f(0), f'(0) < 0; the first trial > 0, and the longest that may be taken (accepted as it is if f still falls there).
    void start(double value, double slope, double first, double longest);

    double trial() const { return m_trial; }

    /// f(trial), f'(trial). Accepted: the trial just taken. Failed: no lower point within rounding.
    Verdict take(double value, double slope);

private:
    struct Point {
        double at = 0, slope = 0;
    };
    bool lowEnough(double value) const;
    double expanded(const Point& before) const;
    double within() const;
    Verdict next();

    double m_value = 0, m_slope = 0, m_longest = 0, m_trial = 0;
    Point m_lower, m_upper;         ///< f falls at lower
    bool m_bracketed = false;       ///< upper is set
    bool m_risesAtUpper = false;    ///< upper's slope may be used
    bool m_settling = false;        ///< the trial is lower again, to be taken as it is
    int m_trials = 0;
};

} // namespace thetascope
