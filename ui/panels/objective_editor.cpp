// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/objective_editor.h"

#include "ui/panels/expression.h"
#include "ui/panels/number_box.h"
#include "ui/panels/small_labels.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace thetascope {

namespace {

constexpr double kLargestWeight = 1e9;
constexpr int kSpacing = 4;

double numberOf(const FieldValue& value) {
    const auto* real = std::get_if<double>(&value);
    return real ? *real : 0;
}

auto findTerm(std::vector<ExpressionTerm>& terms, const QString& name) {
    return std::find_if(terms.begin(), terms.end(), [&](const ExpressionTerm& term) { return term.name == name; });
}

QString tipOf(const TermChoice& term) {
    QString tip = QStringLiteral("<qt>%1<p><tt>%2</tt></p>");
    tip = tip.arg(term.sentence.toHtmlEscaped(), term.formula.toHtmlEscaped().replace(u'\n', QStringLiteral("</tt></p><p><tt>")));
    if (term.maximise)
        tip += QStringLiteral("<p>%1</p>").arg(QObject::tr("Good is large: takes a negative weight."));
    return tip + QStringLiteral("</qt>");
}

} // namespace

ObjectiveEditor::ObjectiveEditor(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    m_line = new QLineEdit(this);
    m_line->setAccessibleName(tr("Objective"));
    m_line->setPlaceholderText(tr("e.g. entropy+0.001*smoothness"));
    m_problem = new ProblemLabel(this);
    m_grid = new QGridLayout;
    m_grid->setSpacing(kSpacing);
    m_grid->setColumnStretch(0, 1);
    layout->addWidget(m_line);
    layout->addWidget(m_problem);
    layout->addLayout(m_grid);
    connect(m_line, &QLineEdit::textEdited, this, &ObjectiveEditor::lineEdited);
}

void ObjectiveEditor::setTerms(std::vector<TermChoice> terms) {
    for (const Row& row : m_rows) {
        delete row.inSum;
        delete row.weight;
    }
    m_rows.clear();
    for (auto& term : terms)
        addRow(std::move(term));
    readRows();
}

void ObjectiveEditor::addRow(TermChoice term) {
    const QString tip = tipOf(term), name = term.name;
    const double usual = term.maximise ? -1 : 1;
    Row row{std::move(term), new QCheckBox(name, this), new NumberBox(NumberBox::Kind::real, this)};
    row.inSum->setToolTip(tip);
    row.inSum->setAccessibleDescription(row.term.sentence);
    row.weight->setToolTip(tip);
    row.weight->setAccessibleName(tr("Weight of %1").arg(name));
    row.weight->setRange(-kLargestWeight, kLargestWeight);
    row.weight->setAdaptive(true);
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.inSum, at, 0);
    m_grid->addWidget(row.weight, at, 1);
    connect(row.inSum, &QCheckBox::clicked, this, [=, this](bool on) { setWeight(name, on ? usual : 0); });
    connect(row.weight, &NumberBox::edited, this,
            [=, this, box = row.weight] { setWeight(name, numberOf(box->value())); });
    m_rows.push_back(std::move(row));
}

void ObjectiveEditor::setCheck(ObjectiveCheck check) {
    m_check = std::move(check);
    showProblem();
}

void ObjectiveEditor::setExpression(const QString& expression) {
    if (m_line->text() != expression)
        m_line->setText(expression);
    m_lastGood = expression;
    readRows();
    showProblem();
}

QString ObjectiveEditor::expression() const { return m_line->text(); }

void ObjectiveEditor::setProblem(const QString& message) {
    m_external = message;
    showProblem();
}

QString ObjectiveEditor::ownProblem() const {
    if (m_line->text().trimmed().isEmpty())
        return tr("needs at least one term");
    return m_check ? m_check(m_line->text()) : QString();
}

void ObjectiveEditor::showProblem() {
    const QString own = ownProblem();
    m_problem->setMessage(own.isEmpty() ? m_external : own);
    m_line->setAccessibleDescription(m_problem->text());
}

void ObjectiveEditor::lineEdited() {
    m_external.clear(); // it was about an older text
    readRows();
    showProblem();
    if (!ownProblem().isEmpty())
        return;
    m_lastGood = m_line->text();
    emit expressionEdited(m_line->text());
}

// Where the text is not understood, weights are set in what was last understood.
void ObjectiveEditor::setWeight(const QString& name, double weight) {
    auto terms = splitExpression(m_line->text());
    if (!terms)
        terms = splitExpression(m_lastGood);
    std::vector<ExpressionTerm> sum = terms.value_or(std::vector<ExpressionTerm>{});
    const auto found = findTerm(sum, name);
    if (found != sum.end() && weight == 0)
        sum.erase(found);
    else if (found != sum.end())
        found->weight = weight;
    else if (weight != 0)
        sum.push_back({name, QString(), weight});
    m_line->setText(joinExpression(sum));
    lineEdited();
}

void ObjectiveEditor::readRows() {
    auto terms = splitExpression(m_line->text());
    const bool understood = terms.has_value() || m_line->text().trimmed().isEmpty();
    std::vector<ExpressionTerm> sum = terms.value_or(std::vector<ExpressionTerm>{});
    for (const Row& row : m_rows) {
        const auto found = findTerm(sum, row.term.name);
        const double weight = found == sum.end() ? 0 : found->weight;
        if (!understood)
            continue; // rows keep what was last understood
        const QSignalBlocker quiet{row.inSum};
        row.inSum->setChecked(weight != 0);
        row.inSum->setText(found == sum.end() ? row.term.name : row.term.name + found->parameters);
        row.weight->setValue(weight);
    }
}

} // namespace thetascope
