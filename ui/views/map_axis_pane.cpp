// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/map_axis_pane.h"

#include <QVBoxLayout>
#include <cmath>

namespace thetascope {
namespace {

constexpr double timeMargin = 0.02;  // overscroll beyond the data, share of their length
constexpr double leastSamples = 16;  // deepest zoom: so many samples across
constexpr double sameEnd = 1e-6;     // of the limits' length: a range that ends there is one of all

/// To the microhertz, so that what went to another scale and back is the number it was: the last digits of 8 kHz decide whether
/// its tick is drawn.
double toMicrohertz(double hertz) { return std::round(hertz * 1e6) / 1e6; }

} // namespace

MapPane::MapPane(QWidget* parent) : QWidget(parent), m_plot(new AxisPlot(this)), m_frequency(*m_plot->yAxis) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    buildLayout();
    buildAxes();
    m_map = new MapPlottable(m_plot->xAxis, m_plot->yAxis);
    m_marks = new FrameAxisMarks(m_plot->xAxis);
    connectPlot();
    updateLimits();
    recolour();
}

void MapPane::connectPlot() {
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &MapPane::updateLabels);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &MapPane::updateLabels);
    connect(m_plot, &AxisPlot::laidOut, this, &MapPane::placeOverlay);
    connect(m_plot, &AxisPlot::timeEdited, this, [this] { m_timeSet = true; });
    const auto hz = [this](double unit) { return m_frequency.toHertz(unit); };
    connect(m_plot, &AxisPlot::valueEdited, this, [this, hz](double low, double high) {
        m_frequencySet = true;
        emit frequencyEdited(hz(low), hz(high));
    });
    connect(m_plot, &AxisPlot::pointerMoved, this,
            [this, hz](double seconds, double unit) { emit pointerMoved(seconds, hz(unit)); });
    connect(m_plot, &AxisPlot::regionSelected, this, [this, hz](double from, double to, double low, double high) {
        emit regionSelected(from, to, hz(low), hz(high));
    });
    connect(m_plot, &AxisPlot::measured, this, [this, hz](double from, double to, double low, double high) {
        emit measured(from, to, hz(low), hz(high));
    });
    m_plot->setSnap([this](const QPointF& place) { return snapped(place); });
}

/// The centre of the nearest frame and the nearest bin.
QPointF MapPane::snapped(const QPointF& place) const {
    const CellGrid* grid = m_map->grid().get();
    if (grid == nullptr || grid->spans.empty())
        return place;
    return {grid->spans.nearestCentre(place.x()), m_frequency.nearestBin(place.y())};
}

void MapPane::setGrid(const std::shared_ptr<const CellGrid>& grid, const std::shared_ptr<const CellGrid>& minus) {
    m_map->setGrid(grid, minus);
    m_marks->setGrid(grid);
    updateLimits();
    replotSoon();
}

void MapPane::setContext(const std::shared_ptr<const CellGrid>& context) {
    if (m_context == nullptr) {
        if (!context)
            return;
        m_context = new MapPlottable(m_plot->xAxis, m_plot->yAxis);
        m_context->setLayer(QStringLiteral("background"));
        m_context->setLook(m_map->look());
        recolour();
    }
    m_context->setGrid(context);
    m_map->setAbove(context != nullptr);
    replotSoon();
}

void MapPane::updateLimits() {
    const CellGrid* grid = m_map->grid().get();
    if (grid != nullptr) {
        const double rate = grid->spectrogram->sampleRate;
        const AxisSpan time = m_timeLimits.value_or(AxisSpan{grid->spans.begin(), grid->spans.end()});
        m_plot->setTimeLimits({time, leastSamples / rate, timeMargin, false});
        m_plot->setValueLimits(m_frequency.setBins(grid->hzPerBin, grid->bins));
        if (!m_frequencySet)
            m_frequency.setHertz(m_frequency.limitsHz());
    }
    if (!m_timeSet && (grid != nullptr || m_timeLimits)) {
        const AxisSpan time = m_timeLimits && grid == nullptr ? *m_timeLimits : m_plot->timeLimits().span;
        m_plot->xAxis->setRange(time.low, time.high);
    }
    updateLabels();
}

void MapPane::updateLabels() {
    m_plot->xAxis->setLabel(SecondsTicker::axisLabel(m_plot->xAxis->range()));
    m_frequency.updateLabel();
}

void MapPane::setCaption(const QString& caption) {
    m_caption = caption;
    updateCaption();
    replotSoon();
}

void MapPane::setFooter(const QString& footer) {
    m_footer = footer;
    updateCaption();
    replotSoon();
}

void MapPane::setLook(const RasterStyle& look) {
    if (look == m_map->look())
        return;
    m_map->setLook(look);
    if (m_context != nullptr)
        m_context->setLook(look);
    replotSoon();
}

void MapPane::setColourMap(const QString& name) {
    RasterStyle look = m_map->look();
    look.colourMap = name;
    setLook(look);
    applyGradient();
}

void MapPane::setLevels(AxisSpan levelDb) {
    RasterStyle look = m_map->look();
    look.levelDb = levelDb;
    setLook(look);
}

void MapPane::setDifferences(AxisSpan differenceDb) {
    RasterStyle look = m_map->look();
    look.differenceDb = differenceDb;
    setLook(look);
}

void MapPane::setFrequencyScale(FrequencyScale scale) {
    if (scale == m_frequency.scale())
        return;
    const AxisSpan before = frequencyRange();
    const AxisSpan units = m_plot->span(*m_plot->yAxis), most = m_plot->valueLimits().span;
    const double slack = sameEnd * most.length();
    const bool fromBottom = !m_frequencySet || units.low <= most.low + slack;
    const bool toTop = !m_frequencySet || units.high >= most.high - slack;
    m_frequency.setScale(scale);
    m_frequency.attach();
    RasterStyle look = m_map->look();
    look.frequency = scale;
    setLook(look);
    const bool wasSet = m_frequencySet;
    m_frequencySet = true; // the range is set below
    updateLimits();
    m_frequencySet = wasSet;
    const AxisSpan limits = m_frequency.limitsHz();
    m_frequency.setHertz({fromBottom ? limits.low : toMicrohertz(before.low), toTop && !wasSet ? limits.high : toMicrohertz(before.high)});
    placeOverlay();
    replotSoon();
}

void MapPane::setSmooth(bool on) {
    RasterStyle look = m_map->look();
    look.smooth = on;
    setLook(look);
}

void MapPane::setTimeRange(AxisSpan span) {
    m_timeSet = true;
    m_plot->xAxis->setRange(span.low, span.high);
    replotSoon();
}

void MapPane::setFrequencyRange(AxisSpan span) {
    m_frequencySet = true;
    m_frequency.setHertz(span);
    replotSoon();
}

void MapPane::setTimeLimits(AxisSpan span) {
    m_timeLimits = span;
    updateLimits();
    replotSoon();
}

void MapPane::setOverlayLevel(int level) {
    m_marks->setLevel(level);
    replotSoon();
}

void MapPane::replotSoon() { m_plot->replot(QCustomPlot::rpQueuedReplot); }

} // namespace thetascope
