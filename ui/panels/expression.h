// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace thetascope {

/// One term of an objective's expression as written.
struct ExpressionTerm {
    QString name;       ///< "renyi"
    QString parameters; ///< "(alpha=3)", or empty
    double weight = 1;
    bool operator==(const ExpressionTerm&) const = default;
};

/// Splits "entropy+0.01*smoothness-renyi(alpha=3)" into its terms, for showing them in rows; whether the names exist is
/// not asked. Nothing if the syntax is not understood.
std::optional<std::vector<ExpressionTerm>> splitExpression(const QString& expression);

/// The expression of the terms; weights in the fewest digits that read back the same, a weight of 1 left out.
QString joinExpression(const std::vector<ExpressionTerm>& terms);

} // namespace thetascope
