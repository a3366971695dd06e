// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tiling.h"
#include "ui/views/tool.h"
#include "core/model/waveform_peaks.h"

#include <optional>
#include <qcustomplot.h>
#include <vector>

namespace thetascope {

class WaveformPlottable;
class FrameOverlay;
class TimeBands;

/// The waveform of the recording over time, with ticks at the frames' centres and the taper of one frame. Lives on the
/// window's thread. Times are seconds from the start of the recording.
///
/// Wheel: zoom about the pointer; Shift+wheel: pan; wheel over the amplitude axis: zoom the amplitude. Left drag: pan
/// (Tool::navigate) or select (Tool::select, snapped to frames, Shift defeats it); middle drag: pan; Shift+left drag in
/// navigate: zoom to the stretch. Double click on the time axis: whole recording; on the amplitude axis: reset.
class WaveformView : public QCustomPlot {
    Q_OBJECT

public:
    explicit WaveformView(QWidget* parent = nullptr);

    /// The recording to draw; null: none. Shows the whole of it and resets the amplitude range to fit it.
    void setPeaks(std::shared_ptr<const WaveformPeaks> peaks);

    /// The frames whose centres get ticks; startSeconds: of the analysed region. Cheap enough for 30 Hz.
    void setTiling(const Tiling& tiling, double sampleRate, double startSeconds);
    void clearTiling();

    /// The shape of setWindowShape(): weights at even distances over the length of the window, the peak 1; at least 2. As it
    /// is made: a raised cosine.
    void setTaper(std::vector<double> weights);
    /// The taper drawn over the waveform, of that length about a centre (the frame under the cursor).
    void setWindowShape(double centreSeconds, double thetaSeconds);
    void clearWindowShape();

    /// The analysed region, lightly marked; absent: the whole recording, unmarked.
    void setRegion(std::optional<double> startSeconds, std::optional<double> endSeconds);

    /// The selected stretch; equal ends: none. Does not emit.
    void setSelection(double startSeconds, double endSeconds);

    /// A vertical line at the cursor of this or another pane; absent: none. Does not emit.
    void setCursor(std::optional<double> seconds);

    /// A vertical line at what is being heard; absent: none.
    void setPlayhead(std::optional<double> seconds);

    /// Visible range, lower < upper; taken as it is, does not emit. Gestures stay within the limits.
    void setTimeRange(double lowerSeconds, double upperSeconds);
    double lowerSeconds() const { return xAxis->range().lower; }
    double upperSeconds() const { return xAxis->range().upper; }

    /// How far gestures reach; by default the recording. setPeaks() resets it.
    void setTimeLimits(double lowerSeconds, double upperSeconds);

    void setTool(Tool tool);

    /// Distances in logical pixels from the widget's edges to the axis rect; by default those of ui/views/axis_margins.h.
    void setHorizontalMargins(int left, int right);

    /// Whether numbers and a label are drawn at the time axis (not needed right above a pane with the same axis).
    void setTimeLabelsVisible(bool visible);

signals:
    void timeRangeChanged(double lowerSeconds, double upperSeconds); ///< by the user, here
    void cursorMoved(double seconds);
    void cursorLeft();
    void clicked(double seconds);                                    ///< without dragging, left button
    void regionSelected(double startSeconds, double endSeconds);     ///< equal ends: the selection was cleared

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { none, pan, select, zoom };

    void buildAxes();
    void labelTime();
    void userSetsTimeRange(double lower, double upper);
    void zoomTime(double factor, double aboutSeconds);
    void resetAmplitude();
    Drag dragFor(const QMouseEvent& event) const;
    void dragTo(const QPointF& position, Qt::KeyboardModifiers modifiers);
    void endDrag(const QPointF& position, Qt::KeyboardModifiers modifiers);
    double snapped(double seconds, Qt::KeyboardModifiers modifiers) const;
    double secondsAt(double x) const { return xAxis->pixelToCoord(x); }
    void updateColours();

    TimeBands* m_bands = nullptr; ///< owned by the plot, as the next
    WaveformPlottable* m_wave = nullptr;
    FrameOverlay* m_overlay = nullptr;
    std::shared_ptr<const WaveformPeaks> m_peaks;
    QCPRange m_limits{0, 1};
    Tool m_tool = Tool::navigate;
    Drag m_drag = Drag::none;
    QPointF m_pressed;
    QCPRange m_rangeAtPress;
    bool m_moved = false;
};

} // namespace thetascope
