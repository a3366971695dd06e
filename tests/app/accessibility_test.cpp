// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be operated has a name and can be reached without a mouse.
#include "tests/app/window_fixture.h"

#include "ui/panels/display_panel.h"
#include "ui/panels/gauges.h"
#include "ui/panels/readout.h"
#include "ui/panels/runs_panel.h"
#include "ui/views/history_bar.h"
#include "ui/views/landscape_view.h"
#include "ui/views/loss_view.h"
#include "ui/views/overview_strip.h"
#include "ui/views/slice_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>
#include <vector>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Parts of Qt's own widgets, which are reached through their owner.
bool isInnerPart(const QWidget& widget) {
    const QString name = widget.objectName();
    return qobject_cast<const QScrollBar*>(&widget) != nullptr || name.startsWith(QStringLiteral("qt_"))
           || (qobject_cast<const QLineEdit*>(&widget) != nullptr
               && (qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr
                   || qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr))
           || widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton")
           || widget.inherits("QDockWidgetTitleButton") || widget.inherits("QComboBoxPrivateContainer") || widget.inherits("QComboBoxListView")
           || widget.inherits("QToolBarExtension")
           || (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QTabBar"));
}

bool isInteractive(const QWidget& widget) {
    constexpr const char* kinds[]{"QAbstractButton", "QAbstractSlider", "QAbstractSpinBox",
                                  "QComboBox",       "QLineEdit",       "QAbstractItemView"};
    return std::any_of(std::begin(kinds), std::end(kinds), [&](const char* kind) { return widget.inherits(kind); });
}

QString nameOf(QWidget& widget) {
    const QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(&widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : widget.accessibleName();
}

QString described(const QWidget& widget) {
    QString path;
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget())
        path += QStringLiteral(" < %1(%2)").arg(QString::fromLatin1(at->metaObject()->className()), at->objectName());
    return path;
}

/// Whether one of the window's actions does the same: a tool button is reached by the menu and its key.
bool hasAction(const QWidget& widget) {
    const auto* const button = qobject_cast<const QToolButton*>(&widget);
    return button != nullptr && button->defaultAction() != nullptr;
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void everyControlHasANameAndCanBeReached() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QStringList nameless, unreachable;
        int seen = 0;
        for (QWidget* const widget : program.window.findChildren<QWidget*>()) {
            if (!isInteractive(*widget) || isInnerPart(*widget)) continue;
            ++seen;
            if (nameOf(*widget).isEmpty()) nameless << described(*widget);
            if (!(widget->focusPolicy() & Qt::TabFocus) && !hasAction(*widget)) unreachable << described(*widget);
        }
        QVERIFY(seen > 40);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
        QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(QLatin1Char('\n'))));
    }

    void everyPaneHasANameAndADescription() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const Panes& panes = program.panes();
        for (const SpectrogramView* const pane : {panes.adaptive, panes.classical}) QVERIFY(!pane->accessibleDescription().isEmpty());
        const std::vector<const QWidget*> all{panes.overview, panes.waveform, panes.adaptive, panes.classical, panes.theta, panes.loss,
                                              panes.history, panes.settings, panes.display, panes.gauges, panes.slice, panes.runs,
                                              panes.landscape, panes.readout};
        QSet<QString> names;
        for (const QWidget* const pane : all) {
            QVERIFY2(!pane->accessibleName().isEmpty(), pane->metaObject()->className());
            QVERIFY2(!names.contains(pane->accessibleName()), qPrintable(pane->accessibleName())); // told apart by ear
            names.insert(pane->accessibleName());
        }
    }

    void everyDockHasANameAndAKeyWayIn() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const auto docks = program.window.findChildren<QDockWidget*>();
        QVERIFY(docks.size() >= 6);
        QSet<const QAction*> inMenus;
        for (const QMenu* const menu : program.window.findChildren<QMenu*>())
            for (const QAction* const action : menu->actions()) inMenus.insert(action);
        for (QDockWidget* const dock : docks) {
            QCOMPARE(dock->accessibleName(), dock->windowTitle());
            QVERIFY2(!dock->widget()->accessibleName().isEmpty(), qPrintable(dock->objectName()));
            QVERIFY2(inMenus.contains(dock->toggleViewAction()), qPrintable(dock->objectName()));
        }
    }

    void everyActionIsInAMenuWithWords() {
        OpenWindow program;
        QSet<const QAction*> inMenus;
        for (const QMenu* const menu : program.window.findChildren<QMenu*>())
            for (const QAction* const action : menu->actions()) inMenus.insert(action);
        for (const QAction* const action : program.window.QWidget::actions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        }
    }

    void noTwoActionsShareAKey() {
        OpenWindow program;
        QHash<QKeySequence, QString> keys;
        for (const QAction* const action : program.window.findChildren<QAction*>()) {
            const QKeySequence key = action->shortcut();
            if (key.isEmpty()) continue;
            const QString both = QStringLiteral("%1: %2, %3").arg(key.toString(), keys.value(key), action->text());
            QVERIFY2(!keys.contains(key), qPrintable(both));
            keys.insert(key, action->text());
        }
        for (const char* const wanted :
             {"Ctrl+O", "Ctrl+E", "Ctrl+Shift+E", "F5", "Shift+F5", "F10", "Shift+F10", "Ctrl+Shift+R", ",", ".", "B",
              "Shift+B", "D", "Shift+D", "Up", "Down", "F", "Shift+F", "Left", "Right", "Home", "End", "W", "Shift+W", "T",
              "P", "C", "[", "]", "{", "}", "0", "9", "8", "1", "2", "6", "Esc", "F11", "F1", "F2"})
            QVERIFY2(keys.contains(QKeySequence(QString::fromLatin1(wanted))), wanted);
    }

    void tabGoesRoundTheWindow() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QSet<const QWidget*> reached;
        constexpr int more = 300; // than there are controls
        for (int i = 0; i < more; ++i) {
            QWidget* const focus = QApplication::focusWidget();
            QTest::keyClick(focus != nullptr ? focus : &program.window, Qt::Key_Tab);
            if (QApplication::focusWidget() != nullptr) reached.insert(QApplication::focusWidget());
        }
        QVERIFY2(reached.contains(program.window.findChild<QWidget*>(QStringLiteral("plots"))), "the plots");
        QVERIFY2(reached.size() > 15, qPrintable(QString::number(reached.size())));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
