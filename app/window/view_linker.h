// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/region.h"
#include "app/window/main_window.h"

#include <QObject>
#include <array>
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

    /// Emits cursorChanged() again if there is a cursor: what lies under it may have changed.
    void announceCursor();

    /// A pane that is not linked keeps its own ranges; linked again, it takes the common ones.
    enum class Pane { waveform, classical, theta };
    void setLinked(Pane pane, bool linked);
    bool isLinked(Pane pane) const { return m_linked[static_cast<std::size_t>(pane)]; }

signals:
    void timeRangeChanged();
    /// Absent: nothing under the cursor.
    void cursorChanged(std::optional<double> seconds, std::optional<double> hz);

private:
    void connectPanes();
    void timeEdited(Pane pane, TimeRange range);
    void frequencyEdited(Pane pane, double lowHz, double highHz);
    void moveCursor(std::optional<double> seconds, std::optional<double> hz);

    Panes m_panes;
    TimeRange m_visible{0, 1};
    double m_duration = 1, m_highestHz = 1;
    double m_lowHz = 0, m_highHz = 1;
    std::array<bool, 3> m_linked{true, true, true}; ///< by Pane
    std::optional<double> m_cursor, m_cursorHz;
};

} // namespace thetascope
