// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace thetascope {

class NumberBox;
class ProblemLabel;

/// A term that an objective may have, as the panel shows it.
struct TermChoice {
    QString name;
    QString sentence;
    QString formula;
    bool maximise = false; ///< good is large: takes a negative weight
};

/// What is wrong with an expression, in words; empty if nothing.
using ObjectiveCheck = std::function<QString(const QString&)>;

/// An objective as an expression and, kept consistent with it, one row per term: a tick when it is in the sum, and its
/// weight (0: not in the sum). Parameters in parentheses, "renyi(alpha=3)", survive changes of the weight. Lives on the
/// window's thread.
class ObjectiveEditor : public QWidget {
    Q_OBJECT

public:
    explicit ObjectiveEditor(QWidget* parent = nullptr);

    void setTerms(std::vector<TermChoice> terms);
    void setCheck(ObjectiveCheck check);

    /// Does not emit.
    void setExpression(const QString& expression);
    QString expression() const;

    /// A problem found elsewhere, under the expression; empty: none (then only the check's own words are shown).
    void setProblem(const QString& message);
    QLineEdit* lineEdit() const { return m_line; }

signals:
    void expressionEdited(const QString& expression); ///< only expressions that pass the check

private:
    struct Row {
        TermChoice term;
        QCheckBox* inSum = nullptr;
        NumberBox* weight = nullptr;
    };

    void lineEdited();
    void setWeight(const QString& name, double weight);
    void readRows();
    void showProblem();
    void addRow(TermChoice term);
    QString ownProblem() const;

    QLineEdit* m_line = nullptr;
    ProblemLabel* m_problem = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<Row> m_rows;
    ObjectiveCheck m_check;
    QString m_external;
    QString m_lastGood;
};

} // namespace thetascope
