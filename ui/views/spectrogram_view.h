// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/render/rasteriser.h"
#include "ui/views/tool.h"

#include <QString>
#include <QWidget>
#include <memory>
#include <optional>

class QCustomPlot;

namespace thetascope {

class MapPane;

/// The cell of the time-frequency plane under a point, for the readout.
struct CellUnder {
    int frame = 0;
    int bin = 0;
    double seconds = 0; ///< of the frame's centre
    double hz = 0;      ///< of the bin
    double levelDb = 0; ///< 20 log10 magnitude; -infinity for zero
    double theta = 0;   ///< samples
};

/// A spectrogram at its true times and frequencies, with axes and a colour bar. Belongs to the GUI thread; pictures
/// are made in a worker of its own, and a stale one is stretched into place meanwhile.
///
/// Ranges set by a setter are taken as they are and announced to nobody; ranges changed by a gesture stay within the
/// limits and are announced. Until a range is set, all of the data is shown.
class SpectrogramView : public QWidget {
    Q_OBJECT
public:
    explicit SpectrogramView(QWidget* parent = nullptr);
    ~SpectrogramView() override;

    /// Null clears. The ranges stay, unless they were never set.
    void setSpectrogram(std::shared_ptr<const Spectrogram> spectrogram);
    const std::shared_ptr<const Spectrogram>& spectrogram() const;
    /// While not null, the picture is how far the spectrogram's levels lie above this one's, dB (rasteriseDifference()): blue
    /// below, red above. The readout and everything else stay with the spectrogram.
    void setSubtracted(std::shared_ptr<const Spectrogram> subtracted);
    const std::shared_ptr<const Spectrogram>& subtracted() const { return m_subtracted; }
    /// The end of the difference's scale, dB, > 0; it is symmetric about 0. Dragging the colour bar changes it.
    void setDifferenceLimit(double decibels);
    double differenceLimit() const { return m_differenceLimit; }
    /// What is seen, slightly veiled, before the first and after the last frame, e.g. the rest of the recording; null: nothing.
    /// The readout and the limits stay with the spectrogram.
    void setContext(std::shared_ptr<const Spectrogram> context);
    const std::shared_ptr<const Spectrogram>& context() const { return m_context; }
    void setCaption(const QString& caption);

    /// Levels drawn in the first and last colour, dB; floor < ceiling.
    void setDbLimits(double floorDb, double ceilingDb);
    AxisSpan dbLimits() const;
    /// Level of the loudest finite cell, dB; nothing where all are zero or invalid.
    static std::optional<double> peakDb(const Spectrogram& spectrogram);
    void setColourMap(const QString& name);
    void setFrequencyScale(FrequencyScale scale);
    void setSmooth(bool on);

    void setTimeRange(double lowSeconds, double highSeconds);
    void setFrequencyRange(double lowHz, double highHz);
    AxisSpan timeRange() const;
    AxisSpan frequencyRange() const;
    /// How far gestures reach, e.g. the whole recording; by default the extent of the frames.
    void setTimeLimits(double lowSeconds, double highSeconds);
    /// Shows all of the time (or frequency) within the limits, and announces it.
    void resetTimeRange();
    void resetFrequencyRange();

    /// 0 none; 1 a tick at each frame's centre; 2 also a bar as long as each frame's window.
    void setOverlayLevel(int level);
    /// What a plain left drag does; selections and measures snap to frames and bins unless Shift is held.
    void setTool(Tool tool);
    /// Marks the multiples of the frequency at the cursor.
    void setHarmonics(bool on);
    /// A rectangle drawn with its figures beside it; a missing half means all of that axis, both missing: none.
    void setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures);
    /// Likewise, the region drawn as selected.
    void setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    /// The crosshair; each half may be missing.
    void setCursor(std::optional<double> seconds, std::optional<double> hz);
    /// An upright line at what is being heard, a dashed one where playing begins; absent: none.
    void setPlayhead(std::optional<double> seconds);
    void setStartMark(std::optional<double> seconds);
    /// Redraws after something behind the shown values changed.
    void dataChanged();

    /// Nothing outside the bins, outside the frames and where no frame looked.
    std::optional<CellUnder> cellAt(double seconds, double hz) const;

    /// A small line below the picture, e.g. the settings that made it.
    void setFooter(const QString& footer);
    /// Whether the picture on screen shows the state asked for, and nothing is under way.
    bool isCurrent() const;
    /// For export and tests.
    QCustomPlot& plot();

signals:
    void timeRangeChanged(double lowSeconds, double highSeconds);
    void frequencyRangeChanged(double lowHz, double highHz);
    void cursorMoved(double seconds, double hz);
    void cursorLeft();
    void clicked(double seconds); ///< with Tool::navigate, without dragging
    void dbLimitsEdited(double floorDb, double ceilingDb);
    /// Drawn with Tool::select; equal frequencies: all of them.
    void regionSelected(double lowSeconds, double highSeconds, double lowHz, double highHz);

    /// As it is drawn with Tool::measure; a side may have no length.
    void measured(double lowSeconds, double highSeconds, double lowHz, double highHz);

private:
    void updateDescription();
    void showGrids();
    void showScale();
    void scaleEdited(double low, double high);

    std::shared_ptr<const Spectrogram> m_spectrogram;
    std::shared_ptr<const CellGrid> m_grid, m_subtractedGrid, m_contextGrid;
    std::shared_ptr<const Spectrogram> m_subtracted, m_context;
    QString m_colourMap;
    AxisSpan m_dbLimits{-80, 0};
    double m_differenceLimit = 20;
    QString m_caption;
    MapPane* m_pane = nullptr; // child widget
};

} // namespace thetascope
