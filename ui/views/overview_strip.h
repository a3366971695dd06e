// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/waveform_peaks.h"

#include <QPixmap>
#include <QWidget>
#include <memory>

namespace thetascope {

/// The whole recording as a narrow strip, with a frame around what is in view. Drag the frame to move it, its sides to make
/// it longer or shorter, beside it to bring that place into view; the wheel zooms about the pointer; a double click shows
/// everything. Left and Right move it, Up and Down make it shorter and longer, Home and End go to the ends. GUI thread.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(QWidget* parent = nullptr);

    /// The recording to draw; null: none. All of it comes into view.
    void setPeaks(std::shared_ptr<const WaveformPeaks> peaks);
    /// What is in view, seconds, lower < upper. Does not emit.
    void setVisibleRange(double lower, double upper);
    double lower() const { return m_lower; }
    double upper() const { return m_upper; }
    /// Room beside the strip, logical pixels: those of the panes below, so that all line up.
    void setHorizontalMargins(int left, int right);
    /// Where a time is drawn, logical pixels.
    double pixelOf(double seconds) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rangeEdited(double lower, double upper); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Grip { none, lower, upper, body };

    QRect area() const;
    double secondsAt(double x) const;
    double duration() const { return m_peaks ? m_peaks->durationSeconds() : 0; }
    Grip gripAt(double x) const;
    void edit(double lower, double upper);
    void zoom(double factor, double about);
    void drawWaveform();

    std::shared_ptr<const WaveformPeaks> m_peaks;
    QPixmap m_picture; ///< of the waveform; null: to be drawn anew
    double m_lower = 0, m_upper = 1;
    int m_left = 0, m_right = 0;
    Grip m_grip = Grip::none;
    double m_pressed = 0, m_lowerBefore = 0, m_upperBefore = 1; ///< seconds
};

} // namespace thetascope
