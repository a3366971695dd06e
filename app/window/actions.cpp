// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include "app/window/keys_dialog.h"
#include "ui/render/frequency_scale.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace thetascope {

Actions::Actions(QMainWindow& window, QWidget& plots) : QObject(&window), m_window(window) {
    addFileMenu();
    addEditMenu();
    addSharpenMenu();
    addHistoryMenu();
    addSoundMenu(plots);
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
    action->setProperty(wordsOfKey, plain); // undo's text changes
    m_window.addAction(action);
    return action;
}

void Actions::addFileMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&File"));
    open = add(menu, tr("&Open…"), QStringLiteral("Ctrl+O"), tr("Open a recording, or drop one onto the window"));
    recent = menu->addMenu(tr("Open &Recent"));
    menu->addSeparator();
    save = add(menu, tr("&Save Session"), QStringLiteral("Ctrl+S"),
               tr("Save settings, views and runs, to carry on another day"));
    saveAs = add(menu, tr("Save Session &As…"), QStringLiteral("Ctrl+Shift+S"));
    menu->addSeparator();
    exportPicture = add(menu, tr("Export &Picture…"), QStringLiteral("Ctrl+E"),
                        tr("Save the spectrogram on screen as PNG, SVG or PDF"));
    exportNumbers = add(menu, tr("Export &Numbers…"), QStringLiteral("Ctrl+Shift+E"),
                        tr("Write magnitudes, window lengths, positions and history into a folder"));
    QMenu* const more = menu->addMenu(tr("Export &More"));
    exportArchive = add(more, tr("NumPy &Archive…"), {}, tr("All arrays in one .npz, for Python"));
    exportLayers = add(more, tr("&Layers for Sonic Visualiser…"), {},
                       tr("Regions, instants or the dense grid as CSV that Sonic Visualiser imports"));
    exportSound = add(more, tr("&Sound of the Result…"), {}, tr("The inverse transform as WAV"));
    exportAnimation = add(more, tr("A&nimation of the Run…"), {}, tr("Every kept iteration as a frame of one animated PNG"));
    copyPicture = add(menu, tr("&Copy Picture"), QStringLiteral("Ctrl+Shift+C"), tr("Put the picture on screen onto the clipboard"));
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), QStringLiteral("Ctrl+Q"));
}

void Actions::addEditMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&Edit"));
    undo = add(menu, tr("&Undo"), QStringLiteral("Ctrl+Z"), tr("Take back the last change of a setting"));
    redo = add(menu, tr("&Redo"), QStringLiteral("Ctrl+Shift+Z"), tr("Make the change again that was taken back"));
    menu->addSeparator();
    preferences = add(menu, tr("Pre&ferences…"), QStringLiteral("Ctrl+,"));
}

void Actions::addSharpenMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&Descent"));
    sharpen = add(menu, tr("Sharpen"), QStringLiteral("F5"), tr("Descend to the sharpest spectrogram of what is in view"));
    step = add(menu, tr("S&tep"), QStringLiteral("F10"), tr("Take one step, then pause"));
    runN = add(menu, {}, QStringLiteral("Shift+F10"));
    setStepsOfRunN(iterationsOfRunN);
    stop = add(menu, tr("St&op"), QStringLiteral("Shift+F5"), tr("End the run with its best result"));
    reset = add(menu, tr("&Reset"), QStringLiteral("Ctrl+Shift+R"), tr("Leave the run and show the start again"));
    applyToWhole = add(menu, tr("&Apply to the Whole Recording"), {},
                       tr("Shows the whole recording with the window lengths that the run has learned: shared ones, or one per "
                          "frequency"));
    menu->addSeparator();
    checkGradient = add(menu, tr("Check the &Gradient at the Cursor"), QStringLiteral("G"),
                        tr("Analytic slope against finite differences, at the cell last pointed at and at random ones"));
    menu->addSeparator();
    train = add(menu, tr("Tr&ain…"), {}, tr("Learn a window length together with a network that tells recordings apart"));
}

void Actions::setStepsOfRunN(int steps) {
    const QString tip = tr("Take %1 steps, then pause; how many is a preference").arg(steps);
    runN->setText(tr("Run %1 Steps").arg(steps));
    runN->setToolTip(QStringLiteral("%1 (%2)").arg(tip, runN->shortcut().toString(QKeySequence::NativeText)));
    runN->setStatusTip(tip);
    runN->setProperty(wordsOfKey, runN->text());
}

void Actions::addHistoryMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("&History"));
    previous = add(menu, tr("&Previous Iteration"), QStringLiteral(","));
    next = add(menu, tr("&Next Iteration"), QStringLiteral("."));
    best = add(menu, tr("&Best Iteration"), QStringLiteral("B"));
    latest = add(menu, tr("&Latest Iteration"), QStringLiteral("Shift+B"));
    play = add(menu, tr("P&lay the History"), {});
}

void Actions::addSoundMenu(QWidget& plots) {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("S&ound"));
    playSound = add(menu, tr("&Play"), QStringLiteral("Space"), tr("Play on from the place clicked or the left edge; again: stop"));
    playSelection = add(menu, tr("Play the &Selection"), QStringLiteral("S"),
                        tr("Play what is selected, or in view; of a band only that band"));
    loopSound = add(menu, tr("&Loop"), QStringLiteral("L"), tr("Begin again at the end"));
    loopSound->setCheckable(true);
    m_window.removeAction(playSound); // elsewhere the space bar presses buttons
    playSound->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    playFrom(plots);
}

void Actions::playFrom(QWidget& pane) { pane.addAction(playSound); }

void Actions::addViewMenu(QWidget& plots) {
    view = m_window.menuBar()->addMenu(tr("&View"));
    holdClassical = add(view, tr("Classical STFT (hold A)"), {},
                        tr("Hold A to see the classical STFT with the same limits"));
    split = add(view, tr("Side by Si&de"), QStringLiteral("D"), tr("The classical STFT beside the adaptive one"));
    difference = add(view, tr("Di&fference"), QStringLiteral("Shift+D"),
                     tr("How far the adaptive spectrogram lies above (red) or below (blue) the classical STFT, in dB"));
    for (QAction* const action : {holdClassical, split, difference}) action->setCheckable(true);
    holdClassical->setProperty(heldKey, QStringLiteral("A"));
    holdClassical->setProperty(wordsOfKey, tr("Classical STFT, while held"));
    view->addSeparator();
    addNavigation(view, plots);
    view->addSeparator();
    addDisplayActions(view);
}

void Actions::addNavigation(QMenu* menu, QWidget& plots) {
    fit = add(menu, tr("&Fit"), QStringLiteral("F"), tr("Show everything"));
    fitSelection = add(menu, tr("Fit &Selection"), QStringLiteral("Shift+F"), tr("Show what is selected"));
    zoomIn = add(menu, tr("Zoom &In"), QStringLiteral("Up"));
    zoomOut = add(menu, tr("Zoom &Out"), QStringLiteral("Down"));
    scrollLeft = add(menu, tr("Scroll Left"), QStringLiteral("Left"));
    scrollRight = add(menu, tr("Scroll Right"), QStringLiteral("Right"));
    toStart = add(menu, tr("To the Start"), QStringLiteral("Home"));
    toEnd = add(menu, tr("To the End"), QStringLiteral("End"));
    for (QAction* const action : {zoomIn, zoomOut, scrollLeft, scrollRight, toStart, toEnd}) {
        m_window.removeAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        plots.addAction(action);
    }
}

void Actions::addDisplayActions(QMenu* menu) {
    addTools(menu->addMenu(tr("&Tool")));
    addWindowKeys(menu->addMenu(tr("&Window and Channel")));
    addLevels(menu->addMenu(tr("&Levels and Colours")));
    addFrequencyScales(menu->addMenu(tr("F&requency Axis")));
    QMenu* const overlays = menu->addMenu(tr("O&verlays"));
    noOverlays = add(overlays, tr("None"), QStringLiteral("0"));
    someOverlays = add(overlays, tr("Frame Ticks"), QStringLiteral("9"));
    allOverlays = add(overlays, tr("Frame Ticks and Windows"), QStringLiteral("8"));
    addLinks(menu->addMenu(tr("Lin&ked Panes")));
    addThemes(menu->addMenu(tr("T&heme")));
    fullScreen = add(menu, tr("Full &Screen"), QStringLiteral("F11"));
    fullScreen->setCheckable(true);
    menu->addSeparator();
}

void Actions::addTools(QMenu* menu) {
    navigateTool = add(menu, tr("&Navigate"), QStringLiteral("1"),
                       tr("Dragging pans; with Shift it zooms to the rectangle"));
    selectTool = add(menu, tr("&Select"), QStringLiteral("2"),
                     tr("Dragging selects what Sharpen takes, frame by frame; with Shift freely"));
    measureTool = add(menu, tr("&Measure"), QStringLiteral("6"),
                      tr("Dragging measures a time and a frequency between frames and bins; with Shift freely"));
    auto* const tools = new QActionGroup(this);
    for (QAction* const action : {navigateTool, selectTool, measureTool}) tools->addAction(action)->setCheckable(true);
    navigateTool->setChecked(true);
    harmonics = add(menu, tr("&Harmonic Cursor"), QStringLiteral("H"),
                    tr("Marks the multiples of the frequency at the cursor"));
    harmonics->setCheckable(true);
    clearSelection = add(menu, tr("&Clear Selection and Measure"), QStringLiteral("Esc"));
}

void Actions::addWindowKeys(QMenu* menu) {
    longerWindow = add(menu, tr("&Longer Window"), QStringLiteral("W"), tr("Window length of the start times √2"));
    shorterWindow = add(menu, tr("&Shorter Window"), QStringLiteral("Shift+W"), tr("Window length of the start over √2"));
    nextTaper = add(menu, tr("Next &Taper"), QStringLiteral("T"), tr("The next shape of the window"));
    nextChannel = add(menu, tr("Next &Channel"), QStringLiteral("C"), tr("The next channel, after the last their mean"));
}

void Actions::addLevels(QMenu* menu) {
    floorDown = add(menu, tr("Lower Floor"), QStringLiteral("["));
    floorUp = add(menu, tr("Raise Floor"), QStringLiteral("]"));
    ceilingDown = add(menu, tr("Lower Ceiling"), QStringLiteral("{"));
    ceilingUp = add(menu, tr("Raise Ceiling"), QStringLiteral("}"));
    autoLimits = add(menu, tr("Automatic Limits"), {});
    palette = add(menu, tr("Next Colour Map"), QStringLiteral("P"));
}

void Actions::addFrequencyScales(QMenu* menu) {
    auto* const group = new QActionGroup(this);
    for (const FrequencyScaleName& scale : frequencyScales()) {
        scales.push_back(add(menu, QCoreApplication::translate("DisplayPanel", scale.name), {}));
        group->addAction(scales.back())->setCheckable(true);
    }
    scales.front()->setChecked(true);
}

void Actions::addLinks(QMenu* menu) {
    const QString tip = tr("Whether it follows the other panes' time and frequency");
    linkWaveform = add(menu, tr("&Waveform"), {}, tip);
    linkClassical = add(menu, tr("&Classical STFT"), {}, tip);
    linkTheta = add(menu, tr("Window &Lengths"), {}, tip);
    for (QAction* const action : {linkWaveform, linkClassical, linkTheta}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
}

void Actions::addThemes(QMenu* menu) {
    systemTheme = add(menu, tr("As the &System"), {});
    lightTheme = add(menu, tr("&Light"), {});
    darkTheme = add(menu, tr("&Dark"), {});
    auto* const themes = new QActionGroup(this);
    for (QAction* const action : {systemTheme, lightTheme, darkTheme}) themes->addAction(action)->setCheckable(true);
}

void Actions::addHelpMenu() {
    QMenu* const menu = m_window.menuBar()->addMenu(tr("H&elp"));
    help = add(menu, tr("&How to Read and Steer"), QStringLiteral("F1"));
    keys = add(menu, tr("&Keys"), QStringLiteral("F2"));
    hints = add(menu, tr("Show the First &Hints Again"), {}, tr("The three things to try first, one after the other"));
    about = add(menu, tr("&About Thetascope"), {});
}

} // namespace thetascope
