// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings_fields.h"

#include <QObject>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QWidget;

namespace thetascope {

class ProblemLabel;

/// One setting as a row of a form: label, input, unit, and beneath them what is wrong. Owned by the panel's page.
class FieldEditor : public QObject {
    Q_OBJECT

public:
    /// Adds its rows at the end of the form.
    FieldEditor(const SettingsField& field, QGridLayout& form, QWidget* page);

    void setValue(const FieldValue& value);       ///< does not emit
    void setAutoValue(std::optional<double> value);
    void setChoices(const std::vector<FieldChoice>& choices);
    void setProblem(const QString& message);      ///< empty: none
    void setEnabled(bool enabled, const QString& why);
    QWidget* input() const { return m_input; }
    const SettingsField& field() const { return m_field; }

signals:
    void edited(const thetascope::FieldValue& value);
    void refused(const QString& message); ///< what was typed is not a value at all

private:
    QWidget* makeInput(QWidget* page);
    QWidget* makeNumber(QWidget* page);
    QWidget* makeChoice(QWidget* page);
    void fillChoice(QComboBox& box, const std::vector<FieldChoice>& choices);
    QWidget* makeText(QWidget* page);
    void describeInput();

    const SettingsField& m_field; ///< of the table, which lives as long as the program
    QGridLayout& m_form;  ///< of the page that owns this
    QLabel* m_label = nullptr;
    QWidget* m_input = nullptr;
    QLabel* m_unit = nullptr;
    ProblemLabel* m_problem = nullptr;
    FieldValue m_value;
    QString m_why;
};

} // namespace thetascope
