// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/line_search.h"
#include "core/optim/optimiser.h"

#include <deque>

namespace thetascope {

/// L-BFGS (Liu and Nocedal 1989; two-loop recursion over the last 10 pairs of steps and changes of the gradient) with a line
/// search for the strong Wolfe conditions: a shared theta converges in a handful of iterations, one per frame in some tens.
/// The first direction is steepest descent, its steepest variable moving by `step`; later steps are the rule's own, no variable
/// moving by more than 1 (a factor e of theta, a hop of a frame) per iteration. Pairs without positive curvature are left
/// out. Converged: no lower point along steepest descent, or no variable moved by more than 1e-5.
/// Holds 160 bytes per variable for the pairs.
class Lbfgs : public Optimiser {
public:
    static OptimiserDescription description();
    explicit Lbfgs(Eigen::Index size);

    void propose(Vector& x, double value, const Vector& gradient, double step) override;
    bool accepts(Vector& x, double value, const Vector& gradient) override;
    bool converged() const override { return m_converged; }
    void restart() override;
    bool searches() const override { return true; }

private:
    /// One step s and the change y of the gradient along it.
    struct Pair {
        Vector step, change;
        double inverseCurvature = 0; ///< 1 / (s.y)
    };
    /// -H g, H the inverse Hessian as the pairs know it.
    Vector direction(const Vector& gradient, double step) const;
    void beginSearch(double value, const Vector& gradient, double step);
    void remember(const Vector& x, const Vector& gradient);

    std::deque<Pair> m_pairs;
    LineSearch m_search;
    bool m_searching = false, m_again = false, m_converged = false; ///< again: from the origin, by steepest descent
    Vector m_origin, m_originGradient, m_direction; ///< of the line being searched
    double m_originValue = 0;
};

} // namespace thetascope
