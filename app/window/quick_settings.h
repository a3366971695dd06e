// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <QObject>
#include <QString>

class QComboBox;
class QToolBar;

namespace thetascope {

/// The three settings that decide most, as boxes of the tool bar: preset, objective, and along which axes the window length
/// varies. Each shows what the settings are now, "custom" (or the expression typed) where none of its choices is that. Lives on the GUI
/// thread.
class QuickSettings : public QObject {
    Q_OBJECT

public:
    /// Adds the boxes at the end of the bar, which owns them.
    explicit QuickSettings(QToolBar& bar);

    /// What the boxes say. Does not emit.
    void show(const Settings& settings);
    /// While a descent runs, only its objective can be chosen.
    void setRunActive(bool active);

signals:
    /// By the user; the settings last shown with the choice applied. A preset leaves alone what belongs to the recording and the
    /// machine: channel, start, end and threads.
    void chosen(const thetascope::Settings& settings);

private:
    QComboBox* addBox(QToolBar& bar, const QString& name, const QString& tip, int letters);
    void fillPresets();
    void fillObjectives();
    void fillModes();
    void choosePreset(const QString& name);
    void explain();

    Settings m_settings;
    QComboBox *m_preset = nullptr, *m_objective = nullptr, *m_mode = nullptr;
    bool m_runActive = false;
};

} // namespace thetascope
