// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/render/rasteriser.h"

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
    void setCaption(const QString& caption);

    /// Levels drawn in the first and last colour, dB; floor < ceiling.
    void setDbLimits(double floorDb, double ceilingDb);
    AxisSpan dbLimits() const;
    /// Level of the loudest finite cell, dB; nothing where all are zero or invalid.
    static std::optional<double> peakDb(const Spectrogram& spectrogram);
    void setColourMap(const QString& name);
    void setLogFrequency(bool on);
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
    /// Whether a plain left drag pans or selects a region (a Shift drag zooms to the rectangle in either case).
    void setSelectByDrag(bool on);
    /// The region drawn as selected; a missing half means all of that axis, both missing: none.
    void setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    /// The crosshair; each half may be missing.
    void setCursor(std::optional<double> seconds, std::optional<double> hz);
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
    void dbLimitsEdited(double floorDb, double ceilingDb);
    /// A drag with setSelectByDrag on has drawn this rectangle.
    void regionSelected(double lowSeconds, double highSeconds, double lowHz, double highHz);

private:
    void updateDescription();

    std::shared_ptr<const Spectrogram> m_spectrogram;
    std::shared_ptr<const CellGrid> m_grid;
    QString m_caption;
    MapPane* m_pane = nullptr; // child widget
};

} // namespace thetascope
