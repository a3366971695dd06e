// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/snapshot.h"
#include "core/objective/term.h"

#include <memory>
#include <string>
#include <vector>

namespace thetascope {

/// A weighted sum of terms: L = sum_j weight_j term_j.
class Objective {
public:
    struct WeightedTerm {
        std::string name; ///< as written, e.g. "renyi(alpha=3)"
        double weight = 1;
        std::shared_ptr<const ObjectiveTerm> term;
    };

    explicit Objective(std::vector<WeightedTerm> terms) : m_terms(std::move(terms)) {}

    /// L; fills `values` with every term's.
    double value(const TermInput& input, std::vector<TermValue>& values) const;

    /// L and its gradient, which is set, not added to.
    double gradient(const TermInput& input, std::vector<TermValue>& values, TermGradient& gradient) const;

    const std::vector<WeightedTerm>& terms() const { return m_terms; }

private:
    std::vector<WeightedTerm> m_terms;
};

/// Reads an expression such as "entropy+0.01*smoothness" or "-1*coverage+renyi(alpha=3)".
///   expression = ["+"|"-"] term { ("+"|"-") term };  term = [number "*"] name ["(" key "=" number {"," ...} ")"]
/// The context tells terms of the signal; without one an expression can be checked, and evaluated as each term then says.
/// Errors (kind arguments): syntax, an unknown name or parameter, a parameter out of range, a weight that is not finite.
Result<Objective> parseObjective(const std::string& expression, const TermContext& context = {});

} // namespace thetascope
