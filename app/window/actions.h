// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;
class QWidget;

namespace thetascope {

class QuickSettings;

/// Iterations of one "Run N", unless another number is preferred.
constexpr int iterationsOfRunN = 10;

/// Every action of the window with its key, menu and button. Knows nothing of what they do: the controller connects them.
/// Owned by the window.
class Actions : public QObject {
    Q_OBJECT

public:
    /// Adds menus and a tool bar to the window. Keys that plots and text fields both want (arrows, Home, End) act only
    /// where `plots` or something in it has the focus.
    Actions(QMainWindow& window, QWidget& plots);

    /// Writes the number that is preferred into the menu.
    void setStepsOfRunN(int steps);

    QAction *open = nullptr, *save = nullptr, *saveAs = nullptr, *exportPicture = nullptr, *exportNumbers = nullptr,
            *copyPicture = nullptr, *exportArchive = nullptr, *exportLayers = nullptr, *exportSound = nullptr,
            *exportAnimation = nullptr, *quit = nullptr;
    QAction *playSound = nullptr, *playSelection = nullptr, *loopSound = nullptr;
    QAction *undo = nullptr, *redo = nullptr, *preferences = nullptr;
    QAction *sharpen = nullptr, *step = nullptr, *runN = nullptr, *stop = nullptr, *reset = nullptr,
            *applyToWhole = nullptr, *checkGradient = nullptr;
    QAction *previous = nullptr, *next = nullptr, *best = nullptr, *latest = nullptr, *play = nullptr;
    QAction *holdClassical = nullptr; ///< its key is held, not pressed: see HoldKey
    QAction *split = nullptr, *difference = nullptr, *palette = nullptr;
    std::vector<QAction*> scales; ///< of the frequency axis, in the order of frequencyScales()
    QAction *floorDown = nullptr, *floorUp = nullptr, *ceilingDown = nullptr, *ceilingUp = nullptr, *autoLimits = nullptr;
    QAction *fit = nullptr, *zoomIn = nullptr, *zoomOut = nullptr, *scrollLeft = nullptr, *scrollRight = nullptr,
            *toStart = nullptr, *toEnd = nullptr, *fitSelection = nullptr, *clearSelection = nullptr;
    QAction *navigateTool = nullptr, *selectTool = nullptr, *measureTool = nullptr, *harmonics = nullptr;
    QAction *longerWindow = nullptr, *shorterWindow = nullptr, *nextTaper = nullptr, *nextChannel = nullptr;
    QAction *linkWaveform = nullptr, *linkClassical = nullptr, *linkTheta = nullptr;
    QAction *noOverlays = nullptr, *someOverlays = nullptr, *allOverlays = nullptr;
    QAction *systemTheme = nullptr, *lightTheme = nullptr, *darkTheme = nullptr, *fullScreen = nullptr;
    QAction *help = nullptr, *keys = nullptr, *hints = nullptr, *about = nullptr;
    QAction* train = nullptr;
    QMenu *recent = nullptr, *view = nullptr;

    /// The button says what it would do now.
    void showSharpenAs(const QString& text, bool pauses);
    /// Redraws the icons in the colours of the window.
    void updateIcons();
    /// The button says what pressing it would do to the sound.
    void showPlaying(bool playing);
    /// The boxes of the tool bar.
    QuickSettings& quickSettings() const { return *m_quickSettings; }
    /// Makes the space bar play where `pane` has the focus, too.
    void playFrom(QWidget& pane);

private:
    QAction* add(QMenu* menu, const QString& text, const QString& key, const QString& tip = {});
    void addFileMenu();
    void addEditMenu();
    void addSharpenMenu();
    void addHistoryMenu();
    void addSoundMenu(QWidget& plots);
    void addViewMenu(QWidget& plots);
    void addNavigation(QMenu* menu, QWidget& plots);
    void addDisplayActions(QMenu* menu);
    void addTools(QMenu* menu);
    void addLevels(QMenu* menu);
    void addFrequencyScales(QMenu* menu);
    void addLinks(QMenu* menu);
    void addThemes(QMenu* menu);
    void addWindowKeys(QMenu* menu);
    void addHelpMenu();
    void addToolBar();
    void addPlayButton();

    QMainWindow& m_window;
    QToolBar* m_bar = nullptr;
    QuickSettings* m_quickSettings = nullptr;
    bool m_pauses = false, m_playing = false;
};

} // namespace thetascope
