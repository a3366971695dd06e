// SPDX-License-Identifier: GPL-3.0-or-later
// Memory runs out at any moment of the window's work. In a worker, in code of ours: what it did ends with a sentence, the best result is
// kept, and the window goes on (Qt, in a worker, can't be asked for that: see preload/failing_new.cpp). In the window's own thread, Qt
// included: the program ends in words (or crashes within Qt), or goes on where what failed was caught by itself; it never hangs, and nothing
// that had been saved is lost. THETASCOPE_FAILURES=n tries n moments per row instead of a few.
#include "app/log/log.h"
#include "app/session/recovery.h"
#include "app/window/application.h"
#include "core/io/result_reader.h"
#include "core/io/session_file.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"
#include "tests/support/failing_memory.h"
#include "ui/views/theta_view.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTimer>
#include <cstdio>
#include <exception>
#include <functional>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

const int moments = failureMoments(2);
constexpr int waitMs = 120'000, autosaveMs = 40;
/// What later requests fail as well: none; of a loaded machine; all of them, until memory is there again.
constexpr std::size_t none = 0, large = 1000, all = 1;
/// Destroying a tree of nlohmann/json 3.11 takes an allocation, within a destructor: where small ones fail as well the program ends there,
/// in words (endWithSentence()), and what was saved stays.
const std::vector<std::size_t> whereJsonIsWritten{none, 20 * large};
const char* const childFlag = "--child";

/// The library that makes allocations fail; none under sanitizers, which have an allocator of their own.
#ifdef THETASCOPE_FAILING_NEW
const char* const failingNew = THETASCOPE_FAILING_NEW;
#else
const char* const failingNew = "";
#endif
constexpr int hung = 3; ///< exit code of a child that waits in vain, and of one that never ends

/// Nothing is under way and what is on screen is what was asked for.
bool isSettled(OpenWindow& program) {
    return !program.controller.busy() && program.controller.runs().state() == RunState::idle && program.panes().adaptive->isCurrent()
           && program.panes().theta->isCurrent();
}

bool settle(OpenWindow& program) {
    return OpenWindow::waitUntil([&] { return isSettled(program); });
}

bool saysMemory(OpenWindow& program) {
    return program.panes().messages->isVisible() && program.panes().messages->text().contains(QStringLiteral("memory"));
}

Settings fewSteps() {
    Settings settings = quickSettings();
    settings.iterations = 12;
    settings.stop = StopMode::none;
    settings.threads = 2;
    return settings;
}

void changeStep(OpenWindow& program, double step) {
    Settings settings = program.panes().settings->settings();
    settings.step = step;
    program.panes().settings->setSettings(settings);
    emit program.panes().settings->settingsEdited();
}

void changeHop(OpenWindow& program, double hop) {
    Settings settings = fewSteps();
    settings.hop = hop;
    program.panes().settings->setSettings(settings);
    emit program.panes().settings->settingsEdited();
}

/// What a person does in the window whose own memory fails: by events, as a person does everything. False: it hangs.
bool doThings(OpenWindow& program, const QString& folder) {
    const std::vector<std::function<void()>> things{
        [&] { changeHop(program, 64); },
        [&] { program.actions().sharpen->trigger(); },
        [&] { program.actions().zoomIn->trigger(); },
        [&] { program.actions().best->trigger(); },
        [&] { program.controller.exports().exportPicture(folder + "/picture.png", {.scale = 1}); },
        [&] { program.controller.sessions().saveTo(folder + "/other.thetascope"); },
        [&] { program.controller.exports().exportNumbers(folder + "/others"); },
        [&] { program.window.resize(1000, 700); }};
    for (const auto& thing : things) {
        bool done = false;
        QTimer::singleShot(0, &program.window, [&] {
            done = true;
            thing();
        });
        if (!OpenWindow::waitUntil([&] { return done; })) return false;
        if (!OpenWindow::waitUntil([&] { return !program.controller.busy() && !program.controller.runs().active(); })) return false;
    }
    return true;
}

/// "--child FOLDER AT FROM": makes and saves something, then lets memory run out in the window. Says "saved", at the end "counted N".
int runChild(int argc, char** argv) {
    std::set_terminate(endWithSentence);
    keepLogOffTerminal();
    Application application(argc, argv);
    const QString folder = QString::fromLocal8Bit(argv[2]);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    OpenWindow program;
    try {
        program.controller.autosave().setInterval(autosaveMs);
        program.controller.autosave().start(folder + "/recovery");
        bool kept = false;
        QObject::connect(&program.controller.autosave(), &AutosaveController::saved, &program.window, [&](int iterations) { kept |= iterations > 0; });
        if (!program.open(folder + "/sound.wav") || !program.edit(fewSteps()) || !program.sharpen() || !program.waitFor(RunState::idle)) return hung;
        program.controller.exports().exportPicture(folder + "/picture.png", {.scale = 1});
        program.controller.exports().exportNumbers(folder + "/numbers");
        program.controller.sessions().saveTo(folder + "/mine.thetascope");
        if (!settle(program) || !OpenWindow::waitUntil([&] { return kept; })) return hung;
        std::puts("saved");
        std::fflush(stdout);
        failMemory(std::atol(argv[3]), static_cast<std::size_t>(std::atol(argv[4])), Threads::first);
        if (!doThings(program, folder)) return hung;
        const long counted = countedAllocations();
        failMemory(0, none, Threads::first);
        program.controller.sessions().saveTo(folder + "/after.thetascope");
        if (!program.idle()) return hung;
        std::printf("counted %ld\n", counted);
        std::fflush(stdout);
        return 0;
    } catch (const std::bad_alloc&) { // between two events, as in runWindow()
        endWithoutMemory();
    }
}

} // namespace

class WindowFailuresTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;
    QTemporaryDir m_folder;
    QString m_sound, m_other;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A window with a recording and its pictures.
    bool prepare(OpenWindow& program) const { return program.open(m_sound) && program.edit(fewSteps()) && settle(program); }

    /// Does something once for each moment at which an allocation of a worker fails, and looks at what is left.
    static void sweep(OpenWindow& program, const std::function<void(int)>& act, const std::function<void(bool)>& check,
                      const std::vector<std::size_t>& kinds = {none, large, all}) {
        int round = 0, failed = 0;
        failMemory(0, none, Threads::others);
        act(round++);
        QVERIFY(settle(program));
        const long allocations = countedAllocations();
        QVERIFY(allocations > 0);
        for (int moment = 0; moment < moments; ++moment) {
            for (const std::size_t fromBytes : kinds) {
                const long at = 1 + (2L * moment + 1) * allocations / (2L * moments);
                program.panes().messages->clear();
                failMemory(at, fromBytes, Threads::others);
                act(round++);
                // Where all fail, even a report waits until there is memory again.
                if (fromBytes == all) QVERIFY(OpenWindow::waitUntil([&] { return countedAllocations() > at || isSettled(program); }));
                else QVERIFY(OpenWindow::waitUntil([&] { return !program.controller.busy() && !program.controller.runs().active(); }));
                const bool hurt = countedAllocations() >= at;
                failed += hurt ? 1 : 0;
                failMemory(0, none, Threads::others);
                QVERIFY(settle(program));
                check(hurt);
                if (!QTest::currentTestFailed()) continue;
                qWarning("of %ld allocations, number %ld failed (later ones from %zu bytes); it said: %s", allocations, at, fromBytes,
                         qPrintable(program.panes().messages->text()));
                return;
            }
        }
        QVERIFY(failed > 0);
        act(round); // unhurt again
        QVERIFY(settle(program));
        check(false);
    }

private slots:
    void initTestCase() {
        if (!memoryCanFail()) QSKIP("sanitizers have an allocator of their own");
        keepLogOffTerminal(); // as the program does, and as its messages go when there is no memory
        m_sound = path("sound.wav");
        m_other = path("other.wav");
        QVERIFY(writeTwoSounds(m_sound, m_other));
    }

    void aRun_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("per frame") << static_cast<int>(ThetaMode::time);
        QTest::newRow("a map") << static_cast<int>(ThetaMode::timeFrequency);
    }

    /// The best it met is kept, whenever it ends: it can be saved, and exported.
    void aRun() {
        QFETCH(int, mode);
        OpenWindow program;
        QVERIFY(program.open(m_sound));
        Settings settings = fewSteps();
        settings.thetaMode = static_cast<ThetaMode>(mode);
        QVERIFY(program.edit(settings) && settle(program));
        int exported = 0;
        sweep(program, [&](int) { program.actions().sharpen->trigger(); }, [&](bool hurt) {
            const auto run = program.session().run;
            if (!run) { // none could begin
                QVERIFY(hurt && saysMemory(program));
                return;
            }
            const bool whole = run->result && run->result->reason != StopReason::failed;
            QVERIFY(whole || (hurt && saysMemory(program)));
            QVERIFY(!whole || run->lastIteration() == settings.iterations);
            if (run->records.empty()) return;
            const auto best = run->bestTiling();
            QVERIFY(best.has_value());
            QCOMPARE(run->records[static_cast<std::size_t>(run->bestIteration)].iteration, run->bestIteration);
            program.controller.sessions().saveTo(path("run.thetascope"));
            QVERIFY(program.idle());
            const auto session = readSession(path("run.thetascope").toStdString());
            QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
            QCOMPARE(session->runs.size(), 1U);
            QCOMPARE(session->runs[0].history.size(), run->records.size());
            if (whole && exported > 0) return;
            const QString folder = path(QStringLiteral("run%1-%2").arg(mode).arg(exported++));
            program.controller.exports().exportNumbers(folder);
            QVERIFY(program.idle());
            const auto stored = readResult(folder.toStdString());
            QVERIFY2(stored.ok(), stored ? "" : stored.error().message.c_str());
            QVERIFY((stored->tiling.theta == best->theta).all());
        });
    }

    void picturesOfOtherSettings() {
        OpenWindow program;
        QVERIFY(prepare(program));
        double hop = 0;
        sweep(program, [&](int round) { changeHop(program, hop = 32 + 2 * (round % 20)); }, [&](bool hurt) {
            const bool there = program.session().pictures && program.session().pictures->resolved.H == hop;
            QVERIFY(there || (hurt && saysMemory(program)));
        });
    }

    void opening() {
        OpenWindow program;
        QVERIFY(prepare(program));
        QString wanted;
        sweep(program, [&](int round) { program.controller.open(wanted = round % 2 == 0 ? m_other : m_sound); }, [&](bool hurt) {
            const bool there = program.session().recording().clip->name == wanted.toStdString()
                               && program.controller.pictures().adaptive() != nullptr;
            QVERIFY(there || (hurt && saysMemory(program)));
        });
    }

    void redrawing() {
        OpenWindow program;
        QVERIFY(prepare(program));
        sweep(program, [&](int round) { program.window.resize(1000 + 4 * (round % 20), 700); },
              [&](bool) { QVERIFY(program.panes().adaptive->isCurrent()); }); // settled: it was tried again
    }

    void exportingNumbers() {
        OpenWindow program;
        QVERIFY(prepare(program) && program.sharpen() && program.waitFor(RunState::idle));
        QString folder;
        sweep(program, [&](int round) { program.controller.exports().exportNumbers(folder = path(QStringLiteral("numbers%1").arg(round))); },
              [&](bool hurt) {
                  const bool there = QFile::exists(folder + "/run.json");
                  QVERIFY(there || (hurt && saysMemory(program)));
                  if (there) QVERIFY(readResult(folder.toStdString()).ok());
                  for (const QString& file : QDir(folder).entryList(QDir::Files | QDir::Hidden)) QVERIFY2(!file.contains("partial"), qPrintable(file));
              }, whereJsonIsWritten);
    }

    void exportingAPicture() {
        OpenWindow program;
        QVERIFY(prepare(program));
        const QString file = path("picture.png");
        sweep(program, [&](int) {
            QVERIFY(writeBytes(file, "an older one"));
            program.controller.exports().exportPicture(file, {.scale = 1});
        }, [&](bool hurt) {
            const bool older = readBytes(file) == "an older one";
            QVERIFY(older ? hurt && saysMemory(program) : !QImage(file).isNull());
        });
    }

    void savingASession() {
        OpenWindow program;
        QVERIFY(prepare(program) && program.sharpen() && program.waitFor(RunState::idle));
        const QString file = path("mine.thetascope");
        sweep(program, [&](int round) {
            changeStep(program, 0.1 + 0.01 * round);
            QFile::remove(file);
            program.controller.sessions().saveTo(file);
        }, [&](bool hurt) {
            const bool there = QFile::exists(file);
            QVERIFY(there || (hurt && saysMemory(program)));
            if (there) QVERIFY(readSession(file.toStdString()).ok());
        }, whereJsonIsWritten);
    }

    void scrubbing() {
        OpenWindow program;
        QVERIFY(prepare(program) && program.sharpen() && program.waitFor(RunState::idle));
        sweep(program, [&](int round) { (round % 2 == 0 ? program.actions().previous : program.actions().best)->trigger(); },
              [&](bool hurt) { QVERIFY(hurt || !saysMemory(program)); });
    }

    /// In the window itself: whatever happens, what had been saved is there, and whole.
    void theWindowItself() {
        const auto child = [&](const QString& folder, long at, std::size_t fromBytes) {
            QDir().mkpath(folder);
            QFile::copy(m_sound, folder + "/sound.wav");
            QProcess process;
            QProcessEnvironment environment = headlessEnvironment();
            environment.insert("QT_QPA_PLATFORM", "offscreen");
            environment.insert("LD_PRELOAD", failingNew);
            process.setProcessEnvironment(environment);
            process.start(QCoreApplication::applicationFilePath(), {childFlag, folder, QString::number(at), QString::number(fromBytes)});
            Outcome outcome;
            if (!process.waitForFinished(waitMs)) {
                outcome.code = hung;
                process.kill();
                process.waitForFinished();
            } else if (process.exitStatus() == QProcess::NormalExit) {
                outcome.code = process.exitCode();
            }
            outcome.out = QString::fromUtf8(process.readAllStandardOutput());
            outcome.err = QString::fromUtf8(process.readAllStandardError());
            return outcome;
        };
        const Outcome unhurt = child(path("unhurt"), 0, none);
        QVERIFY2(unhurt.code == 0, qPrintable(unhurt.err));
        const long allocations = unhurt.out.section("counted ", 1).toLong();
        QVERIFY(allocations > 1000);
        int lived = 0, inWords = 0, crashed = 0;
        for (int moment = 0; moment < moments; ++moment) {
            for (const std::size_t fromBytes : {none, large}) {
                const long at = 1 + (2L * moment + 1) * allocations / (2L * moments);
                const QString folder = path(QStringLiteral("window%1-%2").arg(moment).arg(fromBytes));
                const Outcome outcome = child(folder, at, fromBytes);
                ++(outcome.code == 0 ? lived : outcome.code == 1 ? inWords : crashed);
                nothingIsLost(folder, outcome);
                if (!QTest::currentTestFailed()) continue;
                qWarning("of %ld allocations, number %ld failed (later ones from %zu bytes), code %d: %s", allocations, at, fromBytes,
                         outcome.code, qPrintable(outcome.err));
                return;
            }
        }
        qInfo("%d went on, %d ended in words, %d crashed within Qt; nothing lost", lived, inWords, crashed);
        QVERIFY(inWords > crashed);
    }

private:
    static void nothingIsLost(const QString& folder, const Outcome& outcome) {
        QVERIFY(outcome.out.startsWith("saved"));
        QVERIFY2(outcome.code != hung, "it hung");
        QVERIFY2(outcome.code != 1 || outcome.err.contains("memory"), qPrintable(outcome.err));
        const auto session = readSession((folder + "/mine.thetascope").toStdString());
        QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
        QCOMPARE(session->runs.size(), 1U);
        QVERIFY(!QImage(folder + "/picture.png").isNull());
        const auto stored = readResult((folder + "/numbers").toStdString());
        QVERIFY2(stored.ok(), stored ? "" : stored.error().message.c_str());
        const bool otherSession = QFile::exists(folder + "/other.thetascope"), others = QFile::exists(folder + "/others/run.json");
        QVERIFY(!otherSession || readSession((folder + "/other.thetascope").toStdString()).ok());
        QVERIFY(!others || readResult((folder + "/others").toStdString()).ok());
        if (outcome.out.contains("counted")) { // all was done and saved; Qt may still crash at the very end
            QVERIFY(readSession((folder + "/after.thetascope").toStdString()).ok());
            QVERIFY(outcome.code != 0 || leftSessions(folder + "/recovery").empty());
            return;
        }
        QVERIFY2(outcome.code != 0, qPrintable(outcome.out));
        const std::vector<LeftSession> left = leftSessions(folder + "/recovery");
        QCOMPARE(left.size(), 1U);
        const auto kept = readSession(left.front().path.toStdString());
        QVERIFY2(kept.ok(), kept ? "" : kept.error().message.c_str());
        QVERIFY(!kept->runs.empty());
    }
};

int main(int argc, char** argv) {
    if (*failingNew != '\0') restartWithFailingMemory(failingNew, argv);
    if (argc > 4 && std::string_view(argv[1]) == childFlag) return runChild(argc, argv);
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // with many moments longer than Qt Test's five minutes
    Application application(argc, argv);
    WindowFailuresTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "window_failures_test.moc"
