// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/message_bar.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace thetascope {
namespace {

/// How much of the message's colour is mixed into the background.
constexpr double tint = 0.14;

QColor mixed(const QColor& under, const QColor& over, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)) {
    auto* const row = new QHBoxLayout(this);
    auto* const close = new QToolButton(this);
    row->setContentsMargins(10, 4, 4, 4);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss the message"));
    close->setToolTip(tr("Dismiss"));
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("messageBar"));
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::show(Kind kind, const QString& sentence) {
    m_kind = kind;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    updateColours();
    QFrame::show();
}

void MessageBar::clear() {
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    // Setting the colours below changes this widget's own palette again: only the application's changes count.
    if (event->type() == QEvent::ApplicationPaletteChange) updateColours();
}

void MessageBar::updateColours() {
    const QPalette whole = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const QColor meaning = m_kind == Kind::error ? errorColour(whole) : goodColour(whole);
    QPalette colours = whole;
    colours.setColor(QPalette::Window, mixed(whole.color(QPalette::Window), meaning, tint));
    setPalette(colours);
}

} // namespace thetascope
