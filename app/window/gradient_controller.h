// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/gradient_at.h"

#include <QObject>
#include <QString>
#include <optional>
#include <string>

namespace thetascope {

class PictureController;
class TaskThread;

/// Checks the gradient at the cell that was last pointed at, on a worker. Lives on the GUI thread.
class GradientController : public QObject {
    Q_OBJECT

public:
    GradientController(const PictureController& pictures, TaskThread& tasks, QObject* parent);

    void setCursor(std::optional<double> seconds, std::optional<double> hz);
    /// Of an objective at the picture on screen, at the cursor's last place in it, else at its middle.
    void check(const std::string& objective);

signals:
    void checked(const thetascope::GradientAt& result);
    void failed(const QString& message);

private:
    const PictureController& m_pictures;
    TaskThread& m_tasks;
    std::optional<double> m_seconds, m_hz;
};

} // namespace thetascope
