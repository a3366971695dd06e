// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/map_axis_pane.h"

#include "ui/views/axis_margins.h"

#include <QVBoxLayout>
#include <algorithm>

namespace thetascope {
namespace {

constexpr double timeMargin = 0.02;       // overscroll beyond the data, share of their length
constexpr double leastSamples = 16;       // deepest zoom: so many samples across
constexpr double leastBins = 2;
constexpr double lowestLogHertz = 20;     // where hearing begins; lower on demand only
constexpr double kilohertzFrom = 2000;
constexpr int scaleGap = 12;              // px between map and colour bar
constexpr int scaleWidth = 14;

QCPColorGradient gradientOf(const ColourMap& map, bool inverted) {
    QCPColorGradient gradient;
    gradient.setLevelCount(ColourMap::size);
    gradient.clearColorStops();
    QMap<double, QColor> stops;
    for (int i = 0; i < ColourMap::size; ++i)
        stops.insert(static_cast<double>(i) / (ColourMap::size - 1), QColor(map.table()[static_cast<size_t>(i)]));
    gradient.setColorStops(stops);
    return inverted ? gradient.inverted() : gradient;
}

AxisSpan logLimits(AxisSpan linear, double hzPerBin) {
    return {std::min(std::max(hzPerBin, lowestLogHertz), 0.5 * linear.high), linear.high};
}

} // namespace

void setLine(QCPTextElement& element, const QString& text, const QFont& font, int leftMargin, int width) {
    const QFontMetrics metrics(font);
    // 0 would stand for the height of a line.
    const int height = text.isEmpty() ? 1 : metrics.height() + metrics.height() / 3;
    element.setFont(font);
    element.setTextFlags(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine);
    element.setText(metrics.elidedText(text, Qt::ElideRight, std::max(0, width)));
    element.setMargins({leftMargin, 0, 0, 0});
    element.setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    element.setMinimumSize(1, height);
    element.setMaximumSize(QWIDGETSIZE_MAX, height);
}

MapPane::MapPane(QWidget* parent) : QWidget(parent), m_plot(new AxisPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    buildLayout();
    buildAxes();
    m_map = new MapPlottable(m_plot->xAxis, m_plot->yAxis);
    m_marks = new FrameAxisMarks(m_plot->xAxis);
    connect(m_plot, &AxisPlot::laidOut, this, &MapPane::placeOverlay);
    connect(m_plot, &AxisPlot::timeEdited, this, [this] { m_timeSet = true; });
    connect(m_plot, &AxisPlot::valueEdited, this, [this] { m_frequencySet = true; });
    updateLimits();
    recolour();
}

void MapPane::buildLayout() {
    QCPLayoutGrid* outer = m_plot->plotLayout();
    auto* row = new QCPLayoutGrid;
    QCPAxisRect* rect = m_plot->axisRect();
    outer->take(rect);
    outer->simplify();
    m_captionText = new QCPTextElement(m_plot);
    m_footerText = new QCPTextElement(m_plot);
    outer->addElement(0, 0, m_captionText);
    outer->addElement(1, 0, row);
    outer->addElement(2, 0, m_footerText);
    outer->setRowSpacing(0);
    row->addElement(0, 0, rect);
    m_scale = new QCPColorScale(m_plot);
    row->addElement(0, 1, m_scale);
    row->setColumnSpacing(0);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(scaleWidth);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    auto* group = new QCPMarginGroup(m_plot);
    rect->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_plot->setColourScale(m_scale);
}

void MapPane::buildAxes() {
    m_plot->axisRect()->setupFullAxesBox();
    m_plot->axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom);
    for (QCPAxis* axis : m_plot->axisRect()->axes())
        axis->grid()->setVisible(false);
    for (QCPAxis* axis : {m_plot->xAxis2, m_plot->yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    m_plot->xAxis->setTicker(QSharedPointer<SecondsTicker>::create());
    m_hertzTicker = QSharedPointer<NumberTicker>::create();
    m_logHertzTicker = QSharedPointer<LogTicker>::create();
    m_logHertzTicker->setThousands(true);
    m_plot->yAxis->setTicker(m_hertzTicker);
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &MapPane::updateLabels);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &MapPane::updateLabels);
}

void MapPane::setGrid(const std::shared_ptr<const CellGrid>& grid) {
    m_map->setGrid(grid);
    m_marks->setGrid(grid);
    updateLimits();
    replotSoon();
}

void MapPane::updateLimits() {
    const CellGrid* grid = m_map->grid().get();
    if (grid != nullptr) {
        const double rate = grid->spectrogram->sampleRate;
        const AxisSpan time = m_timeLimits.value_or(AxisSpan{grid->spans.begin(), grid->spans.end()});
        m_plot->setTimeLimits({time, leastSamples / rate, timeMargin, false});
        const bool logarithmic = m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
        const AxisSpan linear{0, grid->hzPerBin * std::max(1, grid->bins - 1)};
        const AxisSpan hertz = logarithmic ? logLimits(linear, grid->hzPerBin) : linear;
        m_plot->setValueLimits({hertz, std::min(leastBins * grid->hzPerBin, linear.high), 0, logarithmic});
        if (!m_frequencySet)
            m_plot->yAxis->setRange(hertz.low, hertz.high);
    }
    if (!m_timeSet && (grid != nullptr || m_timeLimits)) {
        const AxisSpan time = m_timeLimits && grid == nullptr ? *m_timeLimits : m_plot->timeLimits().span;
        m_plot->xAxis->setRange(time.low, time.high);
    }
    updateLabels();
}

void MapPane::updateLabels() {
    m_plot->xAxis->setLabel(SecondsTicker::axisLabel(m_plot->xAxis->range()));
    const bool logarithmic = m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
    const bool kilo = !logarithmic && m_plot->yAxis->range().upper >= kilohertzFrom;
    m_hertzTicker->setDivisor(kilo ? 1000 : 1);
    m_plot->yAxis->setLabel(kilo ? QStringLiteral("Frequency (kHz)") : QStringLiteral("Frequency (Hz)"));
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

void MapPane::updateCaption() {
    const int left = axisLeftMargin(fontMetrics());
    QFont strong = font();
    strong.setBold(true);
    setLine(*m_captionText, m_caption, strong, left, width() - left - fontMetrics().height());
    setLine(*m_footerText, m_footer, font(), left, width() - left - fontMetrics().height());
}

void MapPane::setLook(const RasterStyle& look) {
    if (look == m_map->look())
        return;
    m_map->setLook(look);
    replotSoon();
}

void MapPane::setColourMap(const QString& name) {
    RasterStyle look = m_map->look();
    look.colourMap = name;
    setLook(look);
    applyGradient();
}

void MapPane::applyGradient() { m_scale->setGradient(gradientOf(ColourMap::named(look().colourMap), m_scaleReversed)); }

void MapPane::setLevels(AxisSpan levelDb) {
    RasterStyle look = m_map->look();
    look.levelDb = levelDb;
    setLook(look);
}

void MapPane::setScale(AxisSpan range, const QString& label, bool logarithmic, bool reversed) {
    m_scale->setDataScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        m_scale->axis()->setTicker(QSharedPointer<LogTicker>::create());
    else
        m_scale->axis()->setTicker(QSharedPointer<NumberTicker>::create());
    m_scale->setDataRange({range.low, range.high});
    m_scale->axis()->setRangeReversed(reversed);
    m_scaleReversed = reversed;
    m_scale->setLabel(label);
    applyGradient();
    recolour();
}

void MapPane::setLogFrequency(bool on) {
    const bool was = m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
    if (on == was)
        return;
    const AxisSpan before = frequencyRange();
    const AxisSpan wasAll = m_plot->valueLimits().span;
    const bool all = !m_frequencySet || before == wasAll;
    m_plot->yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    const QSharedPointer<QCPAxisTicker> ticker = on ? QSharedPointer<QCPAxisTicker>(m_logHertzTicker) : m_hertzTicker;
    m_plot->yAxis->setTicker(ticker);
    updateLimits();
    const AxisSpan limits = m_plot->valueLimits().span;
    const AxisSpan next = all ? limits : AxisSpan{on ? std::max(before.low, limits.low) : before.low, before.high};
    m_plot->yAxis->setRange(next.low, next.high);
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
    m_plot->yAxis->setRange(span.low, span.high);
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

void MapPane::setCursor(std::optional<double> seconds, std::optional<double> hertz) {
    m_cursorSeconds = seconds;
    m_cursorHertz = hertz;
    placeOverlay();
}

void MapPane::setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_selectedSeconds = seconds;
    m_selectedHertz = hertz;
    placeOverlay();
}

void MapPane::placeOverlay() {
    const auto x = [this](double seconds) { return m_plot->xAxis->coordToPixel(seconds); };
    const auto y = [this](double hertz) { return m_plot->yAxis->coordToPixel(hertz); };
    m_plot->overlay().setCrosshair(m_cursorSeconds ? std::optional(x(*m_cursorSeconds)) : std::nullopt,
                                   m_cursorHertz ? std::optional(y(*m_cursorHertz)) : std::nullopt);
    QRectF selection;
    if (m_selectedSeconds || m_selectedHertz) {
        selection = m_plot->axisRect()->rect();
        if (m_selectedSeconds) {
            selection.setLeft(x(m_selectedSeconds->low));
            selection.setRight(x(m_selectedSeconds->high));
        }
        if (m_selectedHertz) {
            selection.setTop(y(m_selectedHertz->high));
            selection.setBottom(y(m_selectedHertz->low));
        }
    }
    m_plot->overlay().setSelection(selection);
}

void MapPane::replotSoon() { m_plot->replot(QCustomPlot::rpQueuedReplot); }

void MapPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

void MapPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateCaption();
    const int em = fontMetrics().height();
    m_plot->xAxis->ticker()->setTickCount(std::clamp(width() / (7 * em), 2, 12));
    m_plot->yAxis->ticker()->setTickCount(std::clamp(height() / (4 * em), 2, 10));
    m_scale->axis()->ticker()->setTickCount(std::clamp(height() / (4 * em), 2, 8));
}

void MapPane::recolour() {
    const AxisColours colours = axisColours(palette());
    const QFontMetrics metrics = fontMetrics();
    m_plot->setBackground(colours.background);
    colourAxes(*m_plot->axisRect(), colours, font());
    colourAxis(*m_scale->axis(), colours, font());
    for (QCPAxis* axis : m_scale->axis()->axisRect()->axes())
        axis->setBasePen(QPen(colours.line, 1));
    m_captionText->setTextColor(colours.text);
    m_footerText->setTextColor(blend(colours.background, colours.text, 0.7));
    m_plot->axisRect()->setMargins({axisLeftMargin(metrics), 0, scaleGap, 0});
    m_plot->axisRect()->setMinimumMargins({0, metrics.height() / 2 + 2, 0, 0});
    // The colour scale sizes itself by the margins of its own axis rectangle: fixed, so that panes line up.
    QCPAxisRect* bar = m_scale->axis()->axisRect();
    bar->setAutoMargins(QCP::msNone);
    bar->setMargins({0, 0, axisRightMargin(metrics) - scaleGap - scaleWidth, 0});
    m_plot->overlay().setColours(Qt::white, Qt::black, palette().color(QPalette::Highlight));
    RasterStyle look = m_map->look();
    look.background = colours.outside.rgb();
    look.uncovered = colours.hatching.rgb();
    m_map->setLook(look);
    updateCaption();
    replotSoon();
}

} // namespace thetascope
