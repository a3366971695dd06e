// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/display_panel.h"

#include "ui/panels/quiet_combo.h"
#include "ui/panels/small_labels.h"
#include "ui/render/colour_map.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

namespace thetascope {

namespace {

constexpr double kLowestDb = -400, kHighestDb = 400, kStepDb = 1, kLeastSpanDb = 1;
constexpr int kMargin = 8, kSpacing = 4;

QDoubleSpinBox* levelBox(QWidget* parent, const QString& name, const QString& tip) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(kLowestDb, kHighestDb);
    box->setSingleStep(kStepDb);
    box->setDecimals(1);
    box->setSuffix(QStringLiteral(" dB"));
    box->setFont(tabularFont(box->font()));
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setFocusPolicy(Qt::StrongFocus);
    return box;
}

QComboBox* choiceBox(QWidget* parent, const QString& name, const QStringList& choices, const QString& tip) {
    auto* box = new QuietCombo(parent);
    box->addItems(choices);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

// In the order of the enumeration.
QStringList scaleNames() {
    QStringList names;
    for (const FrequencyScaleName& scale : frequencyScales())
        names << QCoreApplication::translate("DisplayPanel", scale.name);
    return names;
}

} // namespace

DisplayPanel::DisplayPanel(QWidget* parent) : QWidget(parent) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    form->setVerticalSpacing(kSpacing);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addLevels(*form);
    addAppearance(*form);
    setColourMaps(ColourMap::names());
    setDisplay({});
}

void DisplayPanel::addLevels(QFormLayout& form) {
    m_ceiling = levelBox(this, tr("Ceiling"), tr("Level drawn in the last colour, 20 log10 magnitude ({ and })"));
    m_floor = levelBox(this, tr("Floor"), tr("Level drawn in the first colour, 20 log10 magnitude ([ and ])"));
    m_auto = new QPushButton(tr("Fit to view"), this);
    m_auto->setToolTip(tr("Ceiling: the loudest cell in view; floor: 80 dB below"));
    m_lockNote = new ProblemLabel(this, ProblemLabel::Tone::warning);
    form.addRow(tr("Ceiling"), m_ceiling);
    form.addRow(tr("Floor"), m_floor);
    form.addRow(QString(), m_auto);
    form.addRow(m_lockNote);
    connect(m_ceiling, &QDoubleSpinBox::valueChanged, this, [this] { limitsEdited(false); });
    connect(m_floor, &QDoubleSpinBox::valueChanged, this, [this] { limitsEdited(true); });
    connect(m_auto, &QPushButton::clicked, this, &DisplayPanel::autoLimitsRequested);
}

void DisplayPanel::addAppearance(QFormLayout& form) {
    m_colourMap = choiceBox(this, tr("Colours"), {}, tr("Lightness rises with the level in every map (P: the next)"));
    m_frequency = choiceBox(this, tr("Frequency"), scaleNames(),
                            tr("Scale of the frequency axis: linear in Hz, in octaves, as pitch is heard (mel), in critical bands "
                               "(Bark), in rectangular bandwidths (ERB), or in notes"));
    m_cells = choiceBox(this, tr("Cells"), {tr("smooth"), tr("crisp")}, tr("How cells larger than a pixel are drawn"));
    m_thetaUnit = choiceBox(this, tr("Window length in"), {tr("samples"), tr("milliseconds"), tr("bandwidth, Hz")},
                            tr("Unit of theta: its length, or 2 fs / theta, the width of a Hann window's main lobe"));
    m_overlays = choiceBox(this, tr("Overlays"), {tr("none"), tr("frames"), tr("frames and windows")},
                           tr("Ticks at the frames' centres, bars as long as their windows (0, 9, 8)"));
    for (QComboBox* box : {m_colourMap, m_frequency, m_cells, m_thetaUnit, m_overlays}) {
        form.addRow(box->accessibleName(), box);
        connect(box, &QComboBox::activated, this, &DisplayPanel::displayEdited);
    }
}

void DisplayPanel::setColourMaps(const QStringList& names) {
    const QString current = m_colourMap->currentText();
    m_colourMap->clear();
    m_colourMap->addItems(names);
    m_colourMap->setCurrentIndex(std::max(0, m_colourMap->findText(current)));
}

void DisplayPanel::setDisplay(const DisplaySettings& display) {
    const QSignalBlocker quietFloor{m_floor}, quietCeiling{m_ceiling};
    m_floor->setValue(display.floorDb);
    m_ceiling->setValue(display.ceilingDb);
    m_colourMap->setCurrentIndex(std::max(0, m_colourMap->findText(display.colourMap)));
    m_frequency->setCurrentIndex(static_cast<int>(display.frequency));
    m_cells->setCurrentIndex(display.smooth ? 0 : 1);
    m_thetaUnit->setCurrentIndex(static_cast<int>(display.thetaUnit));
    m_overlays->setCurrentIndex(std::clamp(display.overlayLevel, 0, m_overlays->count() - 1));
}

DisplaySettings DisplayPanel::display() const {
    DisplaySettings display;
    display.floorDb = m_floor->value();
    display.ceilingDb = m_ceiling->value();
    display.colourMap = m_colourMap->currentText();
    display.frequency = static_cast<FrequencyScale>(m_frequency->currentIndex());
    display.smooth = m_cells->currentIndex() == 0;
    display.thetaUnit = static_cast<ThetaUnit>(m_thetaUnit->currentIndex());
    display.overlayLevel = m_overlays->currentIndex();
    return display;
}

void DisplayPanel::setRunActive(bool active) {
    m_auto->setEnabled(!active);
    const QString note = tr("Limits stay as they are while a descent runs: limits that follow the picture would fake "
                            "sharpening. They can still be typed.");
    m_lockNote->setMessage(active ? tr("Locked while a descent runs") : QString());
    m_lockNote->setToolTip(note);
    m_auto->setToolTip(active ? note : tr("Ceiling: the loudest cell in view; floor: 80 dB below"));
}

void DisplayPanel::nudgeFloor(double decibels) { m_floor->setValue(m_floor->value() + decibels); }

void DisplayPanel::nudgeCeiling(double decibels) { m_ceiling->setValue(m_ceiling->value() + decibels); }

// The limit that was moved wins; the other gives way.
void DisplayPanel::limitsEdited(bool floorMoved) {
    const QSignalBlocker quietFloor{m_floor}, quietCeiling{m_ceiling};
    if (floorMoved && m_ceiling->value() < m_floor->value() + kLeastSpanDb)
        m_ceiling->setValue(m_floor->value() + kLeastSpanDb);
    else if (!floorMoved && m_floor->value() > m_ceiling->value() - kLeastSpanDb)
        m_floor->setValue(m_ceiling->value() - kLeastSpanDb);
    if (m_ceiling->value() < m_floor->value() + kLeastSpanDb) // both at the end of the scale
        (floorMoved ? m_floor : m_ceiling)->setValue(floorMoved ? kHighestDb - kLeastSpanDb : kLowestDb + kLeastSpanDb);
    emit displayEdited();
}

} // namespace thetascope
