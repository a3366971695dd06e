// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/view_linker.h"

#include "ui/views/overview_strip.h"
#include "ui/views/slice_view.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// The closest that keys zoom, samples.
constexpr double fewestSamples = 64;

std::optional<double> unlessNan(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

} // namespace

ViewLinker::ViewLinker(const MainWindow& window, QObject* parent) : QObject(parent), m_panes(window.panes()) {
    connectPanes();
}

void ViewLinker::connectPanes() {
    const auto at = [this](double seconds, double hz) { moveCursor(unlessNan(seconds), unlessNan(hz)); };
    const auto left = [this] { moveCursor({}, {}); };
    connect(m_panes.waveform, &WaveformView::timeRangeChanged, this,
            [this](double low, double high) { timeEdited(Pane::waveform, {low, high}); });
    connect(m_panes.overview, &OverviewStrip::rangeEdited, this,
            [this](double low, double high) { showTime({low, high}); });
    connect(m_panes.adaptive, &SpectrogramView::timeRangeChanged, this,
            [this](double low, double high) { showTime({low, high}); });
    connect(m_panes.adaptive, &SpectrogramView::frequencyRangeChanged, this, &ViewLinker::showFrequency);
    connect(m_panes.classical, &SpectrogramView::timeRangeChanged, this,
            [this](double low, double high) { timeEdited(Pane::classical, {low, high}); });
    connect(m_panes.classical, &SpectrogramView::frequencyRangeChanged, this,
            [this](double low, double high) { frequencyEdited(Pane::classical, low, high); });
    connect(m_panes.waveform, &WaveformView::cursorMoved, this, [this](double seconds) { moveCursor(seconds, {}); });
    connect(m_panes.waveform, &WaveformView::cursorLeft, this, left);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) {
        connect(view, &SpectrogramView::cursorMoved, this, at);
        connect(view, &SpectrogramView::cursorLeft, this, left);
    }
    connect(m_panes.theta, &ThetaView::timeRangeChanged, this,
            [this](double low, double high) { timeEdited(Pane::theta, {low, high}); });
    connect(m_panes.theta, &ThetaView::frequencyRangeChanged, this,
            [this](double low, double high) { frequencyEdited(Pane::theta, low, high); });
    connect(m_panes.theta, &ThetaView::cursorMoved, this, at);
    connect(m_panes.theta, &ThetaView::cursorLeft, this, left);
}

void ViewLinker::setLimits(double durationSeconds, double sampleRate) {
    m_duration = durationSeconds;
    m_highestHz = 0.5 * sampleRate;
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setTimeLimits(0, m_duration);
    m_panes.theta->setTimeLimits(0, m_duration);
    m_panes.waveform->setTimeRange(0, m_duration); // linked or not: another recording
    m_panes.theta->setTimeRange(0, m_duration);
    m_panes.classical->setTimeRange(0, m_duration);
    m_panes.theta->setFrequencyRange(0, m_highestHz);
    m_panes.classical->setFrequencyRange(0, m_highestHz);
    showAll();
}

void ViewLinker::showTime(TimeRange range) {
    if (!(range.length() > 0)) return;
    m_visible = range;
    m_panes.adaptive->setTimeRange(range.start, range.end);
    m_panes.overview->setVisibleRange(range.start, range.end);
    if (isLinked(Pane::waveform)) m_panes.waveform->setTimeRange(range.start, range.end);
    if (isLinked(Pane::theta)) m_panes.theta->setTimeRange(range.start, range.end);
    if (isLinked(Pane::classical)) m_panes.classical->setTimeRange(range.start, range.end);
    emit timeRangeChanged();
}

void ViewLinker::showFrequency(double lowHz, double highHz) {
    m_lowHz = lowHz;
    m_highHz = highHz;
    m_panes.adaptive->setFrequencyRange(lowHz, highHz);
    m_panes.slice->setFrequencyRange(lowHz, highHz);
    if (isLinked(Pane::theta)) m_panes.theta->setFrequencyRange(lowHz, highHz);
    if (isLinked(Pane::classical)) m_panes.classical->setFrequencyRange(lowHz, highHz);
}

void ViewLinker::timeEdited(Pane pane, TimeRange range) {
    if (isLinked(pane)) showTime(range);
}

void ViewLinker::frequencyEdited(Pane pane, double lowHz, double highHz) {
    if (isLinked(pane)) showFrequency(lowHz, highHz);
}

void ViewLinker::setLinked(Pane pane, bool linked) {
    m_linked[static_cast<std::size_t>(pane)] = linked;
    if (!linked) return;
    showFrequency(m_lowHz, m_highHz);
    showTime(m_visible);
}

void ViewLinker::showAll() {
    showTime({0, m_duration});
    showFrequency(0, m_highestHz);
}

void ViewLinker::zoomTime(double factor) {
    const double about = m_cursor.value_or(0.5 * (m_visible.start + m_visible.end));
    const double place = std::clamp(about, m_visible.start, m_visible.end);
    const double closest = 0.5 * fewestSamples / m_highestHz;
    const double length = std::clamp(m_visible.length() * factor, std::min(closest, m_duration), m_duration);
    const double share = (place - m_visible.start) / m_visible.length();
    const double start = std::clamp(place - share * length, 0.0, m_duration - length);
    showTime({start, start + length});
}

void ViewLinker::scrollTime(double fraction) {
    const double length = m_visible.length();
    const double start = std::clamp(m_visible.start + fraction * length, 0.0, std::max(0.0, m_duration - length));
    showTime({start, start + length});
}

void ViewLinker::toStart() { showTime({0, m_visible.length()}); }

void ViewLinker::toEnd() { showTime({m_duration - m_visible.length(), m_duration}); }

void ViewLinker::moveCursor(std::optional<double> seconds, std::optional<double> hz) {
    m_cursor = seconds;
    m_cursorHz = hz;
    m_panes.waveform->setCursor(seconds);
    m_panes.theta->setCursor(seconds, hz);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setCursor(seconds, hz);
    emit cursorChanged(seconds, hz);
}

void ViewLinker::announceCursor() {
    if (m_cursor || m_cursorHz) emit cursorChanged(m_cursor, m_cursorHz);
}

} // namespace thetascope
