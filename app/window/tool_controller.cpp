// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tool_controller.h"

#include "ui/panels/readout.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <algorithm>

namespace thetascope {

ToolController::ToolController(const MainWindow& window, QObject* parent) : QObject(parent), m_panes(window.panes()) {
    connectPanes();
}

void ToolController::connectPanes() {
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) {
        connect(view, &SpectrogramView::regionSelected, this, [this](double from, double to, double low, double high) {
            selectPart(AxisSpan{from, to}, high > low ? std::optional(AxisSpan{low, high}) : std::nullopt);
        });
        connect(view, &SpectrogramView::measured, this, [this](double from, double to, double low, double high) {
            measure(AxisSpan{from, to}, AxisSpan{low, high});
        });
    }
    connect(m_panes.theta, &ThetaView::regionSelected, this, &ToolController::selectPart);
    connect(m_panes.theta, &ThetaView::measured, this, &ToolController::measure);
    connect(m_panes.waveform, &WaveformView::stretchSelected, this,
            [this](double from, double to) { selectPart(AxisSpan{from, to}, {}); });
    connect(m_panes.waveform, &WaveformView::stretchMeasured, this,
            [this](double from, double to) { measure(AxisSpan{from, to}, {}); });
}

void ToolController::setTool(Tool tool) {
    m_panes.waveform->setTool(tool);
    m_panes.theta->setTool(tool);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setTool(tool);
}

void ToolController::setHarmonics(bool on) {
    m_panes.theta->setHarmonics(on);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setHarmonics(on);
}

void ToolController::clear() {
    if (m_hasMeasure) measure({}, {});
    else if (m_selection) select({});
}

void ToolController::forget(double durationSeconds) {
    m_duration = durationSeconds;
    measure({}, {});
    m_selection.reset();
    show();
}

void ToolController::showStretch(const std::optional<TimeRange>& time) {
    if (time && m_selection && m_selection->time == *time) return;
    m_selection = time ? std::optional(Selection{*time, {}}) : std::nullopt;
    show();
}

/// A band alone is one of what is selected, or of all of the recording.
void ToolController::selectPart(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    TimeRange time = m_selection ? m_selection->time : TimeRange{0, m_duration};
    if (seconds) time = {std::max(seconds->low, 0.0), std::min(seconds->high, m_duration)};
    const bool allTime = !seconds && (!m_selection || m_selection->allTime);
    if (time.length() > 0) select(Selection{time, hertz, allTime});
}

void ToolController::select(std::optional<Selection> selection) {
    m_selection = std::move(selection);
    show();
    emit selectionChanged();
}

void ToolController::show() {
    std::optional<AxisSpan> seconds, hertz;
    if (m_selection) {
        seconds = AxisSpan{m_selection->time.start, m_selection->time.end};
        hertz = m_selection->hertz;
    }
    m_panes.waveform->setSelection(seconds ? seconds->low : 0, seconds ? seconds->high : 0);
    m_panes.theta->setSelection(seconds, hertz);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setSelection(seconds, hertz);
}

/// A rectangle's figures would hide the small panes; those of a stretch or a band alone stand where it was drawn, too.
void ToolController::measure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_hasMeasure = seconds || hertz;
    const QString figures = measureText(seconds ? seconds->length() : 0, hertz ? hertz->length() : 0);
    const QString inSmallPanes = seconds && hertz ? QString() : figures;
    m_panes.waveform->setMeasure(seconds, inSmallPanes);
    m_panes.theta->setMeasure(seconds, hertz, inSmallPanes);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setMeasure(seconds, hertz, figures);
}

} // namespace thetascope
