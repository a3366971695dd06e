// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds the plots: the docks and the status bar.
#include "app/window/main_window.h"

#include "app/window/actions.h"
#include "app/window/elided_label.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/gauges.h"
#include "ui/panels/readout.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/settings_panel.h"
#include "ui/views/landscape_view.h"
#include "ui/views/slice_view.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStatusBar>

namespace thetascope {

namespace {

constexpr int panelWidth = 330;

QDockWidget* addDock(QMainWindow& window, const QString& title, const QString& name, QWidget* content) {
    auto* const dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setAccessibleName(title);
    if (content->accessibleName().isEmpty()) content->setAccessibleName(title);
    window.addDockWidget(Qt::RightDockWidgetArea, dock);
    return dock;
}

QScrollArea* scrolling(QWidget* content) {
    auto* const area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

} // namespace

void MainWindow::buildDocks() {
    m_panes.settings = new SettingsPanel;
    m_panes.display = new DisplayPanel;
    m_panes.display->setAccessibleName(tr("Display"));
    m_panes.gauges = new Gauges;
    m_panes.slice = new SliceView;
    m_panes.runs = new RunsPanel;
    m_panes.landscape = new LandscapeView;
    QDockWidget* const settings = addDock(*this, tr("Settings"), QStringLiteral("settingsDock"), m_panes.settings);
    QDockWidget* const gauges = addDock(*this, tr("Gauges"), QStringLiteral("gaugesDock"), scrolling(m_panes.gauges));
    QDockWidget* const display = addDock(*this, tr("Display"), QStringLiteral("displayDock"), scrolling(m_panes.display));
    QDockWidget* const slice = addDock(*this, tr("Slice"), QStringLiteral("sliceDock"), m_panes.slice);
    QDockWidget* const runs = addDock(*this, tr("Runs"), QStringLiteral("runsDock"), m_panes.runs);
    QDockWidget* const landscape = addDock(*this, tr("L(θ)"), QStringLiteral("landscapeDock"), m_panes.landscape);
    splitDockWidget(settings, gauges, Qt::Vertical);
    tabifyDockWidget(settings, display);
    tabifyDockWidget(gauges, slice);
    tabifyDockWidget(slice, runs);
    tabifyDockWidget(runs, landscape);
    settings->raise();
    gauges->raise();
    resizeDocks({settings}, {panelWidth}, Qt::Horizontal);
    constexpr int settingsShare = 560, gaugesShare = 240;
    resizeDocks({settings, gauges}, {settingsShare, gaugesShare}, Qt::Vertical);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    QMenu* const panels = m_actions->view->addMenu(tr("&Panels"));
    for (QDockWidget* const dock : {settings, display, gauges, slice, runs, landscape})
        panels->addAction(dock->toggleViewAction());
}

void MainWindow::buildStatusBar() {
    auto* const line = new QWidget(this);
    auto* const row = new QHBoxLayout(line);
    m_panes.readout = new ReadoutLabel(line);
    m_panes.state = new ElidedLabel(Qt::AlignRight | Qt::AlignVCenter, line);
    row->setContentsMargins(0, 0, 0, 0);
    // The readout takes what it needs, the state what is left; neither makes the window wider.
    m_panes.readout->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_panes.readout->setMinimumWidth(1);
    row->addWidget(m_panes.readout);
    row->addWidget(m_panes.state, 1);
    statusBar()->addPermanentWidget(line, 1);
}

} // namespace thetascope
