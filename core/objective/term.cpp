// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/term.h"

#include "core/objective/concentration.h"
#include "core/objective/coverage.h"
#include "core/objective/entropy.h"
#include "core/objective/kurtosis.h"
#include "core/objective/local_entropy.h"
#include "core/objective/lp_over_lq.h"
#include "core/objective/nonlocal.h"
#include "core/objective/renyi.h"
#include "core/objective/smoothness.h"

#include <algorithm>
#include <type_traits>

namespace thetascope {

namespace {

/// How to describe and make one kind of term.
struct TermKind {
    TermDescription (*describe)();
    std::unique_ptr<ObjectiveTerm> (*make)(const TermParameters&, const TermContext&);
};

template <class Term>
TermKind kind() {
    return {&Term::description,
            [](const TermParameters& parameters, const TermContext& context) -> std::unique_ptr<ObjectiveTerm> {
                if constexpr (std::is_constructible_v<Term, const TermParameters&, const TermContext&>)
                    return std::make_unique<Term>(parameters, context);
                else
                    return std::make_unique<Term>(parameters);
            }};
}

/// Every kind of term: a new one is one entry here.
const std::vector<TermKind>& kinds() {
    static const std::vector<TermKind> all{
        kind<EntropyTerm>(),  kind<RenyiTerm>(),    kind<LpOverLqTerm>(),
        kind<KurtosisTerm>(), kind<CoverageTerm>(), kind<SmoothnessTerm>(),
        kind<NonlocalTerm>(), kind<LocalEntropyTerm>(), kind<ConcentrationTerm>(),
    };
    return all;
}

std::vector<TermDescription> describeAll() {
    std::vector<TermDescription> descriptions;
    for (const TermKind& each : kinds())
        descriptions.push_back(each.describe());
    return descriptions;
}

} // namespace

const std::vector<TermDescription>& objectiveTerms() {
    static const std::vector<TermDescription> descriptions = describeAll();
    return descriptions;
}

std::unique_ptr<ObjectiveTerm> makeTerm(std::string_view name, const TermParameters& parameters, const TermContext& context) {
    const auto& all = objectiveTerms();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TermDescription& each) { return each.name == name; });
    if (found == all.end())
        return nullptr;
    TermParameters complete;
    for (const TermParameter& parameter : found->parameters)
        complete[parameter.name] = parameter.byDefault;
    for (const auto& [key, value] : parameters) {
        const auto known = complete.find(key);
        if (known == complete.end())
            return nullptr;
        known->second = value;
    }
    return kinds()[static_cast<std::size_t>(found - all.begin())].make(complete, context);
}

} // namespace thetascope
