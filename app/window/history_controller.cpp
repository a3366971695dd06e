// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/history_controller.h"

#include "app/window/moment_caption.h"
#include "app/window/picture_controller.h"
#include "app/workers/compute.h"
#include "app/workers/task_thread.h"
#include "ui/views/history_bar.h"
#include "ui/views/loss_view.h"

namespace thetascope {
namespace {

const std::string momentSlot = "moment";

/// A kept iteration and its picture.
struct Moment {
    int iteration = 0;
    std::shared_ptr<const Spectrogram> spectrogram;
};

} // namespace

HistoryController::HistoryController(Session& session, TaskThread& tasks, const MainWindow& window,
                                     PictureController& pictures, QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_panes(window.panes()), m_pictures(pictures) {}

void HistoryController::runStarted() {
    clear();
    m_panes.history->setFollowing(true);
}

void HistoryController::runRestored() {
    clear();
    if (!m_session.run) return;
    m_panes.loss->append(m_session.run->records);
    m_panes.history->setFollowing(false);
    iterationsDone({});
    showBest();
}

void HistoryController::showBest() {
    const RunData& run = *m_session.run;
    m_panes.history->setShown(run.bestIteration);
    m_panes.loss->setShown(run.bestIteration);
    if (!run.result) return showKept(run.bestIteration);
    m_tasks.cancel(momentSlot);
    m_pictures.showMoment(run.result->best, run.bestIteration, momentCaption(run, run.bestIteration));
}

void HistoryController::clear() {
    m_tasks.cancel(momentSlot);
    m_panes.loss->clear();
    m_panes.loss->setBest(-1);
    m_panes.loss->setShown(-1);
    m_panes.history->setCount(-1);
    m_panes.history->setBest(-1);
}

void HistoryController::restored(int iteration) {
    const RunData& run = *m_session.run;
    iterationsDone(run.records);
    m_panes.history->setFollowing(false);
    m_pictures.showMoment(run.result->best, run.bestIteration, momentCaption(run, run.bestIteration));
    showIteration(iteration >= 0 && iteration <= run.lastIteration() ? iteration : run.bestIteration);
}

void HistoryController::iterationsDone(const std::vector<IterationRecord>& records) {
    m_panes.loss->append(records);
    m_panes.loss->setBest(m_session.run->bestIteration);
    m_panes.history->setCount(m_session.run->lastIteration());
    m_panes.history->setBest(m_session.run->bestIteration);
}

void HistoryController::snapshotTaken(const std::shared_ptr<const Snapshot>& snapshot) {
    if (!m_panes.history->isFollowing()) return;
    m_tasks.cancel(momentSlot); // older than what has come
    m_pictures.showMoment(snapshot->spectrogram, snapshot->iteration, momentCaption(*m_session.run, snapshot->iteration));
}

void HistoryController::runPaused() {
    if (m_panes.history->isFollowing()) showLatest();
}

void HistoryController::runEnded() {
    const std::shared_ptr<const DescentResult>& result = m_session.run->result;
    if (!result || !m_panes.history->isFollowing()) return;
    m_panes.history->setFollowing(false);
    showBest();
}

void HistoryController::showIteration(int iteration) {
    m_panes.loss->setShown(iteration);
    m_panes.history->setFollowing(false);
    m_panes.history->setShown(iteration);
    showKept(iteration);
}

void HistoryController::showLatest() {
    m_panes.loss->setShown(-1);
    m_panes.history->setFollowing(true);
    if (m_session.run) showKept(m_session.run->lastIteration());
}

void HistoryController::showKept(int iteration) {
    const std::shared_ptr<RunData> run = m_session.run;
    if (!run || !run->history || iteration < 0) return;
    if (m_pictures.iteration() == iteration && !m_tasks.busy(momentSlot)) return;
    ResolvedSettings settings = run->start.resolved;
    settings.threads = windowThreads(settings.threads);
    m_tasks.latest(momentSlot, [history = run->history, signal = run->start.signal, settings, iteration](
                                   const std::stop_token& stop) -> Result<Moment> {
        const auto kept = history->nearest(iteration);
        if (!kept || stop.stop_requested())
            return Error{ErrorKind::run, "iteration " + std::to_string(iteration) + " is not kept"};
        return Moment{kept->first, transformAt(signal, settings, kept->second)};
    }, [this, run, iteration](const Moment& moment) {
        if (m_session.run != run) return;
        const QString words = momentCaption(*run, moment.iteration);
        const bool exact = moment.iteration == iteration;
        m_pictures.showMoment(moment.spectrogram, moment.iteration,
                              exact ? words : tr("%1 (the nearest kept to %2)").arg(words).arg(iteration));
    }, [this](const QString& message) { emit failed(message); });
}

} // namespace thetascope
