// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and region: one stretch of time, drawn in the panes and written in the fields. A result on screen stays there
// whatever is selected; the region is what the next descent takes.
#include "app/window/controller.h"

#include "ui/panels/settings_panel.h"

#include <cmath>

namespace thetascope {
namespace {

/// Fields hold whole milliseconds.
double rounded(double seconds) { return std::round(seconds * 1e3) / 1e3; }

/// In whole milliseconds; nothing for all of the recording.
std::optional<TimeRange> stretch(TimeRange time, double duration) {
    if (time.start <= 0 && time.end >= duration) return std::nullopt;
    return TimeRange{rounded(time.start), rounded(time.end)};
}

} // namespace

std::optional<TimeRange> Controller::stretchSelected() const {
    const auto& selection = m_tools.selection();
    return selection ? stretch(selection->time, m_session.durationSeconds()) : std::nullopt;
}

std::optional<TimeRange> Controller::stretchSet() const {
    const Settings& settings = m_session.settings();
    const double duration = m_session.durationSeconds();
    return stretch({settings.startSeconds.value_or(0), settings.endSeconds.value_or(duration)}, duration);
}

void Controller::selectionChanged() {
    if (!m_session.isOpen()) return;
    m_selectionWaits = m_runs.active(); // the fields are its until it ends
    const auto selected = stretchSelected();
    if (m_selectionWaits || selected == stretchSet()) return;
    Settings settings = m_panes.settings->settings();
    settings.startSeconds = selected ? std::optional(selected->start) : std::nullopt;
    settings.endSeconds = selected ? std::optional(selected->end) : std::nullopt;
    editSettings(settings);
}

void Controller::selectRegion() {
    const auto set = stretchSet();
    if (set == stretchSelected()) return;
    const Settings& settings = m_session.settings();
    const TimeRange typed{settings.startSeconds.value_or(0), settings.endSeconds.value_or(m_session.durationSeconds())};
    m_tools.showStretch(set ? std::optional(typed) : std::nullopt); // to the digit, not to the millisecond
}

void Controller::regionIsNext() {
    m_analysis.recheck(m_views.visible());
    aboutResult();
}

void Controller::aboutResult() {
    if (m_runs.active()) return;
    if (m_pictures.isPartial()) m_analysis.surround(m_views.visible());
    const Signal& signal = *m_session.run->start.signal;
    const RegionChoice next = m_session.region(m_views.visible());
    const double end = signal.startSeconds + signal.length() / signal.sampleRate;
    const bool same = rounded(next.range.start) == rounded(signal.startSeconds) && rounded(next.range.end) == rounded(end);
    m_status.setNext(same ? std::nullopt : std::optional(next));
}

void Controller::fitSelection() {
    const auto& selection = m_tools.selection();
    if (!selection) return;
    m_views.showTime(selection->time);
    if (selection->hertz) m_views.showFrequency(selection->hertz->low, selection->hertz->high);
}

} // namespace thetascope
