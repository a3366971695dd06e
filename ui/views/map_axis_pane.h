// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/axis_colours.h"
#include "ui/views/axis_plot.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/frame_axis_marks.h"
#include "ui/views/frequency_axis.h"
#include "ui/views/map_plottable.h"

#include <QWidget>

namespace thetascope {

/// A map of cells over time and frequency with axes, colour bar, caption and frame marks: what the spectrogram and the
/// theta map have in common. Follows the widget's palette and font. Times are seconds, frequencies Hz, whatever the scale
/// of the axis. GUI thread.
class MapPane : public QWidget {
    Q_OBJECT
public:
    explicit MapPane(QWidget* parent = nullptr);

    /// minus: its levels are subtracted, see RasterRequest; null: none.
    void setGrid(const std::shared_ptr<const CellGrid>& grid, const std::shared_ptr<const CellGrid>& minus = nullptr);
    /// What is seen, slightly veiled, before the first and after the last frame of the grid; null: nothing.
    void setContext(const std::shared_ptr<const CellGrid>& context);
    void setCaption(const QString& caption);
    /// A small line below the picture, for figures.
    void setFooter(const QString& footer);
    void setColourMap(const QString& name);
    /// Levels (20 log10 of the values) drawn in the end colours.
    void setLevels(AxisSpan levelDb);
    /// Differences of levels drawn in the end colours, while something is subtracted.
    void setDifferences(AxisSpan differenceDb);
    /// What the colour bar says: its range, its label, whether it grows downwards and is logarithmic.
    void setScale(AxisSpan range, const QString& label, bool logarithmic, bool reversed);
    void setFrequencyScale(FrequencyScale scale);
    FrequencyScale frequencyScale() const { return m_frequency.scale(); }
    void setSmooth(bool on);

    void setTimeRange(AxisSpan span);
    void setFrequencyRange(AxisSpan span);
    AxisSpan timeRange() const { return m_plot->span(*m_plot->xAxis); }
    AxisSpan frequencyRange() const { return m_frequency.hertz(); }
    void setTimeLimits(AxisSpan span);

    void setOverlayLevel(int level);
    void setCursor(std::optional<double> seconds, std::optional<double> hertz);
    /// What is being heard and where playing begins; either may be missing.
    void setPlayhead(std::optional<double> seconds);
    void setStartMark(std::optional<double> seconds);
    /// Marks the multiples of the frequency at the cursor.
    void setHarmonics(bool on);
    void setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    /// As a selection, with its figures.
    void setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures);
    void replotSoon();

    AxisPlot& plot() { return *m_plot; }
    const MapPlottable& map() const { return *m_map; }
    /// Whether what is on screen is what was asked for.
    bool isCurrent() const { return m_map->isCurrent() && (m_context == nullptr || m_context->isCurrent()); }
    const RasterStyle& look() const { return m_map->look(); }

signals:
    void frequencyEdited(double lowHz, double highHz);
    void pointerMoved(double seconds, double hz);
    void regionSelected(double lowSeconds, double highSeconds, double lowHz, double highHz);
    void measured(double lowSeconds, double highSeconds, double lowHz, double highHz);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void buildAxes();
    void connectPlot();
    void recolour();
    void applyGradient();
    void updateLimits();
    void updateLabels();
    void updateCaption();
    void placeOverlay();
    void setLook(const RasterStyle& look);
    QRectF pixelRect(const std::optional<AxisSpan>& seconds, const std::optional<AxisSpan>& hertz) const;
    QPointF snapped(const QPointF& place) const;

    AxisPlot* m_plot;                  // child widget; owns all below
    FrequencyAxis m_frequency;
    QCPColorScale* m_scale = nullptr;
    MapPlottable* m_map = nullptr;
    MapPlottable* m_context = nullptr; // made when there is one for the first time
    FrameAxisMarks* m_marks = nullptr;
    QCPTextElement* m_captionText = nullptr;
    QCPTextElement* m_footerText = nullptr;

    QString m_caption;
    QString m_footer;
    bool m_timeSet = false;
    bool m_frequencySet = false;
    bool m_scaleReversed = false;
    bool m_harmonics = false;
    std::optional<AxisSpan> m_timeLimits;
    std::optional<double> m_cursorSeconds, m_cursorHertz, m_playhead, m_startMark;
    std::optional<AxisSpan> m_selectedSeconds, m_selectedHertz, m_measuredSeconds, m_measuredHertz;
    QString m_measureFigures;
};

/// A text across the whole plot above or below the axes, sized by its font, of no height when empty. What doesn't fit goes into a
/// second line if mostLines is 2; what doesn't fit there is elided.
void setLine(QCPTextElement& element, const QString& text, const QFont& font, int leftMargin, int width, int mostLines = 1);

} // namespace thetascope
