// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse over a curve of window lengths, and what is drawn over it: cursor, selection, measure, harmonics.
#include "ui/views/theta_axis_curve.h"

namespace thetascope {
namespace {

constexpr int mostHarmonics = 64;

} // namespace

void ThetaCurve::connectPlot() {
    connect(m_plot, &AxisPlot::laidOut, this, &ThetaCurve::placeOverlay);
    connect(m_plot, &AxisPlot::timeEdited, this, [this](double low, double high) {
        const AxisSpan span = overFrequency() ? hertzOf(low, high) : AxisSpan{low, high};
        (overFrequency() ? m_hertz : m_time) = span;
        (overFrequency() ? m_hertzSet : m_timeSet) = true;
        overFrequency() ? emit frequencyEdited(span.low, span.high) : emit timeEdited(low, high);
    });
    connect(m_plot, &AxisPlot::pointerMoved, this, [this](double at, double) {
        if (overFrequency())
            emit pointerMoved({}, m_frequency.toHertz(at));
        else
            emit pointerMoved(at, {});
    });
    connect(m_plot, &AxisPlot::regionSelected, this, [this](double low, double high) {
        overFrequency() ? emit regionSelected({}, hertzOf(low, high)) : emit regionSelected(AxisSpan{low, high}, {});
    });
    connect(m_plot, &AxisPlot::measured, this, [this](double low, double high) {
        overFrequency() ? emit measured({}, hertzOf(low, high)) : emit measured(AxisSpan{low, high}, {});
    });
    m_plot->setSnap([this](const QPointF& place) { return QPointF(snapped(place.x()), place.y()); });
}

/// The nearest bin or the centre of the nearest frame.
double ThetaCurve::snapped(double place) const {
    if (!m_grid || m_grid->spans.empty())
        return place;
    return overFrequency() ? m_frequency.nearestBin(place) : m_grid->spans.nearestCentre(place);
}

void ThetaCurve::setCursor(std::optional<double> seconds, std::optional<double> hertz) {
    m_cursorSeconds = seconds;
    m_cursorHertz = hertz;
    placeOverlay();
}

void ThetaCurve::setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_selectedSeconds = seconds;
    m_selectedHertz = hertz;
    placeOverlay();
}

void ThetaCurve::setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures) {
    m_measuredSeconds = seconds;
    m_measuredHertz = hertz;
    m_measureFigures = figures;
    placeOverlay();
}

void ThetaCurve::setHarmonics(bool on) {
    m_harmonics = on;
    placeOverlay();
}

/// From the bottom to the top of the plot; null if the axis at hand has no place for it.
QRectF ThetaCurve::pixelRect(const std::optional<AxisSpan>& seconds, const std::optional<AxisSpan>& hertz) const {
    const std::optional<AxisSpan>& span = overFrequency() ? hertz : seconds;
    if (!span)
        return {};
    const auto pixel = [this](double at) {
        return overFrequency() ? m_frequency.pixelOf(at) : m_plot->xAxis->coordToPixel(at);
    };
    QRectF rect = m_plot->axisRect()->rect();
    rect.setLeft(pixel(span->low));
    rect.setRight(pixel(span->high));
    return rect;
}

std::vector<double> ThetaCurve::harmonicPlaces() const {
    std::vector<double> places;
    if (!m_harmonics || !overFrequency() || !m_cursorHertz || !(*m_cursorHertz > 0))
        return places;
    for (int k = 2; k <= mostHarmonics && k * *m_cursorHertz <= m_hertz.high; ++k)
        places.push_back(m_frequency.pixelOf(k * *m_cursorHertz));
    return places;
}

void ThetaCurve::placeOverlay() {
    std::optional<double> at;
    if (overFrequency() && m_cursorHertz)
        at = m_frequency.pixelOf(*m_cursorHertz);
    else if (!overFrequency() && m_cursorSeconds)
        at = m_plot->xAxis->coordToPixel(*m_cursorSeconds);
    AxisOverlay& overlay = m_plot->overlay();
    overlay.setCrosshair(at, std::nullopt);
    overlay.setSelection(pixelRect(m_selectedSeconds, m_selectedHertz));
    overlay.setMeasure(pixelRect(m_measuredSeconds, m_measuredHertz), m_measureFigures);
    overlay.setHarmonics(harmonicPlaces(), Qt::Horizontal);
}

} // namespace thetascope
