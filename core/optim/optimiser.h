// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// A first-order rule: turns gradients into steps. State belongs to the run; deterministic.
class Optimiser {
public:
    virtual ~Optimiser() = default;
    /// Moves x by one step of size `step` (the rule's own scale) given the gradient at x.
    virtual void advance(Vector& x, const Vector& gradient, double step) = 0;
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
