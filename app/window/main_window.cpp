// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/window/actions.h"
#include "app/window/icons.h"
#include "app/window/message_bar.h"
#include "ui/views/axis_margins.h"
#include "ui/views/history_bar.h"
#include "ui/views/loss_view.h"
#include "ui/views/overview_strip.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPalette>
#include <QSettings>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace thetascope {

namespace {

const QSize defaultSize(1440, 900);
const QSize leastMap(220, 160);

/// The one local file that is dragged, if it is one.
QString draggedFile(const QMimeData* data) {
    if (data == nullptr || !data->hasUrls() || data->urls().size() != 1) return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent) {
    setWindowTitle(QStringLiteral("Thetascope"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    m_plots = buildPlots();
    m_actions = new Actions(*this, *m_plots);

    auto* const middle = new QWidget(this);
    auto* const column = new QVBoxLayout(middle);
    m_panes.messages = new MessageBar(middle);
    m_panes.hints = new MessageBar(middle);
    m_panes.hints->setObjectName(QStringLiteral("hintBar"));
    m_panes.overview = new OverviewStrip(middle);
    m_panes.history = new HistoryBar(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_panes.messages);
    column->addWidget(m_panes.hints);
    column->addWidget(m_panes.overview);
    column->addWidget(m_plots, 1);
    column->addWidget(m_panes.history);
    m_panes.history->setAccessibleName(tr("History of the run"));
    setCentralWidget(middle);
    for (QWidget* const pane : {static_cast<QWidget*>(m_panes.overview), m_panes.history->slider()}) m_actions->playFrom(*pane);
    buildDocks();
    buildStatusBar();
    alignAxes();
    matchBackgrounds();
    resize(defaultSize);
    m_plots->setFocus();
}

QSplitter* MainWindow::buildPlots() {
    auto* const plots = new QSplitter(Qt::Vertical, this);
    m_panes.waveform = new WaveformView(plots);
    m_upper = new QSplitter(Qt::Horizontal, plots);
    m_lower = new QSplitter(Qt::Horizontal, plots);
    m_panes.adaptive = new SpectrogramView(m_upper);
    m_panes.classical = new SpectrogramView(m_upper);
    m_panes.theta = new ThetaView(m_lower);
    m_panes.loss = new LossView(m_lower);
    m_panes.theta->setCaption(tr("Window length θ"));
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setMinimumSize(leastMap);
    m_panes.adaptive->setAccessibleName(tr("Adaptive spectrogram"));
    m_panes.classical->setAccessibleName(tr("Classical STFT"));
    m_panes.loss->setAccessibleName(tr("Loss curve"));
    m_panes.classical->hide();
    plots->setFocusPolicy(Qt::StrongFocus);
    plots->setObjectName(QStringLiteral("plots"));
    for (QSplitter* const splitter : {plots, m_upper, m_lower}) splitter->setChildrenCollapsible(false);
    constexpr int waveformShare = 140, upperShare = 430, lowerShare = 230;
    plots->setSizes({waveformShare, upperShare, lowerShare});
    constexpr int leastWaveform = 70, leastUpper = 180, leastLower = 190;
    m_panes.waveform->setMinimumHeight(leastWaveform);
    m_upper->setMinimumHeight(leastUpper);
    m_lower->setMinimumHeight(leastLower);
    plots->setStretchFactor(0, 1);
    plots->setStretchFactor(1, 4);
    plots->setStretchFactor(2, 2);
    constexpr int half = 1000; // shares of equal size, whatever the width
    m_upper->setSizes({half, half});
    m_lower->setSizes({half, half});
    return plots;
}

void MainWindow::alignAxes() {
    const QFontMetrics metrics(font());
    m_panes.overview->setHorizontalMargins(axisLeftMargin(metrics), axisRightMargin(metrics));
    m_panes.waveform->setHorizontalMargins(axisLeftMargin(metrics), axisRightMargin(metrics));
    m_panes.waveform->setTimeLabelsVisible(false);
}

void MainWindow::matchBackgrounds() {
    // Plots that are drawn on the colour of text fields stand out from their neighbours otherwise.
    QPalette colours = palette();
    colours.setColor(QPalette::Base, colours.color(QPalette::Window));
    for (QWidget* const plot : {static_cast<QWidget*>(m_panes.waveform), static_cast<QWidget*>(m_panes.loss)}) {
        if (plot->palette().color(QPalette::Base) != colours.color(QPalette::Base)) plot->setPalette(colours);
    }
}

void MainWindow::setSplit(bool on) {
    if (on == isSplit()) return;
    if (!on) m_shares = m_upper->saveState();
    m_panes.classical->setVisible(on);
    if (!on) return;
    if (!m_shares.isEmpty() && m_upper->restoreState(m_shares)) return;
    const int half = m_upper->width() / 2;
    m_upper->setSizes({half, half});
    m_lower->setSizes({half, half});
}

bool MainWindow::isSplit() const { return m_panes.classical->isVisibleTo(m_upper); }

void MainWindow::restoreLayout() {
    const QSettings stored;
    restoreGeometry(stored.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(stored.value(QStringLiteral("window/docks")).toByteArray());
    m_plots->restoreState(stored.value(QStringLiteral("window/plots")).toByteArray());
    m_lower->restoreState(stored.value(QStringLiteral("window/lower")).toByteArray());
    m_shares = stored.value(QStringLiteral("window/upper")).toByteArray();
    m_actions->split->setChecked(stored.value(QStringLiteral("window/split")).toBool());
}

void MainWindow::saveLayout() const {
    QSettings stored;
    stored.setValue(QStringLiteral("window/geometry"), saveGeometry());
    stored.setValue(QStringLiteral("window/docks"), saveState());
    stored.setValue(QStringLiteral("window/plots"), m_plots->saveState());
    stored.setValue(QStringLiteral("window/lower"), m_lower->saveState());
    stored.setValue(QStringLiteral("window/upper"), isSplit() ? m_upper->saveState() : m_shares);
    stored.setValue(QStringLiteral("window/split"), isSplit());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_mayClose && !m_mayClose()) return event->ignore();
    saveLayout();
    emit closing();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = draggedFile(event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    emit fileDropped(path);
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ThemeChange) emit desktopThemeChanged();
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (m_actions == nullptr) return;
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
        matchBackgrounds();
    }
    if (event->type() == QEvent::FontChange) alignAxes();
}

} // namespace thetascope
