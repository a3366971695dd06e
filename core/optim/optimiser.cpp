// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/optimiser.h"

#include "core/optim/adam.h"
#include "core/optim/lbfgs.h"
#include "core/optim/sgd.h"

namespace thetascope {

namespace {

/// How to describe and make one kind of optimiser.
struct OptimiserKind {
    OptimiserDescription (*describe)();
    std::unique_ptr<Optimiser> (*make)(Eigen::Index size);
};

template <class Rule>
OptimiserKind kind() {
    return {&Rule::description,
            [](Eigen::Index size) -> std::unique_ptr<Optimiser> { return std::make_unique<Rule>(size); }};
}

/// Every kind of optimiser: a new one is one line here.
const std::vector<OptimiserKind>& kinds() {
    static const std::vector<OptimiserKind> all{
        kind<Adam>(),
        kind<Sgd>(),
        kind<Lbfgs>(),
    };
    return all;
}

std::vector<OptimiserDescription> describeAll() {
    std::vector<OptimiserDescription> descriptions;
    for (const OptimiserKind& each : kinds())
        descriptions.push_back(each.describe());
    return descriptions;
}

} // namespace

const std::vector<OptimiserDescription>& optimisers() {
    static const std::vector<OptimiserDescription> descriptions = describeAll();
    return descriptions;
}

std::unique_ptr<Optimiser> makeOptimiser(std::string_view name, Eigen::Index size) {
    for (std::size_t index = 0; index < kinds().size(); ++index)
        if (optimisers()[index].name == name)
            return kinds()[index].make(size);
    return nullptr;
}

} // namespace thetascope
