// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that have keys of their own: W, T, C.
#include "app/window/controller.h"

#include "core/window/taper.h"
#include "ui/panels/settings_panel.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

void Controller::editSettings(const Settings& settings) {
    m_panes.settings->setSettings(settings);
    settingsEdited();
}

void Controller::scaleWindow(double factor) {
    if (!m_session.isOpen() || m_runs.active() || !m_analysis.problems().empty()) return;
    const ResolvedSettings now = m_session.resolved(m_session.region(m_views.visible()));
    Settings settings = m_panes.settings->settings();
    settings.theta = std::clamp(std::round(now.theta0 * factor), now.thetaMin, now.thetaUpper);
    editSettings(settings);
}

void Controller::nextTaper() {
    if (m_runs.active()) return;
    Settings settings = m_panes.settings->settings();
    const auto& all = tapers();
    const auto current = std::ranges::find(all, settings.window, &TaperDescription::name);
    const bool last = current == all.end() || current + 1 == all.end();
    settings.window = last ? all.front().name : (current + 1)->name;
    editSettings(settings);
}

void Controller::nextChannel() {
    if (!m_session.isOpen() || m_runs.active()) return;
    Settings settings = m_panes.settings->settings();
    const int channels = m_session.recording().clip->channels;
    const int current = settings.channel == "mix" ? 0 : std::stoi(settings.channel);
    settings.channel = current >= channels ? "mix" : std::to_string(current + 1);
    editSettings(settings);
}

} // namespace thetascope
