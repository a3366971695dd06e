// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/gauge_controller.h"

#include "app/window/picture_controller.h"
#include "app/workers/task_thread.h"

namespace thetascope {
namespace {

const std::string gaugeSlot = "gauges";
constexpr int restMilliseconds = 400;

} // namespace

GaugeController::GaugeController(const PictureController& pictures, TaskThread& tasks, QObject* parent)
    : QObject(parent), m_pictures(pictures), m_tasks(tasks) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &GaugeController::look);
}

void GaugeController::look() {
    const auto spectrogram = m_pictures.isOverview() ? nullptr : m_pictures.adaptive();
    if (!spectrogram || !m_pictures.start()) {
        m_tasks.cancel(gaugeSlot);
        m_seen.reset();
        m_scores.reset();
        emit scoresChanged();
        return;
    }
    if (spectrogram == m_seen || m_rest.isActive() || m_tasks.busy(gaugeSlot)) return; // the latest is looked at after that
    m_seen = spectrogram;
    m_tasks.latest(gaugeSlot,
                   [spectrogram, settings = m_pictures.start()->resolved,
                    signal = m_pictures.start()->signal](const std::stop_token&) -> Result<LiveScores> {
                       return liveScores(*spectrogram, settings, *signal);
                   },
                   [this](const LiveScores& scores) {
                       m_scores = scores;
                       emit scoresChanged();
                       m_rest.start();
                   },
                   [this](const QString&) { m_scores.reset(); }); // out of memory: the gauges stay empty
}

} // namespace thetascope
