// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace thetascope {

/// A run in the list.
struct RunRow {
    int number = 0;
    int colour = 0;      ///< of its curve, see runColour()
    bool current = false; ///< the one on screen
    bool curve = true;   ///< whether its curve is drawn under the current one's
    QString objective;   ///< the expression
    double best = 0;     ///< its lowest value
    bool comparable = true; ///< with that of the run on screen: the same objective on the same frames and bins
    std::optional<double> onGrid; ///< its score on the grid common to all runs; none: not known
    bool outsideGrid = false;     ///< it has none: its windows don't reach over that grid
    int iterations = 0;
    QString theta;       ///< how the window length varies
    QString region;
    bool operator==(const RunRow&) const = default;
};

/// One setting in which the runs compared differ: its name and its value in each.
struct RunDifference {
    QString setting;
    QStringList values;
};

/// The runs there were, each to be shown again, its curve to be drawn or not, and the settings of those selected side by
/// side. Lives on the window's thread.
class RunsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunsPanel(QWidget* parent = nullptr);

    /// Newest last. Does not emit.
    void setRuns(const std::vector<RunRow>& runs);
    /// The grid that all runs are scored on, in words; empty: there is nothing to compare.
    void setGrid(const QString& grid);
    /// In what the runs selected differ, with a heading for each; no headings: nothing to compare.
    void setComparison(const QStringList& headings, const std::vector<RunDifference>& differences);
    /// While a run is active, no other can be shown.
    void setRunActive(bool active);

    QList<int> selectedRuns() const; ///< numbers, in the order of the list

signals:
    void restoreRequested(int run);
    void removeRequested(int run);
    void curveToggled(int run, bool on);
    void selectionChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTables();
    void fillRow(int row, const RunRow& run);
    QString gridTip() const;
    void refreshButtons();

    QTableWidget *m_table = nullptr, *m_differences = nullptr;
    QPushButton *m_restore = nullptr, *m_remove = nullptr;
    QLabel* m_note = nullptr;
    std::vector<RunRow> m_runs;
    QString m_grid;
    bool m_runActive = false;
};

} // namespace thetascope
