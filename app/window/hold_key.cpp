// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/hold_key.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidget>

namespace thetascope {
namespace {

bool takesText(const QObject* object) {
    return qobject_cast<const QLineEdit*>(object) != nullptr || qobject_cast<const QAbstractSpinBox*>(object) != nullptr;
}

} // namespace

HoldKey::HoldKey(Qt::Key key, QObject* parent) : QObject(parent), m_key(key) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool HoldKey::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.key() != m_key || !watched->isWidgetType() || takesText(watched)) return false;
        if (key.isAutoRepeat()) return m_held;
        if (event->type() == QEvent::KeyPress && key.modifiers() != Qt::NoModifier) return false;
        setHeld(event->type() == QEvent::KeyPress);
        return true;
    }
    case QEvent::ApplicationDeactivate:
    case QEvent::WindowDeactivate: setHeld(false); return false;
    default: return false;
    }
}

void HoldKey::setHeld(bool held) {
    if (m_held == held) return;
    m_held = held;
    emit heldChanged(held);
}

} // namespace thetascope
