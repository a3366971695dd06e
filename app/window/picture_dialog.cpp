// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSettings>
#include <QSpinBox>

namespace thetascope {
namespace {

constexpr int largestScale = 4;
const QString scaleKey = QStringLiteral("picture/scale"), axesKey = QStringLiteral("picture/axes"),
              darkKey = QStringLiteral("picture/dark");

} // namespace

PictureDialog::PictureDialog(bool hasSelection, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Export Picture"));
    const QSettings stored;
    const PictureChoice usual;
    auto* const form = new QFormLayout(this);
    m_part = new QComboBox(this);
    m_part->addItem(tr("What is in view"), static_cast<int>(PicturePart::visible));
    m_part->addItem(tr("Everything analysed"), static_cast<int>(PicturePart::whole));
    if (hasSelection) m_part->addItem(tr("The selection"), static_cast<int>(PicturePart::selection));
    m_scale = new QSpinBox(this);
    m_scale->setRange(1, largestScale);
    m_scale->setSuffix(tr(" ×"));
    m_scale->setValue(stored.value(scaleKey, usual.scale).toInt());
    m_scale->setToolTip(tr("Pixels of a PNG: 1600 × 900 times this. SVG and PDF are as fine as can be."));
    m_axes = new QCheckBox(tr("&Axes, colour bar and caption"), this);
    m_axes->setChecked(stored.value(axesKey, usual.axes).toBool());
    m_dark = new QCheckBox(tr("On a &dark background"), this);
    m_dark->setChecked(stored.value(darkKey, usual.dark).toBool());
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(tr("&Part:"), m_part);
    form->addRow(tr("&Size:"), m_scale);
    form->addRow(m_axes);
    form->addRow(m_dark);
    form->addRow(buttons);
}

PictureChoice PictureDialog::choice() const {
    return {static_cast<PicturePart>(m_part->currentData().toInt()), m_scale->value(), m_axes->isChecked(), m_dark->isChecked()};
}

void PictureDialog::remember() const {
    QSettings settings;
    settings.setValue(scaleKey, m_scale->value());
    settings.setValue(axesKey, m_axes->isChecked());
    settings.setValue(darkKey, m_dark->isChecked());
}

} // namespace thetascope
