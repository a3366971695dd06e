// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/live_scores.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <utility>

namespace thetascope {

class PictureController;
class TaskThread;

/// The scores of the picture on screen, computed on a worker: one picture at a time, then the latest. Lives on the GUI
/// thread.
class GaugeController : public QObject {
    Q_OBJECT

public:
    GaugeController(const PictureController& pictures, TaskThread& tasks, TaskThread& measuring, QObject* parent);

    /// The picture on screen is another one.
    void look();
    const std::optional<LiveScores>& scores() const { return m_scores; }
    /// Inverts the picture on screen and says how near the sound comes: asked for, since it may take seconds per second of sound.
    void measureReconstruction();
    bool isMeasuring() const;

signals:
    void scoresChanged(); ///< or isMeasuring()
    void failed(const QString& message);

private:
    void forgetMeasurement();
    void addMeasured();

    const PictureController& m_pictures;
    TaskThread &m_tasks, &m_measuring;
    QTimer m_rest; ///< after a look, so that a descent is hardly slowed down
    std::shared_ptr<const Spectrogram> m_seen; ///< the scores are of this one, or will be
    std::optional<LiveScores> m_scores;
    std::pair<std::shared_ptr<const Spectrogram>, double> m_measured; ///< a picture and what its inverse came to, dB
};

} // namespace thetascope
