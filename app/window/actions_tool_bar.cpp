// SPDX-License-Identifier: GPL-3.0-or-later
// The tool bar and its icons.
#include "app/window/actions.h"

#include "app/window/icons.h"
#include "app/window/quick_settings.h"

#include <QAction>
#include <QMainWindow>
#include <QToolBar>
#include <QToolButton>

namespace thetascope {

void Actions::addToolBar() {
    m_bar = m_window.addToolBar(tr("Tools"));
    m_bar->setObjectName(QStringLiteral("tools"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->addAction(open);
    m_bar->addSeparator();
    m_bar->addActions({sharpen, step, stop, reset});
    m_bar->addSeparator();
    m_quickSettings = new QuickSettings(*m_bar);
    m_bar->addSeparator();
    addPlayButton();
    m_bar->addSeparator();
    m_bar->addActions({split, exportPicture, exportNumbers});
    for (QAction* const action : {step, stop, reset, split, exportPicture, exportNumbers}) { // their icons and tips say it
        if (auto* const button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    if (auto* const button = qobject_cast<QToolButton*>(m_bar->widgetForAction(sharpen))) {
        QFont font = button->font();
        font.setBold(true);
        button->setFont(font);
        button->setObjectName(QStringLiteral("sharpen"));
    }
    open->setIconText(tr("Open"));
    split->setIconText(tr("Side by side"));
    exportPicture->setIconText(tr("Picture"));
    exportNumbers->setIconText(tr("Numbers"));
}

/// A widget of its own: the bar itself would take the space bar from its boxes.
void Actions::addPlayButton() {
    auto* const button = new QToolButton(m_bar);
    button->setDefaultAction(playSound);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setObjectName(QStringLiteral("playSound"));
    m_bar->addWidget(button);
}

void Actions::showSharpenAs(const QString& text, bool pauses) {
    sharpen->setText(text);
    m_pauses = pauses;
    sharpen->setIcon(drawnIcon(pauses ? IconShape::pause : IconShape::play, m_window.palette()));
}

void Actions::showPlaying(bool playing) {
    m_playing = playing;
    playSound->setText(playing ? tr("&Stop Playing") : tr("&Play"));
    playSound->setIcon(drawnIcon(playing ? IconShape::silence : IconShape::sound, m_window.palette()));
}

void Actions::updateIcons() {
    const QPalette& colours = m_window.palette();
    showSharpenAs(sharpen->text(), m_pauses);
    showPlaying(m_playing);
    open->setIcon(drawnIcon(IconShape::open, colours));
    step->setIcon(drawnIcon(IconShape::step, colours));
    stop->setIcon(drawnIcon(IconShape::stop, colours));
    reset->setIcon(drawnIcon(IconShape::reset, colours));
    split->setIcon(drawnIcon(IconShape::split, colours));
    exportPicture->setIcon(drawnIcon(IconShape::picture, colours));
    exportNumbers->setIcon(drawnIcon(IconShape::numbers, colours));
}

} // namespace thetascope
