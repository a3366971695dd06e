// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace thetascope::testing {

constexpr int wheelNotch = 120; ///< eighths of a degree

/// The pointer moves there, over a widget.
inline void movePointer(QWidget& widget, const QPoint& to, Qt::MouseButtons pressed = Qt::NoButton,
                        Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, pressed, modifiers);
    QCoreApplication::sendEvent(&widget, &move);
}

/// Pressed at one place, moved over the middle to another, released there.
inline void dragPointer(QWidget& widget, const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {},
                        Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(&widget, button, modifiers, from);
    movePointer(widget, (from + to) / 2, button, modifiers);
    movePointer(widget, to, button, modifiers);
    QTest::mouseRelease(&widget, button, modifiers, to);
}

/// Turned by so many eighths of a degree, sideways and upwards.
inline void turnWheel(QWidget& widget, const QPoint& at, const QPoint& angle, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace thetascope::testing
