// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and region: one stretch of time, drawn in the panes and written in the fields. A result on screen stays there
// whatever is selected; the region is what the next descent takes.
#include "app/window/controller.h"

#include "ui/panels/settings_panel.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// A selection fills the fields with whole milliseconds; what is typed may be finer.
double rounded(double seconds) { return std::round(seconds * 1e3) / 1e3; }

/// Whether fields that hold `set` say what is selected.
bool says(const std::optional<TimeRange>& set, const std::optional<TimeRange>& selected) {
    if (set == selected) return true;
    return set && selected && rounded(selected->start) == set->start
           && (selected->end == set->end || rounded(selected->end) == set->end);
}

} // namespace

std::optional<TimeRange> Controller::stretchSelected() const {
    const auto& selection = m_tools.selection();
    return selection && !selection->allTime ? std::optional(selection->time) : std::nullopt;
}

std::optional<TimeRange> Controller::stretchSet() const {
    const Settings& settings = m_session.settings();
    if (!settings.startSeconds && !settings.endSeconds) return std::nullopt;
    const double duration = m_session.durationSeconds();
    const TimeRange set{settings.startSeconds.value_or(0), std::min(settings.endSeconds.value_or(duration), duration)};
    return set.length() > 0 ? std::optional(set) : std::nullopt; // no selection shows a region that can't be
}

void Controller::selectionChanged() {
    if (!m_session.isOpen()) return;
    m_selectionWaits = m_runs.active(); // the fields are its until it ends
    const auto selected = stretchSelected();
    if (m_selectionWaits || says(stretchSet(), selected)) return;
    Settings settings = m_panes.settings->settings();
    settings.startSeconds.reset();
    settings.endSeconds.reset();
    if (selected) settings.startSeconds = rounded(selected->start);
    if (selected && selected->end < m_session.durationSeconds()) settings.endSeconds = rounded(selected->end);
    editSettings(settings);
}

void Controller::selectRegion() {
    const auto set = stretchSet();
    if (!says(set, stretchSelected())) m_tools.showStretch(set);
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
