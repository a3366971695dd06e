// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/runs_panel.h"

#include "ui/panels/gauges.h"
#include "ui/theme/theme.h"
#include "ui/views/loss_runs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace thetascope {
namespace {

enum Column { runColumn, bestColumn, gridColumn, iterationsColumn, regionColumn, thetaColumn, objectiveColumn, columns };
constexpr int margin = 6, swatchSize = 12;

QTableWidget* table(QWidget* parent, const QString& name) {
    auto* made = new QTableWidget(parent);
    made->setAccessibleName(name);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setTabKeyNavigation(false); // Tab goes on to the next widget
    made->verticalHeader()->hide();
    made->horizontalHeader()->setHighlightSections(false);
    made->setAlternatingRowColors(true);
    made->setFrameShape(QFrame::NoFrame);
    return made;
}

QIcon swatch(const QColor& colour, double devicePixelRatio) {
    QPixmap picture(QSize(swatchSize, swatchSize) * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::white); // an edge that sets it off from a selected row
    QPainter(&picture).fillRect(QRect(1, 1, swatchSize - 2, swatchSize - 2), colour);
    return picture;
}

} // namespace

RunsPanel::RunsPanel(QWidget* parent) : QWidget(parent) {
    buildTables();
    m_note = new QLabel(tr("Every run is kept here: its curve, its settings and its result."), this);
    m_note->setWordWrap(true);
    m_restore = new QPushButton(tr("&Show again"), this);
    m_restore->setToolTip(tr("Brings back the run selected, with its settings, its curve and its pictures"));
    m_remove = new QPushButton(tr("Re&move"), this);
    m_remove->setToolTip(tr("Forgets the run selected"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_restore);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 2);
    layout->addLayout(buttons);
    layout->addWidget(m_differences, 1);
    const auto chosen = [this] { return selectedRuns().isEmpty() ? 0 : selectedRuns().first(); };
    connect(m_restore, &QPushButton::clicked, this, [this, chosen] { emit restoreRequested(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this, chosen] { emit removeRequested(chosen()); });
    setComparison({}, {});
    refreshButtons();
}

void RunsPanel::buildTables() {
    m_table = table(this, tr("Runs"));
    m_table->setColumnCount(columns);
    m_table->setHorizontalHeaderLabels({tr("Run"), tr("Best"), tr("On one grid"), tr("Iterations"), tr("Region"), tr("θ"), tr("Objective")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeaderItem(bestColumn)->setToolTip(tr("The lowest value of the run's own objective, on its own frames"));
    m_table->setToolTip(tr("Tick a run to draw its curve; select several to compare their settings"));
    m_table->setColumnHidden(gridColumn, true);
    m_differences = table(this, tr("Settings in which the runs selected differ"));
    m_differences->setSelectionMode(QAbstractItemView::NoSelection);
    m_differences->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        refreshButtons();
        emit selectionChanged();
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        const auto row = static_cast<std::size_t>(item->row());
        const bool on = item->checkState() == Qt::Checked;
        if (item->column() != runColumn || row >= m_runs.size() || m_runs[row].curve == on)
            return;
        m_runs[row].curve = on;
        emit curveToggled(m_runs[row].number, on);
    });
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
        if (m_restore->isEnabled())
            emit restoreRequested(m_runs[static_cast<std::size_t>(item->row())].number);
    });
}

void RunsPanel::setRuns(const std::vector<RunRow>& runs) {
    if (runs == m_runs)
        return;
    const bool sameRuns = std::equal(runs.begin(), runs.end(), m_runs.begin(), m_runs.end(),
                                     [](const RunRow& a, const RunRow& b) { return a.number == b.number; });
    const QSignalBlocker quiet{m_table};
    m_runs = runs;
    m_table->setRowCount(static_cast<int>(runs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, runs[static_cast<std::size_t>(row)]);
    if (!sameRuns) {
        m_table->clearSelection();
        setComparison({}, {});
    }
    m_note->setVisible(runs.empty());
    refreshButtons();
}

void RunsPanel::fillRow(int row, const RunRow& run) {
    const QString best = run.comparable ? formatGauge(run.best) : QStringLiteral("(%1)").arg(formatGauge(run.best));
    const QString grid = run.onGrid ? formatGauge(*run.onGrid) : run.outsideGrid ? QStringLiteral("–") : QString();
    const QStringList texts{tr("run %1").arg(run.number), best, grid, QString::number(run.iterations), run.region,
                            run.theta, run.objective};
    for (int column = 0; column < columns; ++column) {
        auto* item = m_table->item(row, column);
        if (item == nullptr)
            m_table->setItem(row, column, item = new QTableWidgetItem);
        item->setText(texts[column]);
        if (column == bestColumn || column == gridColumn || column == iterationsColumn)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(QStringLiteral("%1, %2").arg(run.theta, run.objective));
        QFont font = m_table->font();
        font.setBold(run.current);
        item->setFont(font);
    }
    if (!run.comparable)
        m_table->item(row, bestColumn)->setToolTip(tr("Not to be compared with the run on screen: another objective, or other "
                                                      "frames or bins"));
    if (run.onGrid)
        m_table->item(row, gridColumn)->setToolTip(gridTip());
    else if (run.outsideGrid)
        m_table->item(row, gridColumn)->setToolTip(tr("Its window lengths vary in time and don't reach over the region of the run on screen"));
    auto* first = m_table->item(row, runColumn);
    first->setIcon(run.current ? QIcon() : swatch(runColour(palette(), run.colour), devicePixelRatioF()));
    first->setCheckState(run.curve ? Qt::Checked : Qt::Unchecked);
    first->setData(Qt::AccessibleDescriptionRole, run.current ? tr("on screen") : QString());
}

QString RunsPanel::gridTip() const {
    return tr("All runs' window lengths carried to the frames and bins of the run on screen, judged by its objective: %1").arg(m_grid);
}

void RunsPanel::setGrid(const QString& grid) {
    if (grid == m_grid)
        return;
    m_grid = grid;
    m_table->setColumnHidden(gridColumn, grid.isEmpty());
    m_table->horizontalHeaderItem(gridColumn)->setToolTip(gridTip());
    const QSignalBlocker quiet{m_table};
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_runs[static_cast<std::size_t>(row)]);
}

void RunsPanel::setComparison(const QStringList& headings, const std::vector<RunDifference>& differences) {
    m_differences->clear();
    m_differences->setVisible(!headings.isEmpty());
    m_differences->setColumnCount(static_cast<int>(headings.size()) + 1);
    m_differences->setRowCount(static_cast<int>(std::max<std::size_t>(1, differences.size())));
    m_differences->setHorizontalHeaderLabels(QStringList{tr("Setting")} + headings);
    if (differences.empty())
        m_differences->setItem(0, 0, new QTableWidgetItem(tr("All settings are the same")));
    for (int row = 0; row < static_cast<int>(differences.size()); ++row) {
        const RunDifference& difference = differences[static_cast<std::size_t>(row)];
        m_differences->setItem(row, 0, new QTableWidgetItem(difference.setting));
        for (int k = 0; k < difference.values.size(); ++k)
            m_differences->setItem(row, k + 1, new QTableWidgetItem(difference.values[k]));
    }
    m_differences->resizeColumnsToContents();
}

void RunsPanel::setRunActive(bool active) {
    m_runActive = active;
    refreshButtons();
}

QList<int> RunsPanel::selectedRuns() const {
    QList<int> rows, numbers;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    for (const int row : rows)
        numbers << m_runs[static_cast<std::size_t>(row)].number;
    return numbers;
}

void RunsPanel::refreshButtons() {
    const bool one = selectedRuns().size() == 1;
    m_restore->setEnabled(one && !m_runActive);
    m_remove->setEnabled(one && !m_runActive);
}

void RunsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_table == nullptr)
        return;
    const QSignalBlocker quiet{m_table};
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_runs[static_cast<std::size_t>(row)]);
}

} // namespace thetascope
