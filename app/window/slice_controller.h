// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/main_window.h"

#include <QObject>
#include <optional>

namespace thetascope {

class PictureController;

/// Keeps the spectrum slice at the cursor; where the cursor was, when it has left. Lives on the GUI thread.
class SliceController : public QObject {
    Q_OBJECT

public:
    SliceController(const PictureController& pictures, const MainWindow& window, QObject* parent);

    void follow(std::optional<double> seconds, std::optional<double> hz);

private:
    const PictureController& m_pictures;
    Panes m_panes;
};

} // namespace thetascope
