// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/live_scores.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace thetascope {

class PictureController;
class TaskThread;

/// The scores of the picture on screen, computed on a worker: one picture at a time, then the latest. Lives on the GUI
/// thread.
class GaugeController : public QObject {
    Q_OBJECT

public:
    GaugeController(const PictureController& pictures, TaskThread& tasks, QObject* parent);

    /// The picture on screen is another one.
    void look();
    const std::optional<LiveScores>& scores() const { return m_scores; }

signals:
    void scoresChanged();

private:
    const PictureController& m_pictures;
    TaskThread& m_tasks;
    QTimer m_rest; ///< after a look, so that a descent is hardly slowed down
    std::shared_ptr<const Spectrogram> m_seen; ///< the scores are of this one, or will be
    std::optional<LiveScores> m_scores;
};

} // namespace thetascope
