// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/task_thread.h"
#include "core/learn/train_runner.h"
#include "core/model/snapshot.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace thetascope {

/// empty: no recordings yet; pausing, stopping: asked for, but the batch in progress goes on to its end.
enum class TrainingState { empty, loading, ready, preparing, running, pausing, paused, stopping };

/// Reads folders, starts, steers and ends trainings, and pulls what they tell at about 30 Hz. Lives on the GUI thread and never waits
/// but for the batch in progress. The training window shows what it tells.
class TrainingController : public QObject {
    Q_OBJECT
public:
    explicit TrainingController(QObject* parent = nullptr);

    /// Reads the labelled recordings of a folder in the background.
    void open(const QString& folder);
    /// Begins a training with settings that passed checkTrainSettings().
    void start(const TrainSettings& settings);
    /// Goes on with the training that was stopped.
    void goOn();
    void pause();
    void resume();
    void stop();
    /// Writes the model, its curves and tables into a folder.
    void save(const QString& folder);

    TrainingState state() const { return m_state; }
    bool training() const;
    /// Whether goOn() would: the last training was stopped before its last epoch.
    bool canGoOn() const;
    QString folder() const { return m_folder; }
    const std::vector<std::string>& skipped() const { return m_skipped; } ///< "NAME: reason"
    std::shared_ptr<const LabelledSet> recordings() const { return m_set; }
    std::shared_ptr<const TrainData> data() const { return m_data; }     ///< of the latest training; null before
    const TrainSettings& settings() const { return m_settings; }         ///< of the latest training
    const std::vector<EpochRecord>& history() const { return m_history; } ///< likewise
    std::shared_ptr<const TrainProgress> progress() const { return m_progress; } ///< the latest batch; null before
    std::shared_ptr<const TrainResult> result() const { return m_result; } ///< null until a training has ended
    double theta() const;                                                 ///< as the network sees now
    std::optional<double> secondsLeft() const;

    /// What the network sees of an example now: magnitudes at its bins, at the current theta.
    std::shared_ptr<const Spectrogram> seen(int example);

signals:
    void stateChanged();
    void started();
    void progressed();
    /// The history has grown; the validation part as the model takes it now.
    void epochDone(const thetascope::PartEvaluation& validation);
    void ended(const QString& message);
    void saved(const QString& folder);
    void failed(const QString& message);

private:
    void setState(TrainingState state);
    void launch(std::shared_ptr<const TrainState> resumed);
    void pull();
    void handle(const EpochDone& event);
    void handle(const TrainPauseChanged& event);
    void handle(const TrainEnded& event);

    TaskThread m_tasks;
    TrainRunner m_runner;
    QTimer m_timer;
    QElapsedTimer m_clock; ///< since the training (or its last pause) began
    double m_doneAtStart = 0;
    TrainingState m_state = TrainingState::empty;
    QString m_folder;
    std::vector<std::string> m_skipped;
    std::shared_ptr<const LabelledSet> m_set;
    std::shared_ptr<const TrainData> m_data;
    TrainSettings m_settings;
    std::vector<EpochRecord> m_history;
    std::shared_ptr<const TrainProgress> m_progress;
    std::shared_ptr<const TrainResult> m_result;
};

} // namespace thetascope
