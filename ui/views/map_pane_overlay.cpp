// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over a map: cursor, playhead, selection, measure, harmonics.
#include "ui/views/map_axis_pane.h"

#include <vector>

namespace thetascope {
namespace {

constexpr int mostHarmonics = 64;

} // namespace

void MapPane::setCursor(std::optional<double> seconds, std::optional<double> hertz) {
    m_cursorSeconds = seconds;
    m_cursorHertz = hertz;
    placeOverlay();
}

void MapPane::setPlayhead(std::optional<double> seconds) {
    m_playhead = seconds;
    placeOverlay();
}

void MapPane::setStartMark(std::optional<double> seconds) {
    m_startMark = seconds;
    placeOverlay();
}

void MapPane::setHarmonics(bool on) {
    m_harmonics = on;
    placeOverlay();
}

void MapPane::setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_selectedSeconds = seconds;
    m_selectedHertz = hertz;
    placeOverlay();
}

void MapPane::setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures) {
    m_measuredSeconds = seconds;
    m_measuredHertz = hertz;
    m_measureFigures = figures;
    placeOverlay();
}

QRectF MapPane::pixelRect(const std::optional<AxisSpan>& seconds, const std::optional<AxisSpan>& hertz) const {
    QRectF rect = m_plot->axisRect()->rect();
    if (seconds) {
        rect.setLeft(m_plot->xAxis->coordToPixel(seconds->low));
        rect.setRight(m_plot->xAxis->coordToPixel(seconds->high));
    }
    if (hertz) {
        rect.setTop(m_frequency.pixelOf(hertz->high));
        rect.setBottom(m_frequency.pixelOf(hertz->low));
    }
    return rect;
}

void MapPane::placeOverlay() {
    AxisOverlay& overlay = m_plot->overlay();
    const auto x = [this](double seconds) { return m_plot->xAxis->coordToPixel(seconds); };
    const auto y = [this](double hertz) { return m_frequency.pixelOf(hertz); };
    const auto placeOf = [x](std::optional<double> seconds) { return seconds ? std::optional(x(*seconds)) : std::nullopt; };
    overlay.setPlaying(placeOf(m_playhead), placeOf(m_startMark));
    overlay.setCrosshair(placeOf(m_cursorSeconds),
                         m_cursorHertz ? std::optional(y(*m_cursorHertz)) : std::nullopt);
    overlay.setSelection(m_selectedSeconds || m_selectedHertz ? pixelRect(m_selectedSeconds, m_selectedHertz) : QRectF());
    overlay.setMeasure(m_measuredSeconds || m_measuredHertz ? pixelRect(m_measuredSeconds, m_measuredHertz) : QRectF(),
                       m_measureFigures);
    std::vector<double> multiples;
    if (m_harmonics && m_cursorHertz && *m_cursorHertz > 0) {
        const double top = frequencyRange().high;
        for (int k = 2; k <= mostHarmonics && k * *m_cursorHertz <= top; ++k)
            multiples.push_back(y(k * *m_cursorHertz));
    }
    overlay.setHarmonics(std::move(multiples));
}

} // namespace thetascope
