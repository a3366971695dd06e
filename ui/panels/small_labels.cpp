// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/small_labels.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace thetascope {

namespace {

constexpr int kRoomBelow = 4;

// Setting a palette in a PaletteChange calls back: only when it differs.
void colour(QLabel& label, const QColor& text) {
    QPalette palette = label.palette();
    if (palette.color(QPalette::Active, QPalette::WindowText) == text)
        return;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::WindowText, text);
    label.setPalette(palette);
}

} // namespace

MutedLabel::MutedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    colour(*this, mutedColour(palette()));
}

void MutedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour(*this, mutedColour(palette()));
}

ProblemLabel::ProblemLabel(QWidget* parent, Tone tone) : QLabel(parent), m_tone(tone) {
    setWordWrap(true);
    setContentsMargins(0, 0, 0, kRoomBelow);
    updateColour();
    hide();
}

void ProblemLabel::setMessage(const QString& message) {
    setText(message);
    setVisible(!message.isEmpty());
}

void ProblemLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColour();
}

void ProblemLabel::updateColour() {
    colour(*this, m_tone == Tone::error ? errorColour(palette()) : warningColour(palette()));
}

} // namespace thetascope
