// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/region.h"
#include "app/window/main_window.h"
#include "ui/render/axis_span.h"
#include "ui/views/tool.h"

#include <QObject>
#include <optional>

namespace thetascope {

/// What is selected: a stretch of time and, unless all frequencies are meant, a band.
struct Selection {
    TimeRange time;
    std::optional<AxisSpan> hertz;
    bool allTime = false; ///< no stretch was chosen, only a band
    bool operator==(const Selection&) const = default;
};

/// One tool, one selection, one measure and one harmonic cursor for every pane. Lives on the GUI thread.
class ToolController : public QObject {
    Q_OBJECT

public:
    ToolController(const MainWindow& window, QObject* parent);

    void setTool(Tool tool);
    void setHarmonics(bool on);
    const std::optional<Selection>& selection() const { return m_selection; }
    /// The measure goes if there is one, else the selection.
    void clear();
    /// Another recording, of that length: selection and measure go, announcing nothing.
    void forget(double durationSeconds);
    /// The stretch was set elsewhere, announcing nothing; one that is selected already keeps its band. Absent: none.
    void showStretch(const std::optional<TimeRange>& time);

signals:
    /// By the user; selection() has it.
    void selectionChanged();

private:
    void connectPanes();
    void selectPart(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    void select(std::optional<Selection> selection);
    void show();
    void measure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);

    Panes m_panes;
    std::optional<Selection> m_selection;
    double m_duration = 0; ///< of the recording, s
    bool m_hasMeasure = false;
};

} // namespace thetascope
