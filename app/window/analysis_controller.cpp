// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/analysis_controller.h"

#include "app/workers/compute.h"
#include "app/workers/task_thread.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

const std::string picturesSlot = "pictures", overviewSlot = "overview";

/// Columns of an overview: about as many as a wide screen has pixels, so that no more is computed than can be seen.
constexpr int overviewColumns = 2000;
/// A stretch so long is transformed whole in no time: it needs no coarse picture first.
constexpr double finestAtOnceSeconds = 120;
/// An overview of more than this many times what is in view is too coarse for it.
constexpr double coarsest = 3;

/// Whether an overview of `has` will do while `wanted` is in view.
bool suits(SampleRange has, SampleRange wanted) {
    const auto length = [](SampleRange range) { return static_cast<double>(range.last - range.first); };
    return has.first <= wanted.first && has.last >= wanted.last && length(has) <= coarsest * length(wanted);
}

/// A long recording is read from its file again and again: whether that is still the one that was opened.
bool stillThere(const Recording& recording) { return recording.clip->source == nullptr || recording.identity.unchanged(); }

Error changedError(const Recording& recording) { return {ErrorKind::input, recording.identity.sentence()}; }

} // namespace

AnalysisController::AnalysisController(Session& session, TaskThread& tasks, QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks) {}

bool AnalysisController::busy() const { return m_tasks.busy(picturesSlot) || m_tasks.busy(overviewSlot); }

void AnalysisController::forget() {
    m_requested.reset();
    m_overview.reset();
    forgetOverviews();
    m_then = nullptr;
    m_tasks.cancel(picturesSlot);
    m_tasks.cancel(overviewSlot);
}

void AnalysisController::refresh(TimeRange visible) {
    if (!m_session.isOpen()) return;
    const RegionChoice region = m_session.region(visible);
    emit regionChanged(region);
    if (!check(region)) return;
    const bool picturesWere = m_requested.has_value();
    if (region.coarse) dropPictures();
    else requestPictures(region);
    if (!region.whole) refreshOverview(region, visible, picturesWere);
}

void AnalysisController::surround(TimeRange visible) {
    if (!m_session.isOpen() || !m_session.run) return;
    const RegionChoice region = m_session.region(visible);
    if (m_session.problems(region).empty()) refreshOverview(region, visible, true);
}

void AnalysisController::dropPictures() {
    m_requested.reset();
    m_then = nullptr;
    m_tasks.cancel(picturesSlot);
}

void AnalysisController::forgetOverviews() {
    m_latest = m_whole = {};
    m_overviewRange.reset();
}

SampleRange AnalysisController::samplesOf(TimeRange range) const {
    const double rate = m_session.recording().clip->sampleRate;
    const std::int64_t all = m_session.recording().clip->frames();
    const auto at = [&](double seconds) { return std::clamp<std::int64_t>(std::llround(seconds * rate), 0, all); };
    return {at(range.start), at(range.end)};
}

SampleRange AnalysisController::overviewRange(TimeRange visible) const {
    const double half = 0.5 * visible.length();
    if (2 * visible.length() >= m_session.durationSeconds()) return samplesOf({0, m_session.durationSeconds()});
    return samplesOf({visible.start - half, visible.end + half});
}

void AnalysisController::refreshOverview(const RegionChoice& region, TimeRange visible, bool picturesWere) {
    Settings settings = m_session.resolved(region);
    settings.startSeconds = settings.endSeconds = std::nullopt; // whatever part is in view
    const bool sameSettings = m_overview && sameTransform(*m_overview, settings);
    if (!sameSettings) forgetOverviews();
    m_overview = settings;
    const SampleRange wanted = samplesOf(visible), range = overviewRange(visible);
    if (sameSettings && m_overviewRange && suits(*m_overviewRange, wanted)) { // there, or on its way
        if ((picturesWere || isBeneath()) && m_latest.picture) show(m_latest, m_session.resolved(region));
        return;
    }
    m_overviewRange = range;
    if (m_whole.picture && suits(m_whole.range, wanted)) {
        m_latest = m_whole;
        show(m_whole, m_session.resolved(region));
        m_overviewRange = m_whole.range;
        if (m_whole.fine) return m_tasks.cancel(overviewSlot);
        return requestOverview(region, m_whole.range, OverviewDetail::fine);
    }
    const bool near = static_cast<double>(range.last - range.first) < finestAtOnceSeconds * m_session.recording().clip->sampleRate;
    requestOverview(region, range, near || m_latest.picture ? OverviewDetail::fine : OverviewDetail::coarse);
}

void AnalysisController::show(const Overview& overview, const ResolvedSettings& settings) {
    if (isBeneath()) emit surroundingsReady(overview.picture);
    else emit overviewReady(overview.picture, overview.fine, settings);
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
        dropPictures();
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
    const Recording recording = m_session.recording();
    m_tasks.latest(picturesSlot, [recording, settings, arrays = m_session.arrays()](const std::stop_token&) {
        auto pictures = makeStartPictures(*recording.clip, settings, arrays);
        return pictures && !stillThere(recording) ? Result<StartPictures>(changedError(recording)) : std::move(pictures);
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

void AnalysisController::requestOverview(const RegionChoice& region, SampleRange range, OverviewDetail detail) {
    using Picture = std::shared_ptr<const Spectrogram>;
    const Recording recording = m_session.recording();
    const ResolvedSettings settings = m_session.resolved(region);
    m_tasks.latest(overviewSlot, [recording, settings, range, detail](const std::stop_token& stop) -> Result<Picture> {
        Picture picture = makeOverview(recording.reader(), settings, range, overviewColumns, detail, stop);
        return stillThere(recording) ? Result<Picture>(std::move(picture)) : changedError(recording);
    }, [this, region, settings, range, detail](const Picture& overview) {
        if (!overview) return;
        const bool fine = detail == OverviewDetail::fine;
        keepOverview(overview, range, fine);
        show(m_latest, settings);
        if (!fine) requestOverview(region, range, OverviewDetail::fine);
    }, [this](const QString& message) { emit failed(message); });
}

void AnalysisController::keepOverview(const std::shared_ptr<const Spectrogram>& picture, SampleRange range, bool fine) {
    m_latest = {picture, range, fine};
    if (range.first == 0 && range.last == m_session.recording().clip->frames()) m_whole = m_latest;
}

} // namespace thetascope
