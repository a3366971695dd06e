// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>

namespace thetascope {

/// Room beside the axis rectangle of every pane on the shared time axis, pixels: panes one above the other then line
/// up. Left: axis label and numbers. Right: colour bar with its numbers and label, left empty where there is none.
inline int axisLeftMargin(const QFontMetrics& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("00000")) + 2 * metrics.height();
}

inline int axisRightMargin(const QFontMetrics& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("-0000")) + 9 * metrics.height() / 2;
}

} // namespace thetascope
