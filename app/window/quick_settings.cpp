// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/quick_settings.h"

#include "app/cli/presets.h"
#include "core/model/settings_fields.h"
#include "core/objective/objective.h"
#include "core/objective/term.h"
#include "ui/panels/quiet_combo.h"
#include "ui/text/core_text.h"

#include <QAbstractItemView>
#include <QToolBar>
#include <algorithm>

namespace thetascope {
namespace {

constexpr int presetLetters = 8, objectiveLetters = 14, modeLetters = 9;
const QLatin1String paperPrefix("paper-");

QString text(const std::string& words) { return QString::fromStdString(words); }

QString wrapped(const QString& words) { return QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped()); }

/// Whether a preset says what this setting is: the region is the recording's, the threads are the machine's.
bool isPresets(const SettingsField& field) { return field.group != FieldGroup::signal && field.key != "threads"; }

bool equals(const Preset& preset, const Settings& settings) {
    return std::ranges::all_of(settingsFields(), [&](const SettingsField& field) {
        return !isPresets(field) || field.get(preset.settings) == field.get(settings);
    });
}

void addChoice(QComboBox& box, const QString& words, const QString& sentence) {
    box.addItem(words, words);
    box.setItemData(box.count() - 1, wrapped(sentence), Qt::ToolTipRole);
}

} // namespace

QuickSettings::QuickSettings(QToolBar& bar) : QObject(&bar) {
    m_preset = addBox(bar, tr("Preset"), tr("All settings at once, for a kind of sound"), presetLetters);
    m_objective = addBox(bar, tr("Objective"), tr("What the descent makes small; any sum of terms can be typed in the settings"),
                         objectiveLetters);
    m_mode = addBox(bar, tr("Window length varies"), tr("The axes along which the window length varies"), modeLetters);
    m_preset->setObjectName(QStringLiteral("presetBox"));
    m_objective->setObjectName(QStringLiteral("objectiveBox"));
    m_mode->setObjectName(QStringLiteral("modeBox"));
    m_preset->setPlaceholderText(tr("custom"));
    fillPresets();
    fillObjectives();
    fillModes();
    connect(m_preset, &QComboBox::activated, this, [this] { choosePreset(m_preset->currentData().toString()); });
    connect(m_objective, &QComboBox::activated, this, [this] {
        Settings settings = m_settings;
        settings.objective = m_objective->currentData().toString().toStdString();
        emit chosen(settings);
    });
    connect(m_mode, &QComboBox::activated, this, [this] {
        Settings settings = m_settings;
        findField("theta-mode")->set(settings, m_mode->currentData().toString().toStdString());
        emit chosen(settings);
    });
    show(m_settings);
}

QComboBox* QuickSettings::addBox(QToolBar& bar, const QString& name, const QString& tip, int letters) {
    auto* const box = new QuietCombo(&bar);
    box->setMinimumContentsLength(letters);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    box->setAccessibleName(name);
    box->setAccessibleDescription(tip);
    bar.addWidget(box);
    return box;
}

/// The presets for any recording, then those of the paper's experiments.
void QuickSettings::fillPresets() {
    for (const bool papers : {false, true}) {
        if (papers) m_preset->insertSeparator(m_preset->count());
        for (const Preset& preset : presets())
            if (text(preset.name).startsWith(paperPrefix) == papers) addChoice(*m_preset, text(preset.name), coreText(preset.description));
    }
    m_preset->view()->setMinimumWidth(m_preset->view()->sizeHintForColumn(0) + m_preset->view()->fontMetrics().height());
}

/// The objectives of the presets, each once, the default first; then every term alone that isn't among them.
void QuickSettings::fillObjectives() {
    for (const Preset& preset : presets()) {
        const QString expression = text(preset.settings.objective);
        if (m_objective->findData(expression) < 0) addChoice(*m_objective, expression, tr("As in the preset %1").arg(text(preset.name)));
    }
    m_objective->insertSeparator(m_objective->count());
    for (const TermDescription& term : objectiveTerms()) {
        const QString alone = (term.maximise ? QStringLiteral("-") : QString()) + text(term.name);
        if (m_objective->findData(alone) < 0) addChoice(*m_objective, alone, coreText(term.sentence));
    }
    m_objective->view()->setMinimumWidth(m_objective->view()->sizeHintForColumn(0) + m_objective->view()->fontMetrics().height());
}

void QuickSettings::fillModes() {
    for (const FieldChoice& choice : findField("theta-mode")->choices) addChoice(*m_mode, text(choice.name), coreText(choice.sentence));
}

void QuickSettings::show(const Settings& settings) {
    m_settings = settings;
    const auto found = std::ranges::find_if(presets(), [&](const Preset& preset) { return equals(preset, settings); });
    m_preset->setCurrentIndex(found == presets().end() ? -1 : m_preset->findData(text(found->name)));
    m_objective->setPlaceholderText(text(settings.objective));
    m_objective->setCurrentIndex(m_objective->findData(text(settings.objective)));
    m_mode->setCurrentIndex(m_mode->findData(text(fieldText(*findField("theta-mode"), settings))));
    explain();
}

void QuickSettings::setRunActive(bool active) {
    m_runActive = active;
    m_preset->setEnabled(!active);
    m_mode->setEnabled(!active);
    explain();
}

/// A box's tool tip: what it is, and what its choice means.
void QuickSettings::explain() {
    for (QComboBox* const box : {m_preset, m_objective, m_mode}) {
        const QString choice = box->currentData(Qt::ToolTipRole).toString().remove(QStringLiteral("<qt>")).remove(QStringLiteral("</qt>"));
        const QString name = box->currentIndex() < 0 ? box->placeholderText() : box->currentText();
        QString tip = QStringLiteral("<qt><b>%1</b>: %2<p><b>%3</b>%4</p>")
                          .arg(box->accessibleName().toHtmlEscaped(), box->accessibleDescription().toHtmlEscaped(),
                               name.toHtmlEscaped(), choice.isEmpty() ? QString() : QStringLiteral(": ") + choice);
        if (!box->isEnabled()) tip += QStringLiteral("<p><i>%1</i></p>").arg(tr("Fixed while a descent runs; stop it first"));
        box->setToolTip(tip + QStringLiteral("</qt>"));
    }
}

void QuickSettings::choosePreset(const QString& name) {
    const Preset* const preset = findPreset(name.toStdString());
    if (preset == nullptr) return;
    Settings settings = m_settings;
    for (const SettingsField& field : settingsFields())
        if (isPresets(field)) field.set(settings, field.get(preset->settings));
    emit chosen(settings);
}

} // namespace thetascope
