// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/model/settings_fields.h"
#include "ui/panels/objective_editor.h"

#include <QScrollArea>
#include <QString>
#include <map>
#include <string>
#include <vector>

class QGridLayout;

namespace thetascope {

class FieldEditor;
class ProblemLabel;

/// Every setting, built from settingsFields(): a section per group, an editor per field. Lives on the window's thread.
///
/// While a run is active (setRunActive), fields that are not live are disabled, with the reason in their tool tip and in a
/// line at the top: a descent cannot change its transform, and a reset nobody asked for would throw work away.
class SettingsPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SettingsPanel(QWidget* parent = nullptr);

    /// Does not emit.
    void setSettings(const Settings& settings);
    const Settings& settings() const { return m_settings; }

    /// What "auto" stands for, shown in the fields left open.
    void setResolved(const ResolvedSettings& resolved);

    /// Names that a factory lists (window, optimiser, channel), their sentences in the language of the window. An editor for
    /// text becomes a choice.
    void setChoices(const std::string& key, std::vector<FieldChoice> choices);

    /// The terms of the objective, and what says whether an expression can be used.
    void setTerms(std::vector<TermChoice> terms);
    void setObjectiveCheck(ObjectiveCheck check);

    /// Everything wrong, each in words at its field; replaces what was shown before.
    void setProblems(const Problems& problems);

    void setRunActive(bool active);

    /// The editor's input widget of a setting (for tests, and to move the focus there); null if there is no such key.
    QWidget* input(const std::string& key) const;

signals:
    void settingsEdited();           ///< any field, by the user; settings() already has it
    void settingsShown();            ///< any change of settings(), by whomever
    void liveEdited(QString key);    ///< besides, for fields with live = true while a run is active

private:
    void addGroup(FieldGroup group, const QString& title);
    void addField(const SettingsField& field);
    void addObjective(const SettingsField& field);
    void fieldEdited(const SettingsField& field, const FieldValue& value);
    void refuse(const SettingsField& field, const std::string& message);
    void applyRunActive();
    void refreshProblems();

    Settings m_settings;
    std::map<std::string, FieldEditor*, std::less<>> m_editors; ///< owned by their parents
    ObjectiveEditor* m_objective = nullptr;
    QGridLayout* m_form = nullptr;
    ProblemLabel *m_runNote = nullptr, *m_otherProblems = nullptr;
    Problems m_problems;
    std::map<std::string, std::string, std::less<>> m_refusals; ///< what set() said, by key
    bool m_runActive = false;
};

} // namespace thetascope
