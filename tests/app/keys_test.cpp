// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the list of keys, pressed on the real window, and what it does there.
#include "tests/app/person.h"
#include "tests/app/window_fixture.h"

#include "ui/panels/display_panel.h"
#include "ui/views/axis_plot.h"
#include "ui/views/history_bar.h"

#include <QFileDialog>
#include <functional>
#include <memory>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

using Probe = std::function<double(OpenWindow&)>;

/// What a key does: a number, and how it is afterwards. It must not be so before.
struct Effect {
    Probe probe;
    std::function<bool(double before, double after)> expected;
};

Effect turns(std::function<bool(OpenWindow&)> on) {
    return {[on](OpenWindow& program) { return on(program) ? 1.0 : 0.0; }, [](double, double after) { return after == 1; }};
}
Effect grows(Probe probe) { return {std::move(probe), [](double before, double after) { return after > before; }}; }
Effect shrinks(Probe probe) { return {std::move(probe), [](double before, double after) { return after < before; }}; }
Effect changesBy(double step, Probe probe) {
    return {std::move(probe), [step](double before, double after) { return std::abs(after - before - step) < 1e-9; }};
}
Effect becomes(double value, Probe probe) {
    return {std::move(probe), [value](double, double after) { return std::abs(after - value) < 1e-9; }};
}

double length(OpenWindow& program) { return program.controller.views().visible().length(); }
double start(OpenWindow& program) { return program.controller.views().visible().start; }
double end(OpenWindow& program) { return program.controller.views().visible().end - program.session().durationSeconds(); }
double floorDb(OpenWindow& program) { return program.panes().display->display().floorDb; }
double ceilingDb(OpenWindow& program) { return program.panes().display->display().ceilingDb; }
double overlays(OpenWindow& program) { return program.panes().display->display().overlayLevel; }
double iteration(OpenWindow& program) { return program.panes().history->shown(); }
double iterations(OpenWindow& program) { return program.session().run ? program.session().run->lastIteration() : -1; }
double tool(OpenWindow& program) {
    return static_cast<double>(qobject_cast<AxisPlot*>(&program.panes().adaptive->plot())->tool());
}
double theta(OpenWindow& program) { return program.session().settings().theta.value_or(0); }
double messages(OpenWindow& program) { return static_cast<double>(program.panes().messages->text().size()); }

bool hasRun(OpenWindow& program) { return program.session().run != nullptr; }
bool hasBox(OpenWindow& program) {
    const auto boxes = program.window.findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(boxes, [](const QDialog* box) { return box->isVisible(); });
}

void press(OpenWindow& program, const QString& keys) {
    const QKeyCombination key = QKeySequence(keys)[0];
    QTest::keyClick(program.findPlots(), key.key(), key.keyboardModifiers());
}

bool runOf(OpenWindow& program, int count) {
    Settings quick = quickSettings();
    quick.iterations = count;
    quick.stop = StopMode::none;
    program.actions().reset->trigger();
    return program.edit(quick) && program.sharpen();
}

/// Drawn with the mouse.
bool select(OpenWindow& program) {
    press(program, QStringLiteral("2"));
    QCustomPlot& plot = program.panes().adaptive->plot();
    const QRect area = plot.axisRect()->rect();
    const QPoint from = area.center() - QPoint(area.width() / 6, 30), to = area.center() + QPoint(area.width() / 6, 30);
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, to);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
    return program.idle() && program.controller.tools().selection().has_value();
}

bool finishedRun(OpenWindow& program) {
    return runOf(program, 6) && program.waitFor(RunState::idle) && hasRun(program);
}

bool pausedRun(OpenWindow& program) {
    if (!runOf(program, 100000) || !program.waitForIterations(2)) return false;
    program.actions().sharpen->trigger();
    return program.waitFor(RunState::paused);
}

} // namespace

Q_DECLARE_METATYPE(Effect)

class KeysTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    std::unique_ptr<OpenWindow> m_program;

private slots:
    void initTestCase() {
        m_program = std::make_unique<OpenWindow>();
        QVERIFY(m_program->open(demoSignal));
        QVERIFY(m_program->edit(quickSettings())); // every run is then scored on the others' grid within moments
    }
    void cleanupTestCase() { m_program.reset(); }

    void init() {
        m_program->controller.runs().stop();
        QVERIFY(m_program->waitFor(RunState::idle));
        m_program->controller.views().showTime({0.25, 0.75});
        QVERIFY(m_program->idle());
        QVERIFY(activate(m_program->window));
        m_program->findPlots()->setFocus();
    }

    void aKeyHasItsEffect_data() {
        QTest::addColumn<QString>("before"); // what is there: "", "run", "paused", "selection", or a key
        QTest::addColumn<Effect>("effect");
        const auto row = [](const char* key, const Effect& effect, const QString& before = {}) { QTest::newRow(key) << before << effect; };
        row("Up", shrinks(length));
        row("Down", grows(length));
        row("Left", shrinks(start));
        row("Right", grows(start));
        row("Home", becomes(0, start));
        row("End", becomes(0, end));
        row("F", becomes(0, end));
        row("Shift+F", shrinks(length), QStringLiteral("selection"));
        row("Esc", turns([](OpenWindow& program) { return !program.controller.tools().selection(); }), QStringLiteral("selection"));
        row("[", changesBy(-5, floorDb));
        row("]", changesBy(5, floorDb));
        row("{", changesBy(-5, ceilingDb));
        row("}", changesBy(5, ceilingDb));
        row("0", becomes(0, overlays), QStringLiteral("8"));
        row("9", becomes(1, overlays), QStringLiteral("8"));
        row("8", becomes(2, overlays), QStringLiteral("0"));
        row("2", becomes(static_cast<double>(Tool::select), tool));
        row("6", becomes(static_cast<double>(Tool::measure), tool));
        row("1", becomes(static_cast<double>(Tool::navigate), tool), QStringLiteral("2"));
        row("H", turns([](OpenWindow& program) { return program.actions().harmonics->isChecked(); }));
        row("F11", turns([](OpenWindow& program) { return program.window.isFullScreen(); }));
        row("P", turns([](OpenWindow& program) { return program.panes().display->display().colourMap == QLatin1String("magma"); }));
        row("D", turns([](OpenWindow& program) { return program.panes().classical->isVisible(); }));
        row("Shift+D", turns([](OpenWindow& program) { return program.panes().adaptive->subtracted() != nullptr; }));
        row("W", grows(theta));
        row("Shift+W", shrinks(theta), QStringLiteral("W"));
        row("T", turns([](OpenWindow& program) { return program.session().settings().window != Settings().window; }));
        row("C", turns([](OpenWindow& program) { return program.session().settings().channel == "1"; }));
        row("L", turns([](OpenWindow& program) { return program.actions().loopSound->isChecked(); }));
        row("S", grows(messages)); // there is no sound device: said
        row("Space", grows(messages));
        row("F1", turns(hasBox));
        row("F2", turns(hasBox));
        row("Ctrl+,", turns(hasBox));
        row("F5", grows(iterations));
        row("F10", changesBy(1, iterations), QStringLiteral("paused"));
        row("Shift+F10", changesBy(iterationsOfRunN, iterations), QStringLiteral("paused"));
        row("Shift+F5", turns([](OpenWindow& program) { return hasRun(program) && program.session().run->result != nullptr; }),
            QStringLiteral("paused"));
        row("Ctrl+Shift+R", turns([](OpenWindow& program) { return !hasRun(program); }), QStringLiteral("run"));
        row(",", changesBy(-1, iteration), QStringLiteral("run"));
        row("B", turns([](OpenWindow& program) { return iteration(program) == program.session().run->bestIteration
                                                        && !program.panes().history->isFollowing(); }), QStringLiteral("first"));
        row("Shift+B", becomes(6, iteration), QStringLiteral("first"));
        row(".", becomes(1, iteration), QStringLiteral("first"));
    }

    void aKeyHasItsEffect() {
        QFETCH(QString, before);
        QFETCH(Effect, effect);
        OpenWindow& program = *m_program;
        if (before == QLatin1String("run") || before == QLatin1String("first")) QVERIFY(finishedRun(program));
        else if (before == QLatin1String("paused")) QVERIFY(pausedRun(program));
        else if (before == QLatin1String("selection")) QVERIFY(select(program));
        else if (!before.isEmpty()) press(program, before);
        if (before == QLatin1String("first")) program.panes().history->showFirst();
        QVERIFY(program.idle());
        program.panes().messages->clear();
        const double then = effect.probe(program);
        QVERIFY(!effect.expected(then, then));
        const QString key = QString::fromLatin1(QTest::currentDataTag());
        press(program, key);
        QTRY_VERIFY_WITH_TIMEOUT(effect.expected(then, effect.probe(program)), patience);
        putBack(key);
    }

    /// A dialog that holds its caller up is closed by the test.
    void aKeyOpensItsDialog_data() {
        QTest::addColumn<QString>("title");
        QTest::newRow("Ctrl+O") << QStringLiteral("Open a Recording");
        QTest::newRow("Ctrl+E") << QStringLiteral("Export Picture");
        QTest::newRow("Ctrl+Shift+E") << QStringLiteral("Export Numbers: Where to Make the Folder of Results");
        QTest::newRow("Ctrl+S") << QString();
        QTest::newRow("Ctrl+Shift+S") << QString();
    }

    void aKeyOpensItsDialog() {
        QFETCH(QString, title);
        QString seen;
        const InDialog close([&seen](QDialog& dialog) {
            seen = dialog.windowTitle();
            dialog.reject();
        });
        press(*m_program, QString::fromLatin1(QTest::currentDataTag()));
        QTRY_VERIFY_WITH_TIMEOUT(close.isDone(), patience);
        if (!title.isEmpty()) QCOMPARE(seen, title);
        QVERIFY(!seen.isEmpty());
    }

    void aIsHeld() {
        QTest::keyPress(m_program->findPlots(), Qt::Key_A);
        QVERIFY(m_program->controller.pictures().holdsClassical());
        QTest::keyRelease(m_program->findPlots(), Qt::Key_A);
        QVERIFY(!m_program->controller.pictures().holdsClassical());
    }

private:
    /// Leaves the window as the next row expects it.
    void putBack(const QString& key) {
        for (const char* const again : {"H", "F11", "D", "Shift+D", "L"})
            if (key == QLatin1String(again)) press(*m_program, key);
        for (QDialog* const box : m_program->window.findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly)) box->close();
        QVERIFY(activate(m_program->window));
        press(*m_program, QStringLiteral("1"));
        press(*m_program, QStringLiteral("Esc"));
        QVERIFY(m_program->idle());
    }
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
