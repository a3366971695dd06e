// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a hasty person does, in random order: start, pause, retune, reset, reopen, resize, export, close and more. Nothing hangs
// (Qt Test gives each sitting five minutes), nothing is held longer than its window, and what is on screen at the end of a sitting is
// what a fresh start would show. Under sanitizers: no race, no leak. `./check --stress` does so for minutes;
// THETASCOPE_STRESS=<actions> in all, THETASCOPE_STRESS_SEED=<n> another order.
#include "tests/app/window_fixture.h"

#include "ui/panels/display_panel.h"
#include "ui/views/history_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <algorithm>
#include <bitset>
#include <memory>
#include <random>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int defaultActions = 120, actionsPerSitting = 40, actionsBeforeClosing = 4;

/// The window with somebody in a hurry at it.
class Hurry {
public:
    Hurry(OpenWindow& program, const IsolatedSettings& isolated, unsigned seed)
        : m_program(program), m_isolated(isolated), m_random(seed) {}

    void act() {
        const std::array actions{&Hurry::sharpen,  &Hurry::stop,      &Hurry::reset,  &Hurry::step,   &Hurry::retune, &Hurry::retransform,
                                 &Hurry::reopen,   &Hurry::resize,    &Hurry::scrub,  &Hurry::write,  &Hurry::look,   &Hurry::undo};
        static_assert(actions.size() == kinds);
        const std::size_t chosen = below(kinds);
        (this->*actions[chosen])();
        m_done[chosen] = true;
        QTest::qWait(static_cast<int>(below(25))); // events and the run go on
    }

    static constexpr std::size_t kinds = 12;
    /// Which of them have been done.
    const std::bitset<kinds>& done() const { return m_done; }

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
    std::bitset<kinds> m_done;
    int m_exports = 0;
};

/// What a window holds: all of it must go with the window, whatever still ran.
struct Held {
    explicit Held(const OpenWindow& program)
        : clip(program.session().recording().clip), pictures(program.session().pictures), run(program.session().run) {}
    bool isGone() const { return clip.expired() && pictures.expired() && run.expired(); }

    std::weak_ptr<const AudioClip> clip;
    std::weak_ptr<const StartPictures> pictures;
    std::weak_ptr<const RunData> run;
};

int fromEnvironment(const char* name, int otherwise) {
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

} // namespace

class StressTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    std::bitset<Hurry::kinds> m_done;

    /// The same recording and settings show the same, whatever was done before.
    void isAsAFreshStart(OpenWindow& program) {
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
        const SpectrogramView& view = *program.panes().adaptive;
        QVERIFY(program.waitUntil([&] { return view.isCurrent(); }));
        QVERIFY(view.spectrogram() == (program.controller.pictures().holdsClassical() ? program.controller.pictures().classical() : result->best));
    }

private slots:
    void whatAHastyPersonLeavesIsWhatAFreshStartShows_data() {
        QTest::addColumn<int>("actions");
        QTest::addColumn<int>("seed");
        const int seed = fromEnvironment("THETASCOPE_STRESS_SEED", 1);
        int left = fromEnvironment("THETASCOPE_STRESS", defaultActions);
        for (int sitting = 0; left > 0; left -= actionsPerSitting, ++sitting)
            QTest::addRow("sitting %d", sitting) << std::min(left, actionsPerSitting) << 1000 * seed + sitting;
    }

    void whatAHastyPersonLeavesIsWhatAFreshStartShows() {
        QFETCH(int, actions);
        QFETCH(int, seed);
        auto program = std::make_unique<OpenWindow>();
        QVERIFY(program->open(demoSignal));
        QVERIFY(program->edit(quickSettings()));
        Hurry hurry(*program, m_isolated, static_cast<unsigned>(seed));
        for (int i = 0; i < actions; ++i) hurry.act();
        isAsAFreshStart(*program);
        if (QTest::currentTestFailed()) return;
        for (int i = 0; i < actionsBeforeClosing; ++i) hurry.act();
        const Held held(*program);
        program.reset(); // at whatever moment
        QVERIFY(held.isGone());
        for (const QFileInfo& file : QDir(m_isolated.path({})).entryInfoList({QStringLiteral("*.png")}, QDir::Files))
            QVERIFY2(!QImage(file.filePath()).isNull(), qPrintable(file.fileName())); // whole, or not there
        m_done |= hurry.done();
    }

    void everythingWasDone() { QVERIFY2(m_done.all(), m_done.to_string().c_str()); }

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
