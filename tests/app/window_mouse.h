// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/window_fixture.h"
#include "tests/support/mouse.h"

#include <qcustomplot.h>

namespace thetascope::testing {

/// Where a time is in a plot, at that share of its height.
inline QPoint at(QCustomPlot& plot, double seconds, double height = 0.5) {
    const QRect rect = plot.axisRect()->rect();
    return {qRound(plot.xAxis->coordToPixel(seconds)), qRound(rect.bottom() - height * rect.height())};
}
inline void drag(QCustomPlot& plot, double from, double to) { dragPointer(plot, at(plot, from, 0.2), at(plot, to, 0.8)); }
inline QCustomPlot& picture(OpenWindow& program) { return program.panes().adaptive->plot(); }
inline std::optional<double> start(OpenWindow& program) { return program.panes().settings->settings().startSeconds; }
inline void key(OpenWindow& program, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&program.window, key, modifiers);
}

} // namespace thetascope::testing
