// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a hasty person does, in random order: nothing hangs, nothing leaks, and what is on screen in the end is
// what a fresh start would show. THETASCOPE_STRESS=<actions> makes it longer, THETASCOPE_STRESS_SEED=<n> another one.
#include "tests/app/window_fixture.h"

#include "ui/panels/display_panel.h"
#include "ui/views/history_bar.h"

#include <QFileInfo>
#include <random>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int defaultActions = 120;

/// The window with somebody in a hurry at it.
class Hurry {
public:
    Hurry(OpenWindow& program, const IsolatedSettings& isolated, unsigned seed)
        : m_program(program), m_isolated(isolated), m_random(seed) {}

    void act() {
        const std::array actions{&Hurry::sharpen,  &Hurry::stop,      &Hurry::reset,  &Hurry::step,   &Hurry::retune, &Hurry::retransform,
                                 &Hurry::reopen,   &Hurry::resize,    &Hurry::scrub,  &Hurry::write,  &Hurry::look,   &Hurry::undo};
        (this->*actions[below(actions.size())])();
        QTest::qWait(static_cast<int>(below(25))); // events and the run go on
    }

    int exports() const { return m_exports; }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }
    const Actions& actions() const { return m_program.window.actions(); }

    void sharpen() { m_program.actions().sharpen->trigger(); } // or pause, or go on
    void stop() { actions().stop->trigger(); }
    void reset() { actions().reset->trigger(); }
    void step() { (below(2) == 0 ? actions().step : actions().runN)->trigger(); }
    void undo() { (below(2) == 0 ? actions().undo : actions().redo)->trigger(); }

    /// Step and objective act on a run that goes on.
    void retune() {
        Settings settings = m_program.panes().settings->settings();
        settings.step = 0.05 * static_cast<double>(1 + below(10));
        settings.objective = below(2) == 0 ? "entropy" : "entropy+0.5*smoothness(log=1)";
        m_program.panes().settings->setSettings(settings);
        emit m_program.panes().settings->settingsEdited();
        emit m_program.panes().settings->liveEdited(QStringLiteral("objective"));
    }

    void retransform() {
        Settings settings = m_program.panes().settings->settings();
        settings.support = 64 << below(4);
        settings.hop = *settings.support / 4.0;
        settings.thetaMode = static_cast<ThetaMode>(below(4));
        settings.theta.reset();
        m_program.panes().settings->setSettings(settings);
        emit m_program.panes().settings->settingsEdited();
    }

    void reopen() { m_program.controller.open(below(2) == 0 ? demoSignal : QStringLiteral("demo:two-tones")); }
    void resize() { m_program.window.resize(900 + static_cast<int>(below(600)), 600 + static_cast<int>(below(400))); }

    void scrub() {
        const std::array moves{actions().previous, actions().next, actions().best, actions().latest, actions().play};
        moves[below(moves.size())]->trigger();
    }

    void look() {
        const std::array views{actions().split, actions().difference, actions().palette, actions().fit, actions().zoomIn,
                               actions().allOverlays, actions().noOverlays, actions().darkTheme, actions().lightTheme};
        views[below(views.size())]->trigger();
    }

    void write() {
        const QString name = QStringLiteral("out%1").arg(m_exports++);
        if (below(2) == 0) m_program.controller.exports().exportNumbers(m_isolated.path(name));
        else m_program.controller.exports().exportPicture(m_isolated.path(name + QStringLiteral(".png")));
    }

    OpenWindow& m_program;
    const IsolatedSettings& m_isolated;
    std::mt19937 m_random;
    int m_exports = 0;
};

int fromEnvironment(const char* name, int otherwise) {
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

} // namespace

class StressTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void whatAHastyPersonLeavesIsWhatAFreshStartShows() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(quickSettings()));
        Hurry hurry(program, m_isolated, static_cast<unsigned>(fromEnvironment("THETASCOPE_STRESS_SEED", 1)));
        const int count = fromEnvironment("THETASCOPE_STRESS", defaultActions);
        for (int i = 0; i < count; ++i) hurry.act();

        program.actions().reset->trigger();
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.iterations = 5;
        QVERIFY(program.edit(settings));
        QCOMPARE(program.controller.runs().state(), RunState::idle);
        QVERIFY(program.sharpen());
        QVERIFY(program.waitFor(RunState::idle));
        const auto& result = program.session().run->result;
        QVERIFY(result != nullptr);
        const auto& start = *program.session().pictures;
        const DescentResult fresh = descend(start.signal, settings, {});
        QCOMPARE(result->bestObjective, fresh.bestObjective);
        QVERIFY((result->best->magnitude == fresh.best->magnitude).all());
        QVERIFY(program.waitUntil([&] { return program.controller.pictures().adaptive() == result->best; }));
        for (const QFileInfo& file : QDir(m_isolated.path({})).entryInfoList({QStringLiteral("*.png")}, QDir::Files))
            QVERIFY2(!QImage(file.filePath()).isNull(), qPrintable(file.fileName())); // whole, or not there
    }

    void closingAtAnyMomentEndsEverything() {
        std::mt19937 random(7);
        for (int i = 0; i < 8; ++i) {
            OpenWindow program;
            QVERIFY(program.open(demoSignal));
            Settings settings = quickSettings();
            settings.iterations = 100000;
            settings.stop = StopMode::none;
            settings.thetaMode = i % 2 == 0 ? ThetaMode::time : ThetaMode::timeFrequency;
            QVERIFY(program.edit(settings));
            program.actions().sharpen->trigger();
            QTest::qWait(std::uniform_int_distribution(0, 40)(random));
        } // leak checkers and thread sanitizers have the last word
    }
};

QTEST_MAIN(StressTest)
#include "stress_test.moc"
