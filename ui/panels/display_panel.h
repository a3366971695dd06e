// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/theta_view.h"

#include <QString>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;

namespace thetascope {

class ProblemLabel;

/// How results are drawn; nothing in here changes a result.
struct DisplaySettings {
    double floorDb = -80, ceilingDb = 0; ///< 20 log10 magnitude; floor < ceiling
    QString colourMap = QStringLiteral("inferno");
    FrequencyScale frequency = FrequencyScale::linear;
    bool smooth = true; ///< between cells larger than a pixel
    ThetaUnit thetaUnit = ThetaUnit::milliseconds;
    int overlayLevel = 1; ///< as SpectrogramView::setOverlayLevel
    bool operator==(const DisplaySettings&) const = default;
};

/// The controls of DisplaySettings. Lives on the window's thread.
class DisplayPanel : public QWidget {
    Q_OBJECT

public:
    explicit DisplayPanel(QWidget* parent = nullptr);

    /// Names in the order shown, the default first; as it is made: ColourMap::names().
    void setColourMaps(const QStringList& names);

    /// Does not emit.
    void setDisplay(const DisplaySettings& display);
    DisplaySettings display() const;

    /// A run goes on: automatic limits are off and a note says that the limits are locked (they can still be typed).
    void setRunActive(bool active);

    /// Moves the floor or ceiling (keys `[` `]` `{` `}`), and emits.
    void nudgeFloor(double decibels);
    void nudgeCeiling(double decibels);

signals:
    void displayEdited(); ///< by the user; display() already has it
    void autoLimitsRequested();

private:
    void addLevels(QFormLayout& form);
    void addAppearance(QFormLayout& form);
    void limitsEdited(bool floorMoved);

    QDoubleSpinBox *m_floor = nullptr, *m_ceiling = nullptr;
    QPushButton* m_auto = nullptr;
    ProblemLabel* m_lockNote = nullptr;
    QComboBox *m_colourMap = nullptr, *m_frequency = nullptr, *m_cells = nullptr, *m_thetaUnit = nullptr,
              *m_overlays = nullptr;
};

} // namespace thetascope
