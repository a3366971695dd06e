// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/main_window.h"

#include <QObject>

namespace thetascope {

class RunController;

/// Three things to try, one at a time, in a line above the panes: each goes when it was done or dismissed and never comes again,
/// unless asked for. Which are over is kept by QSettings. GUI thread.
class HintController : public QObject {
    Q_OBJECT

public:
    HintController(const RunController& runs, MainWindow& window, QObject* parent);

    /// Shows the first that isn't over, if any. Without this, nothing is ever shown.
    void start();
    /// All of them from the first on.
    void showAgain();

private:
    enum Hint { sharpen, hold, drag, hints };

    void over(Hint hint);
    void showNext();

    Panes m_panes;
    int m_over = 0;      ///< a bit for each hint that is over
    int m_shown = hints; ///< none
    bool m_started = false;
};

} // namespace thetascope
