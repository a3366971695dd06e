// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/view_linker.h"

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
    const auto timed = [this](double low, double high) { showTime({low, high}); };
    const auto at = [this](double seconds, double hz) { moveCursor(unlessNan(seconds), unlessNan(hz)); };
    const auto left = [this] { moveCursor({}, {}); };
    connect(m_panes.waveform, &WaveformView::timeRangeChanged, this, timed);
    connect(m_panes.waveform, &WaveformView::cursorMoved, this, [this](double seconds) { moveCursor(seconds, {}); });
    connect(m_panes.waveform, &WaveformView::cursorLeft, this, left);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) {
        connect(view, &SpectrogramView::timeRangeChanged, this, timed);
        connect(view, &SpectrogramView::frequencyRangeChanged, this, &ViewLinker::showFrequency);
        connect(view, &SpectrogramView::cursorMoved, this, at);
        connect(view, &SpectrogramView::cursorLeft, this, left);
    }
    connect(m_panes.theta, &ThetaView::timeRangeChanged, this, timed);
    connect(m_panes.theta, &ThetaView::frequencyRangeChanged, this, &ViewLinker::showFrequency);
    connect(m_panes.theta, &ThetaView::cursorMoved, this, at);
    connect(m_panes.theta, &ThetaView::cursorLeft, this, left);
}

void ViewLinker::setLimits(double durationSeconds, double sampleRate) {
    m_duration = durationSeconds;
    m_highestHz = 0.5 * sampleRate;
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setTimeLimits(0, m_duration);
    m_panes.theta->setTimeLimits(0, m_duration);
    showAll();
}

void ViewLinker::showTime(TimeRange range) {
    if (!(range.length() > 0)) return;
    m_visible = range;
    m_panes.waveform->setTimeRange(range.start, range.end);
    m_panes.theta->setTimeRange(range.start, range.end);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setTimeRange(range.start, range.end);
    emit timeRangeChanged();
}

void ViewLinker::showFrequency(double lowHz, double highHz) {
    m_panes.theta->setFrequencyRange(lowHz, highHz);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setFrequencyRange(lowHz, highHz);
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
    m_panes.waveform->setCursor(seconds);
    m_panes.theta->setCursor(seconds, hz);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setCursor(seconds, hz);
    emit cursorChanged(seconds, hz);
}

} // namespace thetascope
