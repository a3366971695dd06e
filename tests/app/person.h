// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <functional>

namespace thetascope::testing {

/// Makes a window the one that keys go to.
inline bool activate(QWidget& window) {
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

/// Opens a box by its key, goes down to the choice of that name and takes it.
inline bool choose(QComboBox& box, const QString& name) {
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_F4);
    if (!QTest::qWaitFor([&box] { return box.view()->isVisible(); })) return false;
    const auto isThere = [&] { return box.view()->currentIndex().data().toString() == name; };
    QTest::keyClick(box.view(), Qt::Key_Home);
    for (int i = 0; i < box.count() && !isThere(); ++i) QTest::keyClick(box.view(), Qt::Key_Down);
    const bool found = isThere();
    QTest::keyClick(box.view(), found ? Qt::Key_Return : Qt::Key_Escape);
    return activate(*box.window()) && found;
}

/// Clicks an entry of a menu, where it is seen in it; false if it is in none.
inline bool clickEntry(QAction& action) {
    for (QObject* const object : action.associatedObjects()) {
        auto* const menu = qobject_cast<QMenu*>(object);
        if (menu == nullptr) continue;
        menu->popup({});
        if (!QTest::qWaitForWindowExposed(menu)) return false;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(&action).center());
        return !menu->isVisible();
    }
    return false;
}

/// Does something in the next modal dialog as soon as it is there: what opens it holds up the test itself.
class InDialog : public QObject {
public:
    explicit InDialog(std::function<void(QDialog&)> act) : m_act(std::move(act)) {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr || !dialog->isVisible()) return;
            m_timer.stop();
            m_done = true;
            m_act(*dialog);
        });
        m_timer.start(0);
    }
    bool isDone() const { return m_done; }

private:
    std::function<void(QDialog&)> m_act;
    QTimer m_timer;
    bool m_done = false;
};

} // namespace thetascope::testing
