// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, redo and preferences.
#include "app/window/controller.h"

#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "app/window/quick_settings.h"
#include "app/workers/compute.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/settings_panel.h"

#include <QAction>
#include <QApplication>

namespace thetascope {
namespace {

constexpr std::size_t bytesPerMegabyte = std::size_t{1} << 20;
constexpr double megabyte = 1e6; // as the command line's M

/// The font that the desktop gave the program, before any scaling.
const QFont& desktopFont() {
    static const QFont font = QApplication::font();
    return font;
}

void scaleText(double scale) {
    QFont font = desktopFont();
    if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * scale);
    else font.setPixelSize(qRound(font.pixelSize() * scale));
    if (font != QApplication::font()) QApplication::setFont(font);
}

} // namespace

void Controller::connectSettings() {
    const Actions& actions = m_window.actions();
    connect(actions.undo, &QAction::triggered, &m_undo, &UndoController::undo);
    connect(actions.redo, &QAction::triggered, &m_undo, &UndoController::redo);
    connect(&m_undo.stack(), &QUndoStack::canUndoChanged, actions.undo, &QAction::setEnabled);
    connect(&m_undo.stack(), &QUndoStack::canRedoChanged, actions.redo, &QAction::setEnabled);
    connect(&m_undo.stack(), &QUndoStack::undoTextChanged, this,
            [&actions](const QString& text) { actions.undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(text)); });
    connect(&m_undo.stack(), &QUndoStack::redoTextChanged, this,
            [&actions](const QString& text) { actions.redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(text)); });
    connect(&m_undo, &UndoController::refused, this,
            [this](const QString& sentence) { m_panes.messages->show(MessageBar::Kind::information, sentence); });
    connect(&m_runs, &RunController::stateChanged, this, [this] { m_undo.setRunActive(m_runs.active()); });
    const QuickSettings* const quick = &actions.quickSettings();
    connect(quick, &QuickSettings::chosen, this, &Controller::applySettings);
    connect(m_panes.settings, &SettingsPanel::settingsShown, quick,
            [this, &actions] { actions.quickSettings().show(m_panes.settings->settings()); });
    actions.quickSettings().show(m_panes.settings->settings());
    connect(actions.preferences, &QAction::triggered, this, &Controller::showPreferences);
    actions.undo->setEnabled(false);
    actions.redo->setEnabled(false);
}

void Controller::applySettings(const Settings& settings) {
    editSettings(settings);
    if (m_runs.active()) m_runs.setKnobs({settings.step, settings.objective});
}

void Controller::applyPreferences(const Preferences& preferences) {
    m_preferences = preferences;
    preferThreads(preferences.threads);
    preferHistoryBytes(static_cast<std::size_t>(preferences.historyMegabytes) * bytesPerMegabyte);
    limitMemory(static_cast<double>(preferences.memoryMegabytes) * megabyte);
    m_window.actions().setStepsOfRunN(preferences.stepsOfRunN);
    scaleText(preferences.textScale);
    setTheme(preferences.theme);
}

void Controller::showPreferences() {
    auto* const dialog = new PreferencesDialog(m_preferences, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::edited, this, [this](const Preferences& preferences) {
        applyPreferences(preferences);
        preferences.store();
        DisplaySettings display = m_panes.display->display();
        if (display.colourMap == preferences.colourMap) return;
        display.colourMap = preferences.colourMap; // seen at once
        m_panes.display->setDisplay(display);
        m_pictures.applyDisplay();
    });
    dialog->open();
}

} // namespace thetascope
