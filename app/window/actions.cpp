// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include "app/window/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace thetascope {

Actions::Actions(QMainWindow& window, QWidget& plots) : QObject(&window), m_window(window) {
    addFileMenu();
    addSharpenMenu();
    addHistoryMenu();
    addViewMenu(plots);
    addHelpMenu();
    addToolBar();
    updateIcons();
}

QAction* Actions::add(QMenu* menu, const QString& text, const QString& key, const QString& tip) {
    QAction* const action = menu->addAction(text);
    if (!key.isEmpty()) action->setShortcut(QKeySequence(key));
    const QString plain = QString(text).remove(QLatin1Char('&'));
    const QString sentence = tip.isEmpty() ? plain : tip;
    const QString combination = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(combination.isEmpty() ? sentence : QStringLiteral("%1 (%2)").arg(sentence, combination));
    action->setStatusTip(tip);
    m_window.addAction(action);
    return action;
}

void Actions::addFileMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&File"));
    open = add(menu, tr("&Open…"), QStringLiteral("Ctrl+O"), tr("Open a recording, or drop one onto the window"));
    recent = menu->addMenu(tr("Open &Recent"));
    menu->addSeparator();
    exportPicture = add(menu, tr("Export &Picture…"), QStringLiteral("Ctrl+E"),
                        tr("Save the spectrogram on screen as PNG, SVG or PDF"));
    exportNumbers = add(menu, tr("Export &Numbers…"), QStringLiteral("Ctrl+Shift+E"),
                        tr("Write magnitudes, window lengths, positions and history into a folder"));
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), QStringLiteral("Ctrl+Q"));
}

void Actions::addSharpenMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&Descent"));
    sharpen = add(menu, tr("Sharpen"), QStringLiteral("F5"), tr("Descend to the sharpest spectrogram of what is in view"));
    step = add(menu, tr("S&tep"), QStringLiteral("F10"), tr("Take one step, then pause"));
    runN = add(menu, tr("Run %1 Steps").arg(iterationsOfRunN), QStringLiteral("Shift+F10"),
               tr("Take %1 steps, then pause").arg(iterationsOfRunN));
    stop = add(menu, tr("St&op"), QStringLiteral("Shift+F5"), tr("End the run with its best result"));
    reset = add(menu, tr("&Reset"), QStringLiteral("Ctrl+Shift+R"), tr("Forget the run and show the start again"));
}

void Actions::addHistoryMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&History"));
    previous = add(menu, tr("&Previous Iteration"), QStringLiteral(","));
    next = add(menu, tr("&Next Iteration"), QStringLiteral("."));
    best = add(menu, tr("&Best Iteration"), QStringLiteral("B"));
    latest = add(menu, tr("&Latest Iteration"), QStringLiteral("Shift+B"));
    play = add(menu, tr("P&lay the History"), {});
}

void Actions::addViewMenu(QWidget& plots) {
    view = m_window.menuBar()->addMenu(tr("&View"));
    holdClassical = add(view, tr("Classical STFT (hold A)"), {},
                        tr("Hold A to see the classical STFT with the same limits"));
    holdClassical->setCheckable(true);
    split = add(view, tr("Side by Si&de"), QStringLiteral("D"), tr("The classical STFT beside the adaptive one"));
    split->setCheckable(true);
    view->addSeparator();
    fit = add(view, tr("&Fit"), QStringLiteral("F"), tr("Show everything"));
    zoomIn = add(view, tr("Zoom &In"), QStringLiteral("Up"));
    zoomOut = add(view, tr("Zoom &Out"), QStringLiteral("Down"));
    scrollLeft = add(view, tr("Scroll Left"), QStringLiteral("Left"));
    scrollRight = add(view, tr("Scroll Right"), QStringLiteral("Right"));
    toStart = add(view, tr("To the Start"), QStringLiteral("Home"));
    toEnd = add(view, tr("To the End"), QStringLiteral("End"));
    for (QAction* const action : {zoomIn, zoomOut, scrollLeft, scrollRight, toStart, toEnd}) {
        m_window.removeAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        plots.addAction(action);
    }
    view->addSeparator();
    addDisplayActions(view);
}

void Actions::addDisplayActions(QMenu* menu) {
    QMenu* const tools = menu->addMenu(tr("&Tool"));
    navigateTool = add(tools, tr("&Navigate"), QStringLiteral("1"), tr("Dragging in the waveform pans"));
    selectTool = add(tools, tr("&Select"), QStringLiteral("2"), tr("Dragging in the waveform selects what Sharpen takes"));
    clearSelection = add(tools, tr("&Clear Selection"), QStringLiteral("Esc"));
    QMenu* const levels = menu->addMenu(tr("&Levels and Colours"));
    floorDown = add(levels, tr("Lower Floor"), QStringLiteral("["));
    floorUp = add(levels, tr("Raise Floor"), QStringLiteral("]"));
    ceilingDown = add(levels, tr("Lower Ceiling"), QStringLiteral("{"));
    ceilingUp = add(levels, tr("Raise Ceiling"), QStringLiteral("}"));
    autoLimits = add(levels, tr("Automatic Limits"), {});
    palette = add(levels, tr("Next Colour Map"), QStringLiteral("P"));
    logFrequency = add(menu, tr("&Logarithmic Frequency"), {});
    logFrequency->setCheckable(true);
    QMenu* const overlays = menu->addMenu(tr("O&verlays"));
    noOverlays = add(overlays, tr("None"), QStringLiteral("0"));
    someOverlays = add(overlays, tr("Frame Ticks"), QStringLiteral("9"));
    allOverlays = add(overlays, tr("Frame Ticks and Windows"), QStringLiteral("8"));
    QMenu* const themes = menu->addMenu(tr("T&heme"));
    systemTheme = add(themes, tr("As the &System"), {});
    lightTheme = add(themes, tr("&Light"), {});
    darkTheme = add(themes, tr("&Dark"), {});
    auto* const theme = new QActionGroup(this);
    auto* const tool = new QActionGroup(this);
    for (QAction* const action : {systemTheme, lightTheme, darkTheme}) theme->addAction(action)->setCheckable(true);
    for (QAction* const action : {navigateTool, selectTool}) tool->addAction(action)->setCheckable(true);
    navigateTool->setChecked(true);
    fullScreen = add(menu, tr("Full &Screen"), QStringLiteral("F11"));
    fullScreen->setCheckable(true);
    menu->addSeparator();
}

void Actions::addHelpMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("H&elp"));
    keys = add(menu, tr("&Keys"), QStringLiteral("F2"));
    about = add(menu, tr("&About Thetascope"), {});
}

void Actions::addToolBar() {
    m_bar = m_window.addToolBar(tr("Tools"));
    m_bar->setObjectName(QStringLiteral("tools"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->addAction(open);
    m_bar->addSeparator();
    m_bar->addActions({sharpen, step, stop, reset});
    m_bar->addSeparator();
    m_bar->addActions({split});
    m_bar->addSeparator();
    m_bar->addActions({exportPicture, exportNumbers});
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

void Actions::showSharpenAs(const QString& text, bool pauses) {
    sharpen->setText(text);
    m_pauses = pauses;
    sharpen->setIcon(drawnIcon(pauses ? IconShape::pause : IconShape::play, m_window.palette()));
}

void Actions::updateIcons() {
    const QPalette& colours = m_window.palette();
    showSharpenAs(sharpen->text(), m_pauses);
    open->setIcon(drawnIcon(IconShape::open, colours));
    step->setIcon(drawnIcon(IconShape::step, colours));
    stop->setIcon(drawnIcon(IconShape::stop, colours));
    reset->setIcon(drawnIcon(IconShape::reset, colours));
    split->setIcon(drawnIcon(IconShape::split, colours));
    exportPicture->setIcon(drawnIcon(IconShape::picture, colours));
    exportNumbers->setIcon(drawnIcon(IconShape::numbers, colours));
}

QString Actions::keyTable() const {
    QString rows;
    const auto row = [&rows](const QString& key, const QString& text) {
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), text.toHtmlEscaped());
    };
    QList<QAction*> listed = m_window.actions();
    listed += QList<QAction*>{zoomIn, zoomOut, scrollLeft, scrollRight, toStart, toEnd};
    for (const QAction* const action : listed) {
        if (action == holdClassical) row(QStringLiteral("A"), tr("hold: the classical STFT"));
        if (action->shortcut().isEmpty()) continue;
        row(action->shortcut().toString(QKeySequence::NativeText), action->text().remove(QLatin1Char('&')));
    }
    return QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace thetascope
