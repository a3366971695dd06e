// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tiling.h"
#include "core/model/waveform_peaks.h"
#include "ui/views/axis_plot.h"

#include <optional>
#include <vector>

namespace thetascope {

class WaveformPlottable;
class FrameOverlay;
class TimeBands;

/// The waveform of the recording over time, with ticks at the frames' centres and the taper of one frame. Lives on the
/// window's thread. Times are seconds from the start of the recording.
///
/// The mouse is that of every AxisPlot, along time; the amplitude is zoomed about 0 and not dragged. Selections and measures
/// snap to frames unless Shift is held.
class WaveformView : public AxisPlot {
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

    /// A measured stretch with its figures; absent: none. Does not emit.
    void setMeasure(std::optional<AxisSpan> seconds, const QString& figures);

    /// A vertical line at the cursor of this or another pane; absent: none. Does not emit.
    void setCursor(std::optional<double> seconds);

    /// A vertical line at what is being heard; absent: none.
    void setPlayhead(std::optional<double> seconds);
    /// A dashed line where playing begins; absent: none.
    void setStartMark(std::optional<double> seconds);

    /// Visible range, lower < upper; taken as it is, does not emit. Gestures stay within the limits.
    void setTimeRange(double lowerSeconds, double upperSeconds);
    double lowerSeconds() const { return xAxis->range().lower; }
    double upperSeconds() const { return xAxis->range().upper; }

    /// How far gestures reach, lower < upper; by default the recording. setPeaks() resets it.
    void setTimeLimits(double lowerSeconds, double upperSeconds);

    /// Distances in logical pixels from the widget's edges to the axis rect; by default those of ui/views/axis_margins.h.
    void setHorizontalMargins(int left, int right);

    /// Whether numbers and a label are drawn at the time axis (not needed right above a pane with the same axis).
    void setTimeLabelsVisible(bool visible);

signals:
    void timeRangeChanged(double lowerSeconds, double upperSeconds); ///< by the user, here
    void cursorMoved(double seconds);
    void cursorLeft();
    void clicked(double seconds);                                    ///< without dragging, left button
    void stretchSelected(double startSeconds, double endSeconds);    ///< start < end
    void stretchMeasured(double startSeconds, double endSeconds);    ///< as it is drawn

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildAxes();
    void connectPlot();
    void labelTime();
    void resetAmplitude();
    void placeMeasure();
    double snapped(double seconds) const;
    void updateColours();

    TimeBands* m_bands = nullptr; ///< owned by the plot, as the next
    WaveformPlottable* m_wave = nullptr;
    FrameOverlay* m_frames = nullptr;
    std::shared_ptr<const WaveformPeaks> m_peaks;
    std::optional<AxisSpan> m_measured;
    QString m_measureFigures;
};

} // namespace thetascope
