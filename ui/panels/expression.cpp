// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/expression.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace thetascope {

namespace {

// A sign, a weight and '*' if any, a name, parameters in parentheses if any.
const QRegularExpression& termPattern() {
    static const QRegularExpression pattern{QStringLiteral(
        R"(\s*([+-]?)\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*\*\s*)?([A-Za-z_]\w*)\s*(\([^()]*\))?\s*)")};
    return pattern;
}

QString shortest(double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); }

} // namespace

std::optional<std::vector<ExpressionTerm>> splitExpression(const QString& expression) {
    std::vector<ExpressionTerm> terms;
    qsizetype at = 0;
    while (at < expression.size()) {
        const auto match = termPattern().match(expression, at, QRegularExpression::NormalMatch,
                                               QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || (!terms.empty() && match.capturedView(1).isEmpty()))
            return std::nullopt;
        const double size = match.capturedView(2).isEmpty() ? 1 : match.capturedView(2).toDouble();
        terms.push_back({match.captured(3), match.captured(4), match.capturedView(1) == u"-" ? -size : size});
        at = match.capturedEnd();
    }
    if (terms.empty())
        return std::nullopt;
    return terms;
}

QString joinExpression(const std::vector<ExpressionTerm>& terms) {
    QString expression;
    for (const auto& term : terms) {
        if (term.weight < 0)
            expression += u'-';
        else if (!expression.isEmpty())
            expression += u'+';
        if (std::abs(term.weight) != 1)
            expression += shortest(std::abs(term.weight)) + u'*';
        expression += term.name + term.parameters;
    }
    return expression;
}

} // namespace thetascope
