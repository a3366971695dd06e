// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/objective.h"

namespace thetascope {

double Objective::value(const TermInput& input, std::vector<TermValue>& values) const {
    values.clear();
    double total = 0;
    for (const WeightedTerm& each : m_terms) {
        values.push_back({each.name, each.term->value(input), each.weight});
        total += each.weight * values.back().value;
    }
    return total;
}

double Objective::gradient(const TermInput& input, std::vector<TermValue>& values, TermGradient& gradient) const {
    gradient.magnitude.setZero(input.magnitude.rows(), input.magnitude.cols());
    gradient.tiling.setZero(input.tiling);
    values.resize(m_terms.size());
    double total = 0;
    for (std::size_t k = 0; k < m_terms.size(); ++k) {
        const WeightedTerm& each = m_terms[k];
        values[k].name = each.name; // into what was there: nothing is allocated in a descent
        values[k].value = each.term->addGradient(input, each.weight, gradient);
        values[k].weight = each.weight;
        total += each.weight * values[k].value;
    }
    return total;
}

} // namespace thetascope
