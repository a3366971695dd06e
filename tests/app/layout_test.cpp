// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers, the hints of its first start, and the overview of the keys.
#include "tests/app/window_fixture.h"

#include "app/window/keys_dialog.h"
#include "ui/views/history_bar.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

QSplitter& splitterOf(QWidget* pane) { return *qobject_cast<QSplitter*>(pane->parentWidget()); }

/// As a person does, with the mouse on the handle.
void dragHandle(QSplitter& splitter, int index, const QPoint& by) {
    QSplitterHandle* const handle = splitter.handle(index);
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + by, handle->mapToGlobal(from + by), Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
}

bool isNear(const QList<int>& now, const QList<int>& then) {
    for (qsizetype i = 0; i < then.size(); ++i)
        if (std::abs(now[i] - then[i]) > 3) return false;
    return now.size() == then.size();
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void init() { QSettings().clear(); }

    void theLayoutIsRemembered() {
        QList<int> plots, upper, lower;
        QSize size;
        {
            OpenWindow program;
            QVERIFY(program.open(demoSignal));
            program.window.resize(1300, 820);
            QTest::keyClick(&program.window, Qt::Key_D);
            QTest::qWait(0);
            dragHandle(splitterOf(program.panes().waveform), 1, {0, 40});
            dragHandle(splitterOf(program.panes().adaptive), 1, {-90, 0});
            dragHandle(splitterOf(program.panes().theta), 1, {70, 0});
            program.window.findChild<QDockWidget*>(QStringLiteral("gaugesDock"))->close();
            plots = splitterOf(program.panes().waveform).sizes();
            upper = splitterOf(program.panes().adaptive).sizes();
            lower = splitterOf(program.panes().theta).sizes();
            QVERIFY(upper[0] < upper[1] - 100 && lower[0] > lower[1] + 100);
            size = program.window.size();
            program.window.close();
        }
        OpenWindow program;
        program.window.restoreLayout();
        QTRY_VERIFY(program.panes().classical->isVisible());
        QTRY_COMPARE(program.window.size(), size);
        QTRY_VERIFY(isNear(splitterOf(program.panes().waveform).sizes(), plots));
        QVERIFY(isNear(splitterOf(program.panes().adaptive).sizes(), upper));
        QVERIFY(isNear(splitterOf(program.panes().theta).sizes(), lower));
        QVERIFY(program.actions().split->isChecked());
        QVERIFY(!program.window.findChild<QDockWidget*>(QStringLiteral("gaugesDock"))->isVisible());
    }

    void theSplitComesBackAsItWas() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QTest::keyClick(&program.window, Qt::Key_D);
        QTest::qWait(0);
        QSplitter& upper = splitterOf(program.panes().adaptive);
        QVERIFY(std::abs(upper.sizes()[0] - upper.sizes()[1]) < 3);
        dragHandle(upper, 1, {-100, 0});
        const QList<int> sizes = upper.sizes();
        QTest::keyClick(&program.window, Qt::Key_D);
        QTest::keyClick(&program.window, Qt::Key_D);
        QTRY_VERIFY(isNear(upper.sizes(), sizes));
    }

    void hintsComeOneAfterTheOtherAndNeverAgain() {
        {
            OpenWindow program;
            QVERIFY(program.open(demoSignal));
            const MessageBar& hints = *program.panes().hints;
            QVERIFY(!hints.isVisible());
            program.controller.hints().start();
            QVERIFY(hints.isVisible() && hints.text().contains(QStringLiteral("F5")));
            Settings quick = quickSettings();
            quick.iterations = 3;
            QVERIFY(program.edit(quick));
            QTest::keyClick(&program.window, Qt::Key_F5);
            QTRY_VERIFY_WITH_TIMEOUT(hints.text().contains(QStringLiteral("Hold A")), patience);
            QVERIFY(program.waitFor(RunState::idle));
            QTest::keyPress(program.findPlots(), Qt::Key_A);
            QVERIFY(hints.text().contains(QStringLiteral("Hold A")));
            QTest::keyRelease(program.findPlots(), Qt::Key_A);
            QVERIFY(hints.isVisible() && hints.text().contains(QStringLiteral("slider")));
        }
        {
            OpenWindow program;
            program.controller.hints().start();
            QVERIFY(program.panes().hints->text().contains(QStringLiteral("slider"))); // goes on where it was
            QTest::mouseClick(program.panes().hints->findChild<QToolButton*>(), Qt::LeftButton);
            QVERIFY(!program.panes().hints->isVisible());
        }
        OpenWindow program;
        program.controller.hints().start();
        QVERIFY(!program.panes().hints->isVisible());
        program.actions().hints->trigger();
        QVERIFY(program.panes().hints->isVisible() && program.panes().hints->text().contains(QStringLiteral("F5")));
    }

    void theKeysAreListedByTopicOnASmallScreen() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QTest::keyClick(&program.window, Qt::Key_W); // "Undo Window length" now
        QVERIFY(program.idle());
        QTest::keyClick(&program.window, Qt::Key_F2);
        auto* const dialog = program.window.findChild<KeysDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible() && !dialog->isModal());
        QVERIFY2(dialog->height() <= 700 && dialog->width() <= 1150,
                 qPrintable(QStringLiteral("%1 x %2").arg(dialog->width()).arg(dialog->height())));
        QString all;
        for (const QLabel* const label : dialog->findChildren<QLabel*>()) all += label->text();
        for (const QAction* const action : program.window.findChildren<QAction*>()) {
            const QString key = action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped();
            QVERIFY2(key.isEmpty() || all.contains(QStringLiteral("<b>%1</b>").arg(key)), qPrintable(key));
        }
        for (const char* const words : {">Undo<", "Overlays", "Mouse", "Shift+wheel", "<b>A</b>"}) QVERIFY2(all.contains(QLatin1String(words)), words);
        QVERIFY(!all.contains(QStringLiteral("Undo Window")));
        QVERIFY(dialog->findChild<QScrollArea*>()->widgetResizable());
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close), Qt::LeftButton);
        QTRY_VERIFY(program.window.findChild<KeysDialog*>() == nullptr);
    }
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
