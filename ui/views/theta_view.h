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

/// How a window length is written. Bandwidth is 2 sampleRate / theta, the -6 dB width of a Hann taper of that length:
/// how close two tones may be and still be told apart.
enum class ThetaUnit { samples, milliseconds, bandwidthHz };

/// theta (samples, > 0) in that unit.
double thetaInUnit(double theta, ThetaUnit unit, double sampleRate);
/// "samples", "ms", "Hz".
QString thetaUnitName(ThetaUnit unit);

/// The window lengths of a spectrogram: a map where they vary in time and frequency, a curve where they vary in one of
/// them, a number where there is one. Log scale between the bounds. Ranges behave as in SpectrogramView. GUI thread.
class ThetaView : public QWidget {
    Q_OBJECT
public:
    explicit ThetaView(QWidget* parent = nullptr);
    ~ThetaView() override;

    /// Null clears.
    void setSpectrogram(std::shared_ptr<const Spectrogram> spectrogram);
    void setCaption(const QString& caption);
    /// The bounds of theta, samples, 0 < low < high: the ends of the scale.
    void setBounds(double low, double high);
    void setUnit(ThetaUnit unit);
    ThetaUnit unit() const;
    void setColourMap(const QString& name);
    void setFrequencyScale(FrequencyScale scale);

    void setTimeRange(double lowSeconds, double highSeconds);
    void setFrequencyRange(double lowHz, double highHz);
    AxisSpan timeRange() const;
    AxisSpan frequencyRange() const;
    void setTimeLimits(double lowSeconds, double highSeconds);
    void setCursor(std::optional<double> seconds, std::optional<double> hz);
    /// As those of SpectrogramView; over a curve, along the axis at hand.
    void setTool(Tool tool);
    void setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    void setHarmonics(bool on);
    void setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures);

    /// A small line below the picture, e.g. the settings that made it.
    void setFooter(const QString& footer);
    /// Whether the picture on screen shows the state asked for.
    bool isCurrent() const;
    /// The plot shown now; another one when the way theta varies changes. For export and tests.
    QCustomPlot& plot();

signals:
    void timeRangeChanged(double lowSeconds, double highSeconds);
    void frequencyRangeChanged(double lowHz, double highHz);
    /// Where the axis at hand has no time (a curve over frequency) or no frequency (a curve over time), that value is NaN.
    void cursorMoved(double seconds, double hz);
    void cursorLeft();
    /// What the axis at hand has no place for is absent: all of it is meant, or none of it measured.
    void regionSelected(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);
    void measured(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace thetascope
