// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tool_controller.h"

#include "ui/panels/readout.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

namespace thetascope {

ToolController::ToolController(const MainWindow& window, QObject* parent) : QObject(parent), m_panes(window.panes()) {
    const auto selected = [this](double from, double to, double low, double high) {
        const auto band = high > low ? std::optional(AxisSpan{low, high}) : std::nullopt;
        select(Selection{{from, to}, band});
    };
    const auto measured = [this](double from, double to, double low, double high) { measure({from, to}, {low, high}); };
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) {
        connect(view, &SpectrogramView::regionSelected, this, selected);
        connect(view, &SpectrogramView::measured, this, measured);
    }
    connect(m_panes.theta, &ThetaView::regionSelected, this, selected);
    connect(m_panes.theta, &ThetaView::measured, this, measured);
    connect(m_panes.waveform, &WaveformView::regionSelected, this, [this](double from, double to) {
        select(to > from ? std::optional(Selection{{from, to}, {}}) : std::nullopt);
    });
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
    showMeasure({}, {});
    select({});
}

void ToolController::forget() {
    showMeasure({}, {});
    m_selection.reset();
    show();
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

void ToolController::measure(AxisSpan seconds, AxisSpan hertz) {
    showMeasure(std::pair(seconds, hertz), measureText(seconds.length(), hertz.length()));
}

void ToolController::showMeasure(const std::optional<std::pair<AxisSpan, AxisSpan>>& rectangle, const QString& figures) {
    m_panes.theta->setMeasure(rectangle, {}); // a small pane: the figures would hide it
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setMeasure(rectangle, figures);
}

} // namespace thetascope
