// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions as a person has them: saved, closed, opened again, moved about, and found damaged.
#include "tests/app/window_fixture.h"

#include "core/io/audio_file.h"
#include "core/io/settings_json.h"
#include "ui/panels/display_panel.h"
#include "ui/views/history_bar.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <cmath>
#include <numbers>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

void writeSound(const QString& path, double hertz = 700) {
    constexpr double sampleRate = 8000, seconds = 0.5;
    std::vector<float> samples;
    for (int i = 0; i < seconds * sampleRate; ++i)
        samples.push_back(static_cast<float>(0.1 * std::sin(2 * std::numbers::pi * hertz * i / sampleRate)));
    QVERIFY(writeWav(path.toStdString(), samples, 1, sampleRate).ok());
}

/// Presses a button of the message box that comes up next.
void answerNext(QMessageBox::StandardButton button) {
    QTimer::singleShot(0, [button] {
        auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        box->button(button)->click();
    });
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// A recording, sharpened, saved as `session` in the folder.
    void makeSession(const QString& recording, const QString& session) {
        OpenWindow program;
        writeSound(recording);
        QVERIFY(program.open(recording));
        Settings settings = quickSettings();
        settings.iterations = 8;
        QVERIFY(program.edit(settings));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitFor(RunState::running));
        QVERIFY(program.waitFor(RunState::idle));
        program.controller.sessions().saveTo(session);
        QVERIFY(program.idle());
        QVERIFY(QFile::exists(session));
    }

    static bool opens(OpenWindow& program, const QString& session) {
        program.controller.open(session);
        return OpenWindow::waitUntil([&] { return !program.controller.busy() && program.controller.sessions().path() == session; });
    }

private slots:
    void carriesOn() {
        const QString session = path("carry on.thetascope"), recording = path("sound.wav");
        OpenWindow before;
        writeSound(recording);
        QVERIFY(before.open(recording));
        Settings settings = quickSettings();
        settings.iterations = 8;
        settings.startSeconds = 0.1;
        settings.endSeconds = 0.4;
        QVERIFY(before.edit(settings));
        before.actions().palette->trigger();
        before.actions().split->trigger();
        before.actions().sharpen->trigger();
        QVERIFY(before.waitFor(RunState::running));
        QVERIFY(before.waitFor(RunState::idle));
        before.controller.views().showTime({0.15, 0.3});
        before.controller.views().showFrequency(100, 2000);
        QVERIFY(before.controller.sessions().isModified());
        before.controller.sessions().saveTo(session);
        QVERIFY(before.idle());
        QVERIFY(!before.controller.sessions().isModified());
        QVERIFY(before.window.windowTitle().contains(QStringLiteral("carry on.thetascope")));

        OpenWindow after;
        QVERIFY(opens(after, session));
        QVERIFY(settingsToJson(after.session().settings()) == settingsToJson(before.session().settings()));
        QVERIFY(settingsToJson(after.panes().settings->settings()) == settingsToJson(before.session().settings()));
        QCOMPARE(after.panes().display->display(), before.panes().display->display());
        QCOMPARE(after.panes().adaptive->timeRange(), (AxisSpan{0.15, 0.3}));
        QCOMPARE(after.panes().adaptive->frequencyRange(), (AxisSpan{100, 2000}));
        QVERIFY(after.window.isSplit());
        const RunData &kept = *after.session().run, &run = *before.session().run;
        QCOMPARE(kept.records.size(), run.records.size());
        QCOMPARE(kept.bestIteration, run.bestIteration);
        QVERIFY((kept.result->bestTiling.theta == run.result->bestTiling.theta).all());
        QVERIFY((kept.result->best->magnitude == run.result->best->magnitude).all());
        QCOMPARE(kept.result->scores.objective, run.result->scores.objective);
        QCOMPARE(after.controller.pictures().iteration(), run.bestIteration);
        QCOMPARE(after.panes().history->shown(), run.bestIteration);
        QVERIFY(!after.controller.sessions().isModified());
        QVERIFY(after.controller.files().recentFiles().contains(session));

        after.actions().sharpen->trigger(); // and it goes on
        QVERIFY(after.waitFor(RunState::running));
        QVERIFY(after.waitFor(RunState::idle));
        QVERIFY(after.session().run->result != nullptr);
    }

    void aDemonstrationNeedsNoFile() {
        OpenWindow before;
        QVERIFY(before.open(demoSignal));
        QVERIFY(before.edit(quickSettings()));
        before.controller.sessions().saveTo(path("demo.thetascope"));
        QVERIFY(before.idle());
        OpenWindow after;
        QVERIFY(opens(after, path("demo.thetascope")));
        QCOMPARE(after.session().recording().clip->name, demoSignal.toStdString());
        QCOMPARE(after.session().settings().support, std::optional(256));
        QVERIFY(OpenWindow::waitUntil([&] { return !after.controller.busy() && after.controller.pictures().adaptive(); }));
    }

    void movedTogetherItIsFound() {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("a/sounds")));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("b")));
        makeSession(path("a/sounds/tone.wav"), path("a/tone.thetascope"));
        QVERIFY(QDir().rename(path("a/tone.thetascope"), path("b/tone.thetascope")));
        QVERIFY(QDir().rename(path("a/sounds/tone.wav"), path("b/tone.wav"))); // beside, not where it was
        OpenWindow after;
        QVERIFY(opens(after, path("b/tone.thetascope")));
        QVERIFY(after.session().run != nullptr);
    }

    void aMovedRecordingIsAskedFor() {
        makeSession(path("here.wav"), path("moved.thetascope"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("elsewhere")));
        QVERIFY(QFile::rename(path("here.wav"), path("elsewhere/renamed.wav")));
        OpenWindow after;
        after.controller.open(path("moved.thetascope"));
        QVERIFY(after.idle());
        QVERIFY2(after.panes().messages->text().contains(QStringLiteral("here.wav")), qPrintable(after.panes().messages->text()));
        auto* const box = after.window.findChild<QMessageBox*>(QStringLiteral("recordingMoved"));
        QVERIFY(box != nullptr && box->isVisible());
        box->button(QMessageBox::Cancel)->click();
        after.controller.sessions().open(path("moved.thetascope"), path("elsewhere/renamed.wav"));
        QVERIFY(OpenWindow::waitUntil([&] { return !after.controller.busy() && after.session().run != nullptr; }));
        QCOMPARE(after.session().run->records.size(), std::size_t{9});
    }

    void anotherRecordingKeepsTheSettingsOnly() {
        makeSession(path("tone.wav"), path("changed.thetascope"));
        writeSound(path("tone.wav"), 900);
        OpenWindow after;
        QVERIFY(opens(after, path("changed.thetascope")));
        QVERIFY(after.session().run == nullptr);
        QCOMPARE(after.session().settings().support, std::optional(256));
        QVERIFY(after.panes().messages->text().contains(QStringLiteral("runs are left out")));
    }

    void damagedParametersAreRefusedPolitely() {
        makeSession(path("tone.wav"), path("damaged.thetascope"));
        QFile file(path("damaged.thetascope"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        const auto theta = text.indexOf("\"theta\": \"");
        QVERIFY(theta > 0);
        text.replace(theta + 14, 4, "AAAA");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
        file.close();
        OpenWindow after;
        QVERIFY(opens(after, path("damaged.thetascope")));
        QVERIFY(after.session().run == nullptr);
        QVERIFY2(after.panes().messages->text().contains(QStringLiteral("packed numbers")), qPrintable(after.panes().messages->text()));
    }

    void noSessionIsSaid() {
        QFile file(path("text.thetascope"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello\n") > 0);
        file.close();
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.controller.open(path("text.thetascope"));
        QVERIFY(program.idle());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY(program.panes().messages->text().contains(QStringLiteral("text.thetascope")));
        QCOMPARE(program.session().recording().clip->name, demoSignal.toStdString()); // what was open stays
    }

    void closingAsksOnlyForASessionWithChanges() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(quickSettings()));
        QVERIFY(program.controller.sessions().mayClose()); // nobody is asked about what never was a session
        program.controller.sessions().saveTo(path("close.thetascope"));
        QVERIFY(program.idle());
        QVERIFY(program.controller.sessions().mayClose());
        QTest::keyClick(&program.window, Qt::Key_P); // another colour map
        Settings other = quickSettings();
        other.hop = 64;
        QVERIFY(program.edit(other));
        QVERIFY(program.window.isWindowModified());
        answerNext(QMessageBox::Cancel);
        QVERIFY(!program.window.close());
        QVERIFY(program.window.isVisible());
        answerNext(QMessageBox::Save);
        program.window.close();
        QVERIFY(OpenWindow::waitUntil([&] { return !program.window.isVisible(); })); // once it is written
        Settings saved;
        QVERIFY(readSettings(path("close.thetascope").toStdString(), saved).ok());
        QCOMPARE(saved.hop, std::optional(64.0));
    }

    void ctrlSWritesToItsFile() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.controller.sessions().saveTo(path("keys.thetascope"));
        QVERIFY(program.idle());
        QVERIFY(QFile::remove(path("keys.thetascope")));
        QTest::keyClick(&program.window, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(program.idle());
        QVERIFY(QFile::exists(path("keys.thetascope")));
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
