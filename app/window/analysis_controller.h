// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace thetascope {

class TaskThread;

/// Keeps the pictures before a descent in step with the recording, the settings and what is in view. Computes on a worker;
/// only the latest request counts. Lives on the GUI thread.
class AnalysisController : public QObject {
    Q_OBJECT

public:
    AnalysisController(Session& session, TaskThread& tasks, QObject* parent);

    /// The recording, the settings or the stretch in view may have changed: checks, and computes what is out of date.
    void refresh(TimeRange visible);

    /// Only checks: what is on screen stays, e.g. the result of a run.
    void recheck(TimeRange visible);

    /// Sees to it that there are surroundings for a result on screen, wherever the view goes.
    void surround(TimeRange visible);

    /// Calls `then` with the pictures of what an analysis would take now: at once if they are there, else when they are
    /// computed, unless something is refreshed meanwhile. Nothing happens if there are problems.
    void prepare(TimeRange visible, std::function<void(std::shared_ptr<const StartPictures>)> then);

    /// Forgets what was computed, e.g. for another recording.
    void forget();

    const Problems& problems() const { return m_problems; }
    bool busy() const;

signals:
    void problemsChanged();
    /// What an analysis would take, with nothing left open; only while there are no problems.
    void resolvedChanged(const thetascope::ResolvedSettings& resolved);
    void regionChanged(const thetascope::RegionChoice& region);
    void picturesReady();                                                ///< session.pictures
    void overviewReady(const std::shared_ptr<const thetascope::Spectrogram>& overview, bool fine,
                       const thetascope::ResolvedSettings& settings);
    /// An overview of what lies about a region whose pictures, or whose result, are on screen.
    void surroundingsReady(const std::shared_ptr<const thetascope::Spectrogram>& overview);
    void failed(const QString& message);

private:
    bool check(const RegionChoice& region);
    void requestPictures(const RegionChoice& region);
    void forgetOverviews();
    void refreshOverview(const RegionChoice& region, TimeRange visible, bool picturesWere);
    void requestOverview(const RegionChoice& region, SampleRange range, OverviewDetail detail);
    /// What an overview of that view covers: all of the recording, or the view and half of it on either side.
    SampleRange samplesOf(TimeRange range) const;
    SampleRange overviewRange(TimeRange visible) const;
    /// Pictures of a region, or a result, are on screen: an overview is seen beneath them, not instead.
    bool isBeneath() const { return m_requested || m_session.run; }
    void dropPictures();
    void keepOverview(const std::shared_ptr<const Spectrogram>& picture, SampleRange range, bool fine);
    bool picturesAreOf(const RegionChoice& region) const;

    Session& m_session;
    TaskThread& m_tasks;
    Problems m_problems;
    std::optional<Settings> m_requested, m_overview; ///< what was asked for last
    /// An overview, of m_overview's settings.
    struct Overview {
        std::shared_ptr<const Spectrogram> picture;
        SampleRange range;
        bool fine = false;
    };
    void show(const Overview& overview, const ResolvedSettings& settings);
    Overview m_latest, m_whole;                  ///< the latest; the best of all of the recording
    std::optional<SampleRange> m_overviewRange;  ///< what was asked for last
    std::function<void(std::shared_ptr<const StartPictures>)> m_then;
};

} // namespace thetascope
