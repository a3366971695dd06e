// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/text_box.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace thetascope {
namespace {

constexpr int lettersPerLine = 68;

QLabel* selectable(const QString& text, Qt::TextFormat format, QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(format);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TextBox::TextBox(const QString& title, const QString& html, const QString& below, QWidget* parent)
    : QDialog(parent), m_text(html + below) {
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* const layout = new QVBoxLayout(this);
    auto* const text = selectable(html, Qt::RichText, this);
    text->setWordWrap(true);
    text->setMinimumWidth(fontMetrics().averageCharWidth() * lettersPerLine);
    text->setMinimumHeight(text->heightForWidth(text->minimumWidth())); // a box is never taller than two thirds of a small screen else
    layout->addWidget(text);
    if (!below.isEmpty()) {
        auto* const lines = selectable(below, Qt::PlainText, this);
        lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        layout->addWidget(lines);
    }
    layout->addStretch(1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QPushButton* TextBox::addButton(const QString& text) {
    return findChild<QDialogButtonBox*>()->addButton(text, QDialogButtonBox::ActionRole);
}

} // namespace thetascope
