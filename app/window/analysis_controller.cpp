// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/analysis_controller.h"

#include "app/workers/compute.h"
#include "app/workers/task_thread.h"

namespace thetascope {
namespace {

const std::string picturesSlot = "pictures", overviewSlot = "overview";

/// Columns of an overview: about as many as a wide screen has pixels, so that no more is computed than can be seen.
constexpr int overviewColumns = 2000;

} // namespace

AnalysisController::AnalysisController(Session& session, TaskThread& tasks, QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks) {}

bool AnalysisController::busy() const { return m_tasks.busy(picturesSlot) || m_tasks.busy(overviewSlot); }

void AnalysisController::forget() {
    m_requested.reset();
    m_overview.reset();
    m_overviewPicture.reset();
    m_then = nullptr;
    m_tasks.cancel(picturesSlot);
    m_tasks.cancel(overviewSlot);
}

void AnalysisController::refresh(TimeRange visible) {
    if (!m_session.isOpen()) return;
    const RegionChoice region = m_session.region(visible);
    emit regionChanged(region);
    if (!check(region)) return;
    if (region.coarse) refreshOverview(region);
    else requestPictures(region);
}

void AnalysisController::refreshOverview(const RegionChoice& region) {
    const bool picturesOnScreen = m_requested.has_value();
    m_requested.reset();
    m_then = nullptr;
    m_tasks.cancel(picturesSlot);
    Settings settings = m_session.resolved(region);
    settings.startSeconds = settings.endSeconds = std::nullopt; // whatever part is in view
    if (m_overview && sameTransform(*m_overview, settings)) {
        if (!picturesOnScreen || !m_overviewPicture) return;
        emit overviewReady(m_overviewPicture, m_overviewFine, m_session.resolved(region));
        return;
    }
    m_overview = settings;
    m_overviewPicture.reset();
    requestOverview(region, OverviewDetail::coarse);
}

void AnalysisController::recheck(TimeRange visible) {
    if (m_session.isOpen()) check(m_session.region(visible));
}

void AnalysisController::prepare(TimeRange visible, std::function<void(std::shared_ptr<const StartPictures>)> then) {
    if (!m_session.isOpen()) return;
    const RegionChoice region = m_session.region(visible);
    if (!check(region)) return;
    if (picturesAreOf(region)) return then(m_session.pictures);
    requestPictures(region);
    m_then = std::move(then);
}

bool AnalysisController::check(const RegionChoice& region) {
    m_problems = m_session.problems(region);
    emit problemsChanged();
    if (m_problems.empty()) {
        emit resolvedChanged(m_session.resolved(region));
    } else {
        m_then = nullptr;
        m_requested.reset();
        m_tasks.cancel(picturesSlot);
    }
    return m_problems.empty();
}

bool AnalysisController::picturesAreOf(const RegionChoice& region) const {
    return m_session.pictures && m_requested && !m_tasks.busy(picturesSlot)
           && sameTransform(*m_requested, m_session.settingsFor(region));
}

void AnalysisController::requestPictures(const RegionChoice& region) {
    Settings settings = m_session.settingsFor(region);
    if (m_requested && sameTransform(*m_requested, settings)) return; // there, or on its way
    m_requested = settings;
    m_then = nullptr;
    settings.threads = windowThreads(settings.threads);
    const auto clip = m_session.recording().clip;
    m_tasks.latest(picturesSlot, [clip, settings, arrays = m_session.arrays()](const std::stop_token&) {
        return makeStartPictures(*clip, settings, arrays);
    }, [this](StartPictures pictures) {
        m_session.pictures = std::make_shared<const StartPictures>(std::move(pictures));
        emit picturesReady();
        if (const auto then = std::exchange(m_then, nullptr)) then(m_session.pictures);
    }, [this](const QString& message) {
        m_requested.reset();
        m_then = nullptr;
        emit failed(message);
    });
}

void AnalysisController::requestOverview(const RegionChoice& region, OverviewDetail detail) {
    using Picture = std::shared_ptr<const Spectrogram>;
    const Recording recording = m_session.recording();
    const ResolvedSettings settings = m_session.resolved(region);
    m_tasks.latest(overviewSlot, [recording, settings, detail](const std::stop_token& stop) -> Result<Picture> {
        return makeOverview(*recording.samples, recording.clip->sampleRate, settings, overviewColumns, detail, stop);
    }, [this, region, settings, detail](const Picture& overview) {
        if (!overview) return;
        m_overviewPicture = overview;
        m_overviewFine = detail == OverviewDetail::fine;
        // One that is ready after the view has come closer is kept for later.
        if (!m_requested) emit overviewReady(overview, m_overviewFine, settings);
        if (!m_overviewFine) requestOverview(region, OverviewDetail::fine);
    }, [this](const QString& message) { emit failed(message); });
}

} // namespace thetascope
