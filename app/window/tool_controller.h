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
    /// Selection and measure go.
    void clear();
    /// Another recording: as clear(), announcing nothing.
    void forget();

signals:
    /// By the user; selection() has it.
    void selectionChanged();

private:
    void select(std::optional<Selection> selection);
    void show();
    void measure(AxisSpan seconds, AxisSpan hertz);
    void showMeasure(const std::optional<std::pair<AxisSpan, AxisSpan>>& rectangle, const QString& figures);

    Panes m_panes;
    std::optional<Selection> m_selection;
};

} // namespace thetascope
