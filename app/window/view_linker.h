// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/region.h"
#include "app/window/main_window.h"

#include <QObject>
#include <optional>

namespace thetascope {

/// One time axis, one frequency axis and one cursor for every pane. Lives on the GUI thread.
class ViewLinker : public QObject {
    Q_OBJECT

public:
    ViewLinker(const MainWindow& window, QObject* parent);

    /// Another recording: how far the axes reach; all of it comes into view.
    void setLimits(double durationSeconds, double sampleRate);

    /// What is in view.
    TimeRange visible() const { return m_visible; }
    void showTime(TimeRange range);
    void showFrequency(double lowHz, double highHz);
    void showAll();
    /// factor below 1: closer, about the cursor if it is in view, else about the middle.
    void zoomTime(double factor);
    /// Shifts what is in view by a fraction of itself.
    void scrollTime(double fraction);
    void toStart();
    void toEnd();

signals:
    void timeRangeChanged();
    /// Absent: nothing under the cursor.
    void cursorChanged(std::optional<double> seconds, std::optional<double> hz);

private:
    void moveCursor(std::optional<double> seconds, std::optional<double> hz);

    Panes m_panes;
    TimeRange m_visible{0, 1};
    double m_duration = 1, m_highestHz = 1;
    std::optional<double> m_cursor;
};

} // namespace thetascope
