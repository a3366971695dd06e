// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QString>
#include <QStringList>

class QComboBox;
class QSpinBox;

namespace thetascope {

/// What a person prefers, whatever is open. Kept by QSettings.
struct Preferences {
    Theme theme = Theme::system;
    QString colourMap = QStringLiteral("inferno"); ///< of a window that opens
    QString language;           ///< "en", "de"...; empty: the system's; takes effect when the program starts
    double textScale = 1;       ///< of all text, smallestText..largestText
    int threads = 0;            ///< of settings that leave them open; 0: all processors but one
    int historyMegabytes = 512; ///< kept of a run's iterations
    int memoryMegabytes = 0;    ///< that the program may use in all; 0: most of what is free
    int stepsOfRunN = 10;       ///< that Shift+F10 takes
    bool operator==(const Preferences&) const = default;

    static constexpr double smallestText = 0.75, largestText = 2;
    static constexpr int leastHistory = 16, mostHistory = 65536, mostThreads = 1024, mostMemory = 16'000'000, mostSteps = 100'000;

    /// What was stored; what isn't usable is as by default.
    static Preferences stored();
    void store() const;
};

/// Languages that the program speaks: "en" and those of its translations.
QStringList knownLanguages();

/// Installs the translations of the preferred language (or the system's). Call once, before any widget is made.
void installLanguage(const QString& preferred);

/// The preferences as controls. Changes apply at once, as they are announced; Cancel takes them back. GUI thread.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    PreferencesDialog(const Preferences& preferences, QWidget* parent);
    Preferences preferences() const;

signals:
    void edited(const thetascope::Preferences& preferences);

private:
    void build();
    void fill(const Preferences& preferences);

    QComboBox *m_theme = nullptr, *m_colourMap = nullptr, *m_language = nullptr;
    QSpinBox *m_threads = nullptr, *m_history = nullptr, *m_memory = nullptr, *m_steps = nullptr, *m_textScale = nullptr;
};

} // namespace thetascope
