// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/spectrogram_view.h"

#include "ui/views/map_axis_pane.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double leastDifference = 1; // dB, end of the scale

} // namespace

SpectrogramView::SpectrogramView(QWidget* parent) : QWidget(parent), m_pane(new MapPane(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    setAccessibleName(tr("Spectrogram"));
    setColourMap(ColourMap::names().front());
    setDbLimits(m_dbLimits.low, m_dbLimits.high);
    AxisPlot* plot = &m_pane->plot();
    connect(plot, &AxisPlot::timeEdited, this, &SpectrogramView::timeRangeChanged);
    connect(m_pane, &MapPane::frequencyEdited, this, &SpectrogramView::frequencyRangeChanged);
    connect(m_pane, &MapPane::pointerMoved, this, &SpectrogramView::cursorMoved);
    connect(plot, &AxisPlot::pointerLeft, this, &SpectrogramView::cursorLeft);
    connect(plot, &AxisPlot::plotClicked, this, [this, plot](double seconds) {
        if (plot->tool() == Tool::navigate)
            emit clicked(seconds);
    });
    connect(m_pane, &MapPane::regionSelected, this, &SpectrogramView::regionSelected);
    connect(m_pane, &MapPane::measured, this, &SpectrogramView::measured);
    connect(plot, &AxisPlot::colourEdited, this, &SpectrogramView::scaleEdited);
    updateDescription();
}

SpectrogramView::~SpectrogramView() = default;

void SpectrogramView::setSpectrogram(std::shared_ptr<const Spectrogram> spectrogram) {
    m_spectrogram = std::move(spectrogram);
    m_grid = magnitudeGrid(m_spectrogram);
    showGrids();
    updateDescription();
}

void SpectrogramView::setSubtracted(std::shared_ptr<const Spectrogram> subtracted) {
    if (subtracted == m_subtracted)
        return;
    m_subtracted = std::move(subtracted);
    m_subtractedGrid = magnitudeGrid(m_subtracted);
    showGrids();
    showScale();
}

void SpectrogramView::setContext(std::shared_ptr<const Spectrogram> context) {
    if (context == m_context)
        return;
    m_context = std::move(context);
    m_contextGrid = magnitudeGrid(m_context);
    showGrids();
}

// A difference has none: the context's levels would be drawn in colours of differences.
void SpectrogramView::showGrids() {
    m_pane->setContext(m_subtractedGrid ? nullptr : m_contextGrid);
    m_pane->setGrid(m_grid, m_grid ? m_subtractedGrid : nullptr);
}

void SpectrogramView::setDifferenceLimit(double decibels) {
    m_differenceLimit = std::max(decibels, leastDifference);
    showScale();
}

// Differences have colours and a scale of their own, symmetric about 0.
void SpectrogramView::showScale() {
    const bool difference = m_subtractedGrid != nullptr;
    m_pane->setLevels(m_dbLimits);
    m_pane->setDifferences({-m_differenceLimit, m_differenceLimit});
    m_pane->setColourMap(difference ? ColourMap::differences() : m_colourMap);
    if (difference)
        m_pane->setScale({-m_differenceLimit, m_differenceLimit}, tr("Adaptive \u2212 classical (dB)"), false, false);
    else
        m_pane->setScale(m_dbLimits, tr("Level (dB)"), false, false);
}

void SpectrogramView::scaleEdited(double low, double high) {
    if (m_subtractedGrid != nullptr) {
        setDifferenceLimit(std::abs(low + m_differenceLimit) > std::abs(high - m_differenceLimit) ? -low : high);
        return;
    }
    setDbLimits(low, high);
    emit dbLimitsEdited(low, high);
}

const std::shared_ptr<const Spectrogram>& SpectrogramView::spectrogram() const { return m_spectrogram; }

void SpectrogramView::setCaption(const QString& caption) {
    m_caption = caption;
    m_pane->setCaption(caption);
    updateDescription();
}

void SpectrogramView::setFooter(const QString& footer) { m_pane->setFooter(footer); }

void SpectrogramView::setDbLimits(double floorDb, double ceilingDb) {
    if (!(floorDb < ceilingDb))
        return;
    m_dbLimits = {floorDb, ceilingDb};
    showScale();
}

AxisSpan SpectrogramView::dbLimits() const { return m_dbLimits; }

std::optional<double> SpectrogramView::peakDb(const Spectrogram& spectrogram) {
    float peak = 0;
    for (Eigen::Index i = 0; i < spectrogram.magnitude.size(); ++i) {
        const float value = std::abs(spectrogram.magnitude.data()[i]);
        if (std::isfinite(value))
            peak = std::max(peak, value);
    }
    return peak > 0 ? std::optional(20 * std::log10(static_cast<double>(peak))) : std::nullopt;
}

void SpectrogramView::setColourMap(const QString& name) {
    m_colourMap = name;
    showScale();
}

void SpectrogramView::setFrequencyScale(FrequencyScale scale) { m_pane->setFrequencyScale(scale); }
void SpectrogramView::setSmooth(bool on) { m_pane->setSmooth(on); }
void SpectrogramView::setTimeRange(double low, double high) { m_pane->setTimeRange({low, high}); }
void SpectrogramView::setFrequencyRange(double low, double high) { m_pane->setFrequencyRange({low, high}); }
AxisSpan SpectrogramView::timeRange() const { return m_pane->timeRange(); }
AxisSpan SpectrogramView::frequencyRange() const { return m_pane->frequencyRange(); }
void SpectrogramView::setTimeLimits(double low, double high) { m_pane->setTimeLimits({low, high}); }
void SpectrogramView::resetTimeRange() { m_pane->plot().resetTime(); }
void SpectrogramView::resetFrequencyRange() { m_pane->plot().resetValue(); }
void SpectrogramView::setOverlayLevel(int level) { m_pane->setOverlayLevel(level); }

void SpectrogramView::setTool(Tool tool) { m_pane->plot().setTool(tool); }
void SpectrogramView::setHarmonics(bool on) { m_pane->setHarmonics(on); }

void SpectrogramView::setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures) {
    m_pane->setMeasure(seconds, hertz, figures);
}

void SpectrogramView::setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_pane->setSelection(seconds, hertz);
}

void SpectrogramView::setCursor(std::optional<double> seconds, std::optional<double> hz) {
    m_pane->setCursor(seconds, hz);
}

void SpectrogramView::setPlayhead(std::optional<double> seconds) { m_pane->setPlayhead(seconds); }
void SpectrogramView::setStartMark(std::optional<double> seconds) { m_pane->setStartMark(seconds); }

void SpectrogramView::dataChanged() { setSpectrogram(m_spectrogram); }
bool SpectrogramView::isCurrent() const { return m_pane->isCurrent(); }
QCustomPlot& SpectrogramView::plot() { return m_pane->plot(); }

std::optional<CellUnder> SpectrogramView::cellAt(double seconds, double hz) const {
    if (!m_grid)
        return std::nullopt;
    const auto [first, last] = m_grid->spans.placesAt(seconds);
    const double bin = std::round(hz / m_grid->hzPerBin);
    if (first >= last || !(bin >= 0 && bin < m_grid->bins))
        return std::nullopt;
    CellUnder cell;
    cell.frame = m_grid->spans.frame[static_cast<size_t>(first)];
    cell.bin = static_cast<int>(bin);
    cell.seconds = m_spectrogram->centreSeconds(cell.frame);
    cell.hz = m_spectrogram->binHz(cell.bin);
    cell.levelDb = 20 * std::log10(std::abs(static_cast<double>(m_spectrogram->magnitude(cell.frame, cell.bin))));
    cell.theta = m_spectrogram->tiling.thetaAt(cell.frame, cell.bin);
    return cell;
}

void SpectrogramView::updateDescription() {
    QString text = m_caption.isEmpty() ? QString() : m_caption + QStringLiteral(". ");
    if (m_grid) {
        text += tr("%1 frames from %2 s to %3 s, %4 bins up to %5 Hz.")
                    .arg(m_grid->spans.count())
                    .arg(m_grid->spans.begin(), 0, 'f', 3)
                    .arg(m_grid->spans.end(), 0, 'f', 3)
                    .arg(m_grid->bins)
                    .arg(m_grid->hzPerBin * (m_grid->bins - 1), 0, 'f', 0);
    } else {
        text += tr("Nothing to show yet.");
    }
    setAccessibleDescription(text);
}

} // namespace thetascope
