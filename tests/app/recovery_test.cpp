// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed at any moment loses nothing that had been saved. Children of this very test are real windows that run,
// edit and save until they are killed; THETASCOPE_KILLS=200 for more of them than a check has time for.
#include "app/session/recovery.h"
#include "core/io/session_file.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QPushButton>
#include <QTimer>
#include <cstdio>
#include <random>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int usualKills = 10, autosaveMs = 40, actionMs = 60, latestKillMs = 1500, startMs = 60'000;
const char* const childFlag = "--child";

long recordsOf(const std::vector<std::shared_ptr<RunData>>& runs) {
    long count = 0;
    for (const auto& run : runs) count += static_cast<long>(run->records.size());
    return count;
}

long recordsOf(const SessionFile& session) {
    long count = 0;
    for (const SessionRun& run : session.runs) count += static_cast<long>(run.history.size());
    return count;
}

/// What a person might do, at random.
void act(OpenWindow& program, std::mt19937& random, const QString& session) {
    switch (random() % 5) {
    case 0:
    case 1:
        if (!program.controller.runs().active()) program.actions().sharpen->trigger();
        break;
    case 2: program.controller.sessions().saveTo(session); break;
    case 3: {
        if (program.controller.runs().active()) break;
        Settings settings = program.panes().settings->settings();
        settings.step = 0.05 + 0.01 * static_cast<double>(random() % 10);
        program.panes().settings->setSettings(settings);
        emit program.panes().settings->settingsEdited();
        break;
    }
    default: program.actions().palette->trigger();
    }
}

/// "--child FOLDER SEED": goes on until it is killed, saying what has been saved: "auto RECORDS", "saved RUNS".
int runChild(int argc, char** argv) {
    QApplication application(argc, argv);
    const QString folder = QString::fromLocal8Bit(argv[2]);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    OpenWindow program;
    AutosaveController& autosave = program.controller.autosave();
    autosave.setInterval(autosaveMs);
    autosave.start(folder + "/recovery");
    const auto say = [](const char* what, long number) {
        std::printf("%s %ld\n", what, number);
        std::fflush(stdout);
    };
    QObject::connect(&autosave, &AutosaveController::saved, &program.window, [&](int iterations) { say("auto", iterations); });
    QObject::connect(&program.controller.sessions(), &SessionController::saved, &program.window, [&] { say("saved", 1); });
    program.panes().settings->setSettings(quickSettings());
    if (!program.open(folder + "/sound.wav")) return 1;
    program.edit(quickSettings());
    std::mt19937 random(static_cast<unsigned>(std::atoi(argv[3])));
    QTimer actions;
    QObject::connect(&actions, &QTimer::timeout, &program.window, [&] { act(program, random, folder + "/mine.thetascope"); });
    actions.start(actionMs);
    return QApplication::exec();
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;

    /// Starts a child, kills it after so long, and returns what it had said.
    static QStringList killedAfter(const QString& folder, unsigned seed, int milliseconds) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {childFlag, folder, QString::number(seed)});
        if (!child.waitForStarted(startMs)) return {"did not start"};
        if (seed % 4 != 0) child.waitForReadyRead(startMs); // most of them not before something has been saved
        child.waitForFinished(milliseconds);
        if (child.state() == QProcess::NotRunning) return {"ended by itself"};
        child.kill();
        child.waitForFinished(startMs);
        return QString::fromUtf8(child.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    }

    /// Nothing that was said to be saved is lost, and nothing is half there.
    static void check(const QString& folder, const QStringList& said) {
        const bool saved = !said.filter("saved ").isEmpty(), kept = !said.filter("auto ").isEmpty();
        if (saved) QVERIFY(QFile::exists(folder + "/mine.thetascope"));
        if (QFile::exists(folder + "/mine.thetascope")) {
            const auto session = readSession((folder + "/mine.thetascope").toStdString());
            QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
        }
        const std::vector<LeftSession> left = leftSessions(folder + "/recovery");
        const long iterations = kept ? said.filter("auto ").back().section(' ', 1).toLong() : 0;
        // With no run yet, what a person saved by hand needs keeping no longer.
        const bool byHand = iterations == 0 && QFile::exists(folder + "/mine.thetascope");
        QVERIFY2(left.size() == 1 || !kept || byHand, qPrintable(said.join(' ')));
        if (!left.empty()) {
            const auto session = readSession(left.front().path.toStdString());
            QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
            QVERIFY(session->audio.path.ends_with("sound.wav"));
            QVERIFY2(recordsOf(*session) >= iterations, qPrintable(said.join(' ')));
        }
        QVERIFY(QDir(folder + "/recovery").entryList({"*.partial-*"}, QDir::Files | QDir::Hidden).isEmpty());
    }

    static QPushButton* choice(OpenWindow& program, int index) {
        const auto buttons = program.panes().messages->findChildren<QPushButton*>();
        return index < buttons.size() ? buttons[index] : nullptr;
    }

private slots:
    void killsLoseNothing() {
        const int kills = qEnvironmentVariableIntValue("THETASCOPE_KILLS") > 0 ? qEnvironmentVariableIntValue("THETASCOPE_KILLS") : usualKills;
        std::mt19937 random(20261122);
        int withAutosave = 0, withSession = 0;
        for (int i = 0; i < kills; ++i) {
            const QTemporaryDir folder;
            QVERIFY(writeMonoWav(folder.filePath("sound.wav"), toneAndClick()));
            const QStringList said = killedAfter(folder.path(), static_cast<unsigned>(random()), static_cast<int>(random() % latestKillMs));
            check(folder.path(), said);
            if (QTest::currentTestFailed()) return;
            withAutosave += said.filter("auto ").isEmpty() ? 0 : 1;
            withSession += said.filter("saved ").isEmpty() ? 0 : 1;
        }
        qInfo("%d kills; %d with an autosave, %d with a session saved by hand; nothing lost", kills, withAutosave, withSession);
        QVERIFY(withAutosave > 0);
    }

    void aLeftSessionIsBroughtBack() {
        const QTemporaryDir folder;
        QVERIFY(writeMonoWav(folder.filePath("sound.wav"), toneAndClick()));
        const QString recovery = folder.filePath("recovery");
        QStringList said;
        for (unsigned seed = 1; leftSessions(recovery).empty() && seed < 20; ++seed) said = killedAfter(folder.path(), seed, latestKillMs);
        const std::vector<LeftSession> left = leftSessions(recovery);
        QVERIFY(!left.empty());
        const auto saved = readSession(left.front().path.toStdString());
        QVERIFY(saved.ok());

        OpenWindow program;
        program.controller.autosave().setInterval(autosaveMs);
        program.controller.autosave().start(recovery);
        QVERIFY(program.panes().messages->isAsking());
        QVERIFY(program.panes().messages->text().contains(QStringLiteral("can be brought back")));
        QVERIFY(program.open(demoSignal)); // as at every start; the question stays
        QVERIFY(program.panes().messages->isAsking());
        QPushButton* const recover = choice(program, 0);
        QVERIFY(recover != nullptr);
        recover->click();
        QVERIFY(OpenWindow::waitUntil([&] {
            return !program.controller.busy() && QFileInfo(QString::fromStdString(program.session().recording().clip->name)).fileName() == "sound.wav";
        }));
        QVERIFY(!program.panes().messages->isAsking());
        QVERIFY(program.controller.sessions().path().isEmpty()); // Ctrl+S asks for a name
        QVERIFY(program.controller.sessions().isModified());
        QCOMPARE(recordsOf(program.controller.runList().runs()), recordsOf(*saved));
        QVERIFY(OpenWindow::waitUntil([&] { return !QFile::exists(left.front().path); })); // kept anew, then the old one goes
        const auto again = readSession(program.controller.autosave().path().toStdString());
        QVERIFY(again.ok());
        QCOMPARE(recordsOf(*again), recordsOf(*saved));
    }

    void aLeftSessionCanBeDiscarded() {
        const QTemporaryDir folder;
        const QString left = folder.filePath("left.thetascope");
        {
            OpenWindow program;
            QVERIFY(program.open(demoSignal));
            program.controller.sessions().saveTo(left);
            QVERIFY(program.idle());
        }
        QVERIFY(writeBytes(folder.filePath("other.thetascope.partial-1-0"), "half"));
        OpenWindow program;
        program.controller.autosave().start(folder.path());
        QVERIFY(!QFile::exists(folder.filePath("other.thetascope.partial-1-0")));
        QPushButton* const discard = choice(program, 1);
        QVERIFY(discard != nullptr);
        discard->click();
        QVERIFY(!QFile::exists(left));
        QVERIFY(!program.panes().messages->isAsking());
    }

    void aCleanEndLeavesNothing() {
        const QTemporaryDir folder;
        {
            OpenWindow program;
            program.controller.autosave().setInterval(autosaveMs);
            program.controller.autosave().start(folder.path());
            QVERIFY(program.open(demoSignal));
            QVERIFY(!QFile::exists(program.controller.autosave().path())); // nothing yet that is nowhere else
            QVERIFY(program.edit(quickSettings()));
            QVERIFY(OpenWindow::waitUntil([&] { return QFile::exists(program.controller.autosave().path()); }));
            QVERIFY(leftSessions(folder.path()).empty()); // its program lives
        }
        QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
    }

    void afolderThatCannotBeWrittenIsSaidOnce() {
        OpenWindow program;
        program.controller.autosave().start(QStringLiteral("/proc/nowhere/recovery"));
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY(program.panes().messages->text().contains(QStringLiteral("/proc/nowhere")));
    }
};

int main(int argc, char** argv) {
    if (argc > 3 && std::string_view(argv[1]) == childFlag) return runChild(argc, argv);
    if (qEnvironmentVariableIsSet("THETASCOPE_KILLS")) qputenv("QTEST_FUNCTION_TIMEOUT", "36000000"); // Qt Test gives up after five minutes
    QApplication application(argc, argv);
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "recovery_test.moc"
