// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QObject>

namespace thetascope {

class PictureController;
class TaskThread;

/// The grid search over a shared window length, on a worker when asked for, and the descent's dot on it. Lives on the GUI
/// thread.
class LandscapeController : public QObject {
    Q_OBJECT

public:
    LandscapeController(const Session& session, const PictureController& pictures, TaskThread& tasks,
                        const MainWindow& window, QObject* parent);

    /// The picture, the run or the objective may be another one.
    void refresh();

signals:
    void failed(const QString& message);

private:
    /// What a landscape belongs to.
    struct Subject {
        std::shared_ptr<const Signal> signal;
        ResolvedSettings settings;
    };
    void compute();
    std::optional<Subject> subject() const;
    bool isOf(const Subject& subject) const;

    const Session& m_session;
    const PictureController& m_pictures;
    TaskThread& m_tasks;
    Panes m_panes;
    std::optional<Subject> m_shown; ///< whose landscape is on screen
};

} // namespace thetascope
