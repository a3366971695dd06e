// SPDX-License-Identifier: GPL-3.0-or-later
// How a map pane is built and coloured.
#include "ui/views/map_axis_pane.h"

#include "ui/views/axis_margins.h"
#include "ui/views/guarded_plot.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr int scaleGap = 12; // px between map and colour bar
constexpr int scaleWidth = 14;
constexpr float veilShare = 0.3F; // how far a context fades into the background

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

} // namespace

QStringList brokenInTwo(const QString& text, const QFontMetrics& metrics, int width) {
    if (metrics.horizontalAdvance(text) <= width) return {text};
    qsizetype end = -1;
    for (qsizetype at = text.indexOf(' '); at >= 0 && metrics.horizontalAdvance(text.left(at)) <= width; at = text.indexOf(' ', at + 1))
        end = at;
    if (end < 0) return {text};
    return {text.left(end), text.mid(end + 1)};
}

void setLine(QCPTextElement& element, const QString& text, const QFont& font, int leftMargin, int width, int mostLines) {
    const QFontMetrics metrics(font);
    QStringList lines = mostLines > 1 ? brokenInTwo(text, metrics, width) : QStringList{text};
    for (QString& line : lines) line = metrics.elidedText(line, Qt::ElideRight, std::max(0, width));
    // 0 would stand for the height of a line.
    const int height = text.isEmpty() ? 1 : metrics.height() * static_cast<int>(lines.size()) + metrics.height() / 3;
    element.setFont(font);
    element.setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    element.setText(lines.join('\n'));
    element.setMargins({leftMargin, 0, 0, 0});
    element.setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    element.setMinimumSize(1, height);
    element.setMaximumSize(QWIDGETSIZE_MAX, height);
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
    m_plot->xAxis->setTicker(makeTicker<SecondsTicker>());
    m_frequency.attach();
}

void MapPane::applyGradient() { m_scale->setGradient(gradientOf(ColourMap::named(look().colourMap), m_scaleReversed)); }

void MapPane::setScale(AxisSpan range, const QString& label, bool logarithmic, bool reversed) {
    m_scale->setDataScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    const int count = m_scale->axis()->ticker()->tickCount();
    if (logarithmic)
        m_scale->axis()->setTicker(makeTicker<LogTicker>());
    else
        m_scale->axis()->setTicker(makeTicker<NumberTicker>());
    m_scale->axis()->ticker()->setTickCount(count);
    m_scale->setDataRange({range.low, range.high});
    m_scale->axis()->setRangeReversed(reversed);
    m_scaleReversed = reversed;
    m_scale->setLabel(label);
    applyGradient();
    recolour();
}

void MapPane::updateCaption() {
    const int left = axisLeftMargin(fontMetrics());
    QFont strong = font();
    strong.setBold(true);
    setLine(*m_captionText, m_caption, strong, left, width() - left - fontMetrics().height());
    setLine(*m_footerText, m_footer, font(), left, width() - left - fontMetrics().height(), 2);
}

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
    if (m_context != nullptr) {
        m_context->setLook(look);
        QColor veil = colours.background;
        veil.setAlphaF(veilShare);
        m_context->setVeil(veil);
    }
    updateCaption();
    replotSoon();
}

} // namespace thetascope
