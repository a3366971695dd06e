// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/keys_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

namespace thetascope {
namespace {

constexpr int columnCount = 3, gap = 24;
constexpr int mostHeight = 660, mostWidth = 1100; // px: with its frame, on a small laptop's screen

QString withoutMarks(QString text) { return text.remove(QLatin1Char('&')).remove(QChar(0x2026)); }

QString keyOf(const QAction& action) {
    const QString held = action.property(heldKey).toString();
    return held.isEmpty() ? action.shortcut().toString(QKeySequence::NativeText) : held;
}

QString wordsOf(const QAction& action) {
    const QString words = action.property(wordsOfKey).toString();
    return withoutMarks(words.isEmpty() ? action.text() : words);
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(tr("Keys and Mouse"));
    std::vector<Group> groups;
    for (const QAction* const action : menus.actions())
        if (action->menu() != nullptr) collect(*action->menu(), groups);
    groups.push_back(mouse());
    auto* const area = new QScrollArea(this);
    area->setWidget(columns(groups));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(windowTitle());
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    const QMargins margins = layout->contentsMargins();
    const QSize wanted = area->widget()->sizeHint();
    const int others = margins.top() + margins.bottom() + layout->spacing() + buttons->sizeHint().height();
    const int beside = margins.left() + margins.right() + area->verticalScrollBar()->sizeHint().width();
    const int width = std::min(mostWidth, wanted.width() + beside);
    const int height = std::max(wanted.height(), area->widget()->heightForWidth(width - beside)); // -1 if that doesn't matter
    resize(width, std::min(mostHeight, height + others));
}

/// A menu's own keys are a group, those of each menu in it another.
void KeysDialog::collect(const QMenu& menu, std::vector<Group>& groups) {
    Group group{withoutMarks(menu.title()), {}};
    std::vector<Group> inner;
    for (const QAction* const action : menu.actions()) {
        if (action->menu() != nullptr) collect(*action->menu(), inner);
        else if (!keyOf(*action).isEmpty()) group.rows.emplace_back(keyOf(*action), wordsOf(*action));
    }
    if (!group.rows.empty()) groups.push_back(std::move(group));
    std::ranges::move(inner, std::back_inserter(groups));
}

KeysDialog::Group KeysDialog::mouse() {
    return {tr("Mouse"),
            {{tr("Wheel"), tr("zoom time about the pointer")},
             {tr("Shift+wheel"), tr("pan")},
             {tr("Alt+wheel"), tr("zoom frequency")},
             {tr("Wheel on an axis"), tr("zoom that axis")},
             {tr("Left drag"), tr("pan, select or measure, by tool")},
             {tr("Middle drag"), tr("pan")},
             {tr("Shift+drag"), tr("navigating: zoom to the rectangle; else: not bound to frames and bins")},
             {tr("Click"), tr("where playing begins; in the loss curve: show that iteration")},
             {tr("Double click"), tr("on an axis: all of it")},
             {tr("Colour bar"), tr("drag its ends: the levels")},
             {tr("Overview strip"), tr("drag the frame or its sides: what is in view")}}};
}

QWidget* KeysDialog::column(const std::vector<Group>& groups, int keyWidth) {
    auto* const page = new QWidget(this);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Group& group : groups) {
        QString rows;
        for (const auto& [key, words] : group.rows)
            rows += QStringLiteral("<tr><td width=%1><b>%2</b></td><td>%3</td></tr>")
                        .arg(keyWidth).arg(key.toHtmlEscaped(), words.toHtmlEscaped());
        auto* const label = new QLabel(page);
        label->setTextFormat(Qt::RichText);
        label->setText(QStringLiteral("<h4 style='margin-bottom:2px'>%1</h4><table cellpadding=1>%2</table>")
                           .arg(group.title.toHtmlEscaped(), rows));
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    return page;
}

/// The groups in their order, in columns of about the same length.
QWidget* KeysDialog::columns(const std::vector<Group>& groups) {
    constexpr std::size_t headingRows = 2;
    const auto lengthOf = [](const Group& group) { return group.rows.size() + headingRows; };
    const std::size_t all = std::transform_reduce(groups.begin(), groups.end(), std::size_t{0}, std::plus<>(), lengthOf);
    int keyWidth = 0;
    QFont bold = font();
    bold.setBold(true);
    for (const Group& group : groups)
        for (const auto& [key, words] : group.rows) keyWidth = std::max(keyWidth, QFontMetrics(bold).horizontalAdvance(key) + gap / 2);
    auto* const page = new QWidget(this);
    auto* const row = new QHBoxLayout(page);
    row->setSpacing(gap);
    std::vector<Group> now;
    std::size_t length = 0;
    for (const Group& group : groups) {
        const std::size_t columnsDone = static_cast<std::size_t>(row->count()) + 1;
        if (!now.empty() && (length + lengthOf(group) / 2) * columnCount > all * columnsDone) {
            row->addWidget(column(std::exchange(now, {}), keyWidth), 1);
        }
        now.push_back(group);
        length += lengthOf(group);
    }
    row->addWidget(column(now, keyWidth), 1);
    return page;
}

} // namespace thetascope
