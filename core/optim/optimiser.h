// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// A descent's rule, by reverse communication: it names the next point to evaluate, its caller evaluates there and tells it
/// what it found. So the caller may pause, stop or show something between any two evaluations, even within a line search:
///
///     evaluate f, g at x
///     repeat: propose(x, f, g, step); evaluate f, g at x; until accepts(x, f, g) or converged()      one iteration
///
/// State belongs to the run; deterministic.
class Optimiser {
public:
    virtual ~Optimiser() = default;

    /// x, the point last evaluated (or where accepts() left it), becomes the next one; value and gradient are those at the
    /// point last evaluated. step > 0: the size of a first-order rule's step, or of a line search's first one.
    virtual void propose(Vector& x, double value, const Vector& gradient, double step) = 0;

    /// Whether the evaluation of the proposed point ends an iteration: always, but for a line search that goes on. If that
    /// ends without a lower point, x is set back to where it began, converged() is true and the result false.
    virtual bool accepts(Vector& x, double value, const Vector& gradient) = 0;

    /// Nothing lower is to be found from here.
    virtual bool converged() const { return false; }

    /// The function has changed at the same x: forgets what it has learnt of the old one.
    virtual void restart() {}

    /// Whether it searches along lines: chooses its own step lengths, compares values and needs the value's own gradient.
    virtual bool searches() const { return false; }
};

/// A rule that turns every gradient into a step: every evaluation is an iteration.
class FirstOrderRule : public Optimiser {
public:
    /// Moves x by one step of size `step` (the rule's own scale) given the gradient at x.
    virtual void advance(Vector& x, const Vector& gradient, double step) = 0;

    void propose(Vector& x, double, const Vector& gradient, double step) final { advance(x, gradient, step); }
    bool accepts(Vector&, double, const Vector&) final { return true; }
};

struct OptimiserDescription {
    std::string name;
    std::string sentence;
};

/// The optimisers there are. A new one is its own file and one line in optimiser.cpp.
const std::vector<OptimiserDescription>& optimisers();

/// The optimiser of that name for `size` variables; null if there is none.
std::unique_ptr<Optimiser> makeOptimiser(std::string_view name, Eigen::Index size);

} // namespace thetascope
