// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/settings_panel.h"

#include "ui/panels/field_editor.h"
#include "ui/panels/small_labels.h"
#include "ui/text/core_text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScrollBar>

namespace thetascope {

namespace {

constexpr int kMargin = 8, kRowSpacing = 4, kGroupSpacing = 10;
constexpr int kColumns = 3;
const std::string kObjectiveKey = "objective";

} // namespace

SettingsPanel::SettingsPanel(QWidget* parent) : QScrollArea(parent) {
    auto* page = new QWidget(this);
    m_form = new QGridLayout(page);
    m_form->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_form->setHorizontalSpacing(kMargin);
    m_form->setVerticalSpacing(kRowSpacing);
    m_form->setColumnStretch(1, 1);
    m_runNote = new ProblemLabel(page, ProblemLabel::Tone::warning);
    m_otherProblems = new ProblemLabel(page);
    m_form->addWidget(m_runNote, 0, 0, 1, kColumns);
    m_form->addWidget(m_otherProblems, 1, 0, 1, kColumns);
    addGroup(FieldGroup::signal, tr("Signal"));
    addGroup(FieldGroup::transform, tr("Transform"));
    addGroup(FieldGroup::objective, tr("Objective"));
    addGroup(FieldGroup::optimiser, tr("Optimiser"));
    m_form->setRowStretch(m_form->rowCount(), 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(page->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    setSettings(Settings{});
}

void SettingsPanel::addGroup(FieldGroup group, const QString& title) {
    auto* heading = new QLabel(title, m_form->parentWidget());
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, group == FieldGroup::signal ? 0 : kGroupSpacing, 0, 0);
    m_form->addWidget(heading, m_form->rowCount(), 0, 1, kColumns);
    for (const SettingsField& field : settingsFields()) {
        if (field.group != group)
            continue;
        if (field.key == kObjectiveKey)
            addObjective(field);
        else
            addField(field);
    }
}

void SettingsPanel::addField(const SettingsField& field) {
    auto* editor = new FieldEditor(field, *m_form, m_form->parentWidget());
    m_editors[field.key] = editor;
    connect(editor, &FieldEditor::edited, this, [this, &field](const FieldValue& value) { fieldEdited(field, value); });
    connect(editor, &FieldEditor::refused, this,
            [this, &field](const QString& message) { refuse(field, message.toStdString()); });
}

void SettingsPanel::addObjective(const SettingsField& field) {
    m_objective = new ObjectiveEditor(m_form->parentWidget());
    m_objective->lineEdit()->setObjectName(QString::fromStdString(field.key));
    const QString help = coreText(field.help).toHtmlEscaped();
    m_objective->lineEdit()->setToolTip(QStringLiteral("<qt>%1</qt>").arg(help));
    m_form->addWidget(m_objective, m_form->rowCount(), 0, 1, kColumns);
    connect(m_objective, &ObjectiveEditor::expressionEdited, this,
            [this, &field](const QString& expression) { fieldEdited(field, expression.toStdString()); });
}

void SettingsPanel::setSettings(const Settings& settings) {
    m_settings = settings;
    m_refusals.clear();
    for (const auto& [key, editor] : m_editors)
        editor->setValue(editor->field().get(settings));
    m_objective->setExpression(QString::fromStdString(settings.objective));
    refreshProblems();
    emit settingsShown();
}

void SettingsPanel::setResolved(const ResolvedSettings& resolved) {
    const std::map<std::string, std::optional<double>> values{{"support", resolved.N},
                                                              {"hop", resolved.H},
                                                              {"theta", resolved.theta}, // open where a descent chooses its start
                                                              {"theta-min", resolved.thetaLower},
                                                              {"theta-max", resolved.thetaUpper}};
    for (const auto& [key, value] : values)
        m_editors.at(key)->setAutoValue(value);
}

void SettingsPanel::setChoices(const std::string& key, std::vector<FieldChoice> choices) {
    if (const auto found = m_editors.find(key); found != m_editors.end())
        found->second->setChoices(choices);
}

void SettingsPanel::setTerms(std::vector<TermChoice> terms) { m_objective->setTerms(std::move(terms)); }

void SettingsPanel::setObjectiveCheck(ObjectiveCheck check) { m_objective->setCheck(std::move(check)); }

void SettingsPanel::setProblems(const Problems& problems) {
    m_problems = problems;
    refreshProblems();
}

// What could not even be set comes before what validate() says.
void SettingsPanel::refreshProblems() {
    std::map<std::string, QString, std::less<>> messages;
    QStringList others;
    for (const auto& problem : m_problems) {
        const QString message = coreText(problem.message);
        if (problem.field == kObjectiveKey || m_editors.contains(problem.field))
            messages.emplace(problem.field, message);
        else
            others << message;
    }
    for (const auto& [key, message] : m_refusals)
        messages[key] = coreText(message);
    for (const auto& [key, editor] : m_editors)
        editor->setProblem(messages[key]);
    m_objective->setProblem(messages[kObjectiveKey]);
    m_otherProblems->setMessage(others.join(u'\n'));
}

void SettingsPanel::setRunActive(bool active) {
    m_runActive = active;
    applyRunActive();
}

void SettingsPanel::applyRunActive() {
    const QString why = tr("Fixed while a descent runs. Stop or reset it to change this.");
    m_runNote->setMessage(m_runActive ? tr("A descent is running: what stays enabled takes effect at its next iteration.")
                                      : QString());
    for (const auto& [key, editor] : m_editors)
        editor->setEnabled(!m_runActive || editor->field().live, why);
    m_objective->setEnabled(!m_runActive || findField(kObjectiveKey)->live);
}

QWidget* SettingsPanel::input(const std::string& key) const {
    if (key == kObjectiveKey)
        return m_objective->lineEdit();
    const auto found = m_editors.find(key);
    return found == m_editors.end() ? nullptr : found->second->input();
}

void SettingsPanel::fieldEdited(const SettingsField& field, const FieldValue& value) {
    Settings changed = m_settings;
    if (const std::string wrong = field.set(changed, value); !wrong.empty()) {
        refuse(field, wrong);
        return;
    }
    m_refusals.erase(field.key);
    m_settings = changed;
    refreshProblems();
    emit settingsShown();
    emit settingsEdited();
    if (m_runActive && field.live)
        emit liveEdited(QString::fromStdString(field.key));
}

void SettingsPanel::refuse(const SettingsField& field, const std::string& message) {
    m_refusals[field.key] = message;
    refreshProblems();
}

} // namespace thetascope
