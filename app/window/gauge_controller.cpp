// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/gauge_controller.h"

#include "app/export/reconstruction_snr.h"
#include "app/window/picture_controller.h"
#include "app/workers/task_thread.h"

namespace thetascope {
namespace {

const std::string gaugeSlot = "gauges", inverseSlot = "inverse";
constexpr int restMilliseconds = 400;

} // namespace

GaugeController::GaugeController(const PictureController& pictures, TaskThread& tasks, TaskThread& measuring, QObject* parent)
    : QObject(parent), m_pictures(pictures), m_tasks(tasks), m_measuring(measuring) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &GaugeController::look);
}

void GaugeController::look() {
    const auto spectrogram = m_pictures.isOverview() ? nullptr : m_pictures.adaptive();
    if (spectrogram != m_measured.first) forgetMeasurement();
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
                       addMeasured();
                       emit scoresChanged();
                       m_rest.start();
                   },
                   [this](const QString&) { m_scores.reset(); }); // out of memory: the gauges stay empty
}

bool GaugeController::isMeasuring() const { return m_measuring.busy(inverseSlot); }

void GaugeController::forgetMeasurement() {
    m_measured = {};
    m_measuring.cancel(inverseSlot);
}

void GaugeController::addMeasured() {
    if (m_scores && m_measured.first == m_seen && m_measured.first != nullptr && !isMeasuring()) m_scores->reconstructionSnrDb = m_measured.second;
}

void GaugeController::measureReconstruction() {
    const auto spectrogram = m_pictures.isOverview() ? nullptr : m_pictures.adaptive();
    if (!spectrogram || !m_pictures.start() || isMeasuring()) return;
    m_measured = {spectrogram, 0};
    m_measuring.latest(inverseSlot,
                       [spectrogram, settings = m_pictures.start()->resolved,
                        signal = m_pictures.start()->signal](const std::stop_token& stop) {
                           return measureReconstructionDb(signal, settings, spectrogram->tiling, stop);
                       },
                       [this](double snr) {
                           m_measured.second = snr;
                           addMeasured();
                           emit scoresChanged();
                       },
                       [this](const QString& message) {
                           forgetMeasurement();
                           emit scoresChanged();
                           emit failed(message);
                       });
    emit scoresChanged();
}

} // namespace thetascope
