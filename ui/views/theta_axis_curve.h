// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/axis_colours.h"
#include "ui/views/axis_plot.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/frequency_axis.h"
#include "ui/views/theta_view.h"

namespace thetascope {

/// Window lengths as a curve over time or over frequency, or as one line with its number, on a logarithmic axis fixed to
/// the bounds. Follows palette and font. GUI thread.
class ThetaCurve : public QWidget {
    Q_OBJECT
public:
    explicit ThetaCurve(QWidget* parent = nullptr);

    /// The spectrogram must not vary in both time and frequency. Null clears.
    void setGrid(const std::shared_ptr<const CellGrid>& grid);
    void setCaption(const QString& caption);
    void setFooter(const QString& footer);
    void setScale(AxisSpan bounds, ThetaUnit unit);
    void setFrequencyScale(FrequencyScale scale);
    void setTimeRange(AxisSpan span);
    void setFrequencyRange(AxisSpan span);
    void setTimeLimits(AxisSpan span);
    AxisSpan timeRange() const { return m_time; }
    AxisSpan frequencyRange() const { return m_hertz; }
    void setCursor(std::optional<double> seconds, std::optional<double> hertz);
    /// Of these, what the axis at hand has a place for is drawn.
    void setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    void setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures);
    void setHarmonics(bool on);
    bool overFrequency() const;

    AxisPlot& plot() { return *m_plot; }

signals:
    void timeEdited(double low, double high);
    void frequencyEdited(double low, double high);
    /// What the axis at hand has no place for is absent.
    void pointerMoved(std::optional<double> seconds, std::optional<double> hz);
    /// Either a stretch of time or a band.
    void regionSelected(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    void measured(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void fillCurve();
    void applyAxes();
    void applyLimits();
    void connectPlot();
    void recolour();
    void updateLines();
    void placeOverlay();
    std::vector<double> harmonicPlaces() const;
    double snapped(double place) const;
    AxisSpan hertzOf(double low, double high) const { return scaleHz(m_frequency.scale(), AxisSpan{low, high}); }
    QRectF pixelRect(const std::optional<AxisSpan>& seconds, const std::optional<AxisSpan>& hertz) const;
    double inUnit(double theta) const;

    AxisPlot* m_plot; // child widget; owns the items below
    FrequencyAxis m_frequency; // the horizontal axis, when it is one of frequencies
    QCPCurve* m_curve;
    QCPItemText* m_number;
    QCPTextElement* m_captionText;
    QCPTextElement* m_footerText;
    std::shared_ptr<const CellGrid> m_grid;
    QString m_caption, m_footer;
    AxisSpan m_bounds{1, 2};
    ThetaUnit m_unit = ThetaUnit::samples;
    AxisSpan m_time{0, 1}, m_hertz{0, 1};
    bool m_timeSet = false, m_hertzSet = false;
    std::optional<AxisSpan> m_timeLimits;
    std::optional<double> m_cursorSeconds, m_cursorHertz;
    std::optional<AxisSpan> m_selectedSeconds, m_selectedHertz, m_measuredSeconds, m_measuredHertz;
    QString m_measureFigures;
    bool m_harmonics = false;
};

/// Longest words for a unit: "Window length (ms)" or "Bandwidth (Hz)".
QString thetaAxisLabel(ThetaUnit unit);
/// "812.4 samples", "18.42 ms", "108.6 Hz".
QString thetaText(double theta, ThetaUnit unit, double sampleRate);

} // namespace thetascope
