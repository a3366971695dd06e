// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/landscape_controller.h"

#include "app/window/picture_controller.h"
#include "app/workers/compute.h"
#include "app/workers/landscape.h"
#include "app/workers/task_thread.h"
#include "ui/views/landscape_view.h"

namespace thetascope {
namespace {

const std::string landscapeSlot = "landscape";
/// As dense as a person would search: a step of some 8 % in theta.
constexpr int gridPoints = 64;

} // namespace

LandscapeController::LandscapeController(const Session& session, const PictureController& pictures, TaskThread& tasks,
                                         const MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_pictures(pictures), m_tasks(tasks), m_panes(window.panes()) {
    connect(m_panes.landscape, &LandscapeView::computeRequested, this, &LandscapeController::compute);
    refresh();
}

std::optional<LandscapeController::Subject> LandscapeController::subject() const {
    if (m_pictures.isOverview() || !m_pictures.start()) return std::nullopt;
    Subject subject{m_pictures.start()->signal, m_pictures.start()->resolved};
    subject.settings.objective = m_session.run ? m_session.run->settings.objective : m_session.settings().objective;
    return subject;
}

bool LandscapeController::isOf(const Subject& other) const {
    return m_shown && m_shown->signal == other.signal && m_shown->settings.objective == other.settings.objective;
}

void LandscapeController::refresh() {
    LandscapeView& view = *m_panes.landscape;
    const auto now = subject();
    if (m_shown && (!now || !isOf(*now))) {
        m_shown.reset();
        m_tasks.cancel(landscapeSlot);
        view.setBusy(false);
        view.setLandscape({});
    }
    view.setComputable(now.has_value(), now ? QString() : tr("Zoom in until the picture is no overview"));
    std::vector<LandscapeStep> steps;
    if (m_session.run && m_session.run->settings.thetaMode == ThetaMode::shared) {
        for (const IterationRecord& record : m_session.run->records) steps.push_back({record.thetaMean, record.objective});
    }
    view.setDescent(steps, m_session.run && !m_session.run->active ? m_pictures.iteration() : -1);
}

void LandscapeController::compute() {
    const auto now = subject();
    if (!now) return;
    m_shown = now;
    m_panes.landscape->setBusy(true);
    ResolvedSettings settings = now->settings;
    settings.threads = windowThreads(settings.threads);
    m_tasks.latest(landscapeSlot, [signal = now->signal, settings](const std::stop_token& stop) {
        return searchWindowLengths(signal, settings, gridPoints, stop);
    }, [this](const WindowLengthSearch& search) {
        m_panes.landscape->setBusy(false);
        m_panes.landscape->setLandscape({search.thetas, search.objectives});
    }, [this](const QString& message) {
        m_panes.landscape->setBusy(false);
        emit failed(message);
    });
}

} // namespace thetascope
