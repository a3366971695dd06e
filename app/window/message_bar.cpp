// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/message_bar.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
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

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_row(new QHBoxLayout(this)) {
    auto* const close = new QToolButton(this);
    m_row->setContentsMargins(10, 4, 4, 4);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss the message"));
    close->setToolTip(tr("Dismiss"));
    m_row->addWidget(m_text, 1);
    m_row->addWidget(close, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("messageBar"));
    connect(close, &QToolButton::clicked, this, [this] {
        answer();
        emit dismissed();
    });
    hide();
}

void MessageBar::show(Kind kind, const QString& sentence) {
    if (isAsking()) {
        m_next = {kind, sentence};
        return;
    }
    m_kind = kind;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    updateColours();
    QFrame::show();
}

void MessageBar::ask(const QString& sentence, const std::vector<Choice>& choices) {
    answer();
    show(Kind::information, sentence);
    for (const Choice& choice : choices) {
        auto* const button = new QPushButton(choice.text, this);
        m_row->insertWidget(m_row->count() - 1, button);
        m_choices.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, chosen = choice.chosen] {
            answer();
            chosen();
        });
    }
}

/// The question is over, or never was.
void MessageBar::answer() {
    for (QPushButton* const button : std::exchange(m_choices, {})) button->deleteLater();
    const auto next = std::exchange(m_next, std::nullopt);
    if (next) show(next->first, next->second);
    else clear();
}

void MessageBar::clear() {
    if (isAsking()) {
        m_next.reset();
        return;
    }
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
