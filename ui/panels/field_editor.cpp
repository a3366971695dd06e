// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/field_editor.h"

#include "ui/panels/number_box.h"
#include "ui/panels/quiet_combo.h"
#include "ui/panels/small_labels.h"
#include "ui/text/core_text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace thetascope {

namespace {

enum Column { labelColumn, inputColumn, unitColumn, columns };

QString text(const std::string& words) { return QString::fromStdString(words); }

QString wrappedTip(const QString& words) { return QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped()); }

QString textOf(const FieldValue& value) {
    const auto* words = std::get_if<std::string>(&value);
    return words ? text(*words) : QString();
}

} // namespace

FieldEditor::FieldEditor(const SettingsField& field, QGridLayout& form, QWidget* page)
    : QObject(page), m_field(field), m_form(form) {
    const bool number = field.kind == FieldKind::real || field.kind == FieldKind::integer;
    m_label = new QLabel(coreText(field.label), page);
    m_unit = new MutedLabel(coreText(field.unit), page);
    m_problem = new ProblemLabel(page);
    m_input = number ? makeNumber(page) : field.kind == FieldKind::choice ? makeChoice(page) : makeText(page);
    const int row = form.rowCount();
    form.addWidget(m_label, row, labelColumn);
    form.addWidget(m_input, row, inputColumn, 1, field.unit.empty() ? 2 : 1);
    form.addWidget(m_unit, row, unitColumn);
    form.addWidget(m_problem, row + 1, labelColumn, 1, columns);
    describeInput();
}

QWidget* FieldEditor::makeNumber(QWidget* page) {
    const bool whole = m_field.kind == FieldKind::integer;
    auto* box = new NumberBox(whole ? NumberBox::Kind::integer : NumberBox::Kind::real, page);
    box->setRange(m_field.minimum, m_field.maximum);
    box->setIncrement(m_field.increment);
    box->setOptional(m_field.optional);
    connect(box, &NumberBox::edited, this, [this, box] { emit edited(box->value()); });
    connect(box, &NumberBox::textRefused, this, &FieldEditor::refused);
    return box;
}

QWidget* FieldEditor::makeChoice(QWidget* page) {
    auto* box = new QuietCombo(page);
    std::vector<FieldChoice> choices = m_field.choices;
    for (FieldChoice& choice : choices)
        choice.sentence = coreText(choice.sentence).toStdString();
    fillChoice(*box, choices);
    connect(box, &QComboBox::activated, this, [this, box] {
        m_value = box->currentText().toStdString();
        describeInput();
        emit edited(m_value);
    });
    return box;
}

QWidget* FieldEditor::makeText(QWidget* page) {
    auto* line = new QLineEdit(page);
    if (m_field.optional)
        line->setPlaceholderText(QStringLiteral("auto"));
    connect(line, &QLineEdit::textEdited, this,
            [this](const QString& typed) { emit edited(typed.trimmed().toStdString()); });
    return line;
}

void FieldEditor::fillChoice(QComboBox& box, const std::vector<FieldChoice>& choices) {
    const QSignalBlocker quiet{&box};
    box.clear();
    for (const auto& choice : choices) {
        box.addItem(text(choice.name));
        box.setItemData(box.count() - 1, wrappedTip(text(choice.sentence)), Qt::ToolTipRole);
    }
}

void FieldEditor::setChoices(const std::vector<FieldChoice>& choices) {
    if (auto* line = qobject_cast<QLineEdit*>(m_input)) {
        m_input = makeChoice(line->parentWidget());
        m_input->setEnabled(line->isEnabled());
        delete m_form.replaceWidget(line, m_input);
        QWidget::setTabOrder(line, m_input);
        delete line;
    }
    if (auto* box = qobject_cast<QComboBox*>(m_input)) {
        fillChoice(*box, choices);
        setValue(m_value);
    }
}

void FieldEditor::setValue(const FieldValue& value) {
    m_value = value;
    if (auto* number = qobject_cast<NumberBox*>(m_input)) {
        number->setValue(value);
    } else if (auto* line = qobject_cast<QLineEdit*>(m_input)) {
        if (line->text().trimmed() != textOf(value))
            line->setText(textOf(value));
    } else if (auto* box = qobject_cast<QComboBox*>(m_input)) {
        if (box->findText(textOf(value)) < 0) // a name from a file that no factory knows: shown, and refused elsewhere
            box->addItem(textOf(value));
        box->setCurrentText(textOf(value));
        box->setCurrentIndex(box->findText(textOf(value)));
    }
    describeInput();
}

void FieldEditor::setAutoValue(std::optional<double> value) {
    if (auto* number = qobject_cast<NumberBox*>(m_input))
        number->setAutoValue(value);
}

void FieldEditor::setProblem(const QString& message) {
    m_problem->setMessage(message);
    describeInput();
}

void FieldEditor::setEnabled(bool enabled, const QString& why) {
    m_why = enabled ? QString() : why;
    m_input->setEnabled(enabled);
    m_label->setEnabled(enabled);
    m_unit->setEnabled(enabled);
    describeInput();
}

// What a pointer or a screen reader is told: the name with its unit, the help, the choice, the problem, why it is off.
void FieldEditor::describeInput() {
    QString tip = coreText(m_field.help).toHtmlEscaped();
    if (const auto* box = qobject_cast<QComboBox*>(m_input)) {
        const QString choice = box->currentData(Qt::ToolTipRole).toString().remove("<qt>").remove("</qt>");
        if (!choice.isEmpty())
            tip += QStringLiteral("<p><b>%1</b>: %2</p>").arg(box->currentText().toHtmlEscaped(), choice);
    }
    tip += QStringLiteral("<p><tt>--%1</tt></p>").arg(text(m_field.key));
    if (!m_why.isEmpty())
        tip += QStringLiteral("<p><i>%1</i></p>").arg(m_why.toHtmlEscaped());
    const QString wrapped = QStringLiteral("<qt>%1</qt>").arg(tip);
    for (QWidget* widget : {static_cast<QWidget*>(m_label), m_input})
        widget->setToolTip(wrapped);
    m_label->setBuddy(m_input);
    m_input->setObjectName(text(m_field.key));
    m_input->setAccessibleName(m_field.unit.empty() ? m_label->text()
                                                    : QStringLiteral("%1, %2").arg(m_label->text(), m_unit->text()));
    m_input->setAccessibleDescription(m_problem->text().isEmpty() ? coreText(m_field.help) : m_problem->text());
}

} // namespace thetascope
