// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong around the program while it works: one sentence each, and nothing half-written.
#include "core/io/session_file.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <csignal>
#include <sys/mount.h>
#include <unistd.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int waitMs = 120'000;
const QStringList quick{"--support", "64", "--hop", "32", "--images", "none", "--theta-mode", "time", "--threads", "1"};
const QStringList endless{"--iterations", "1000000", "--stop", "none", "--progress", "json"};

/// A 16-bit recording of zeros that takes no room on the disk.
bool writeSparseWav(const QString& path, quint32 samples) {
    QByteArray header("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0", 44);
    for (int i = 0; i < 4; ++i) {
        header[4 + i] = static_cast<char>((36 + 2 * samples) >> (8 * i));
        header[40 + i] = static_cast<char>((2 * samples) >> (8 * i));
    }
    return writeBytes(path, header) && QFile::resize(path, 44 + 2 * static_cast<qint64>(samples));
}

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;
    QTemporaryDir m_folder;
    QString m_sound;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    static void oneSentence(const Outcome& outcome, int code, const QString& part) {
        QVERIFY2(outcome.code == code, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
        QVERIFY2(outcome.errLines().size() == 1 && outcome.err.contains(part), qPrintable(outcome.err));
    }

    /// A run on a file of its own to which something happens while it descends; then it is asked to end.
    Outcome whileItRuns(const QString& file, const QString& out, const std::function<void()>& happens) {
        QProcess process;
        process.setProcessEnvironment(headlessEnvironment());
        process.start(programPath(), QStringList{"optimise", file, "--out", out} + quick + endless);
        Outcome outcome;
        process.setReadChannel(QProcess::StandardError);
        if (!process.waitForReadyRead(waitMs)) return outcome; // its first iteration
        happens();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        if (!process.waitForFinished(waitMs)) process.kill();
        outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        for (const QString& line : QString::fromUtf8(process.readAllStandardError()).split('\n', Qt::SkipEmptyParts))
            if (line.startsWith("thetascope: ")) outcome.err += line + '\n';
        return outcome;
    }

private slots:
    void initTestCase() {
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
        m_sound = path("sound.wav");
        QVERIFY(writeMonoWav(m_sound, toneAndClick()));
    }

    void theInputChanges_data() {
        QTest::addColumn<QString>("how");
        for (const char* const how : {"replaced", "truncated", "removed", "appended to"}) QTest::newRow(how) << QString(how);
    }

    void theInputChanges() {
        QFETCH(QString, how);
        const QString file = path("changing.wav"), out = path("changed");
        QFile::remove(file);
        QVERIFY(QFile::copy(m_sound, file));
        const Outcome outcome = whileItRuns(file, out, [&] {
            if (how == "removed") QFile::remove(file);
            if (how == "truncated") QFile::resize(file, 1000);
            if (how == "appended to") QFile::resize(file, 100'000);
            if (how == "replaced") {
                writeMonoWav(path("other.wav"), std::vector<float>(2000, 0.1F));
                QVERIFY(::rename(qPrintable(path("other.wav")), qPrintable(file)) == 0);
            }
        });
        oneSentence(outcome, 3, QStringLiteral("has changed or gone since it was opened"));
        QVERIFY(QDir(out).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void theOutputFolderVanishes() {
        const QString out = path("vanishing/out");
        const Outcome outcome = whileItRuns(m_sound, out, [&] { QDir(path("vanishing")).removeRecursively(); });
        QCOMPARE(outcome.code, 130); // made again: nothing is lost
        QVERIFY(QFile::exists(out + "/run.json"));
    }

    void theOutputFolderTurnsIntoAFile() {
        const QString out = path("turning");
        const Outcome outcome = whileItRuns(m_sound, out, [&] {
            QDir(out).removeRecursively();
            writeBytes(out, "in the way");
        });
        oneSentence(outcome, 4, out);
        QCOMPARE(readBytes(out), QByteArray("in the way"));
    }

    void standardOutputIsFull() {
        const Outcome outcome = runUnderShell("exec > /dev/full; ", {"demos"});
        oneSentence(outcome, 4, QStringLiteral("standard output can't be written"));
    }

    void nobodyMayRead_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("the recording") << "recording" << 3;
        QTest::newRow("the folder of results, to write") << "folder" << 4;
        QTest::newRow("an older result, to replace") << "older" << 4;
    }

    /// As somebody without rights: root is asked for nothing.
    void nobodyMayRead() {
        QFETCH(QString, what);
        QFETCH(int, code);
        if (::geteuid() != 0 || QStandardPaths::findExecutable("setpriv").isEmpty()) QSKIP("needs root and setpriv to become somebody else");
        const QString as = "setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent";
        if (runUnderShell(as, {"--version"}).code != 0) QSKIP("the program can't be read by everybody here");
        const QString file = path("theirs.wav"), out = path("theirs");
        QFile::remove(file);
        QDir(out).removeRecursively();
        QVERIFY(QFile::copy(m_sound, file) && QDir().mkpath(out));
        if (what == "recording") QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
        if (what == "older") {
            QVERIFY(writeBytes(out + "/run.json", "{}"));
            QVERIFY(QFile::setPermissions(out + "/run.json", QFile::ReadOwner));
        }
        const QByteArray before = readBytes(out + "/run.json");
        const Outcome outcome = runUnderShell(as, QStringList{"optimise", file, "--out", out, "--iterations", "1"} + quick);
        oneSentence(outcome, code, what == "recording" ? file : out);
        QCOMPARE(readBytes(out + "/run.json"), before);
        QCOMPARE(QDir(out).entryList(QDir::Files | QDir::Hidden).size(), before.isEmpty() ? 0 : 1);
    }

    void sessionsOnAFullDisk() {
        if (::geteuid() != 0) QSKIP("a small file system can be mounted by root only");
        const QString disk = path("disk");
        QVERIFY(QDir().mkpath(disk));
        if (::mount("tmpfs", qPrintable(disk), "tmpfs", 0, "size=64k") != 0) QSKIP("this machine does not let root mount a tmpfs");
        {
            OpenWindow program;
            program.controller.autosave().setInterval(0);
            program.controller.autosave().start(disk);
            QVERIFY(program.open(demoSignal));
            program.controller.sessions().saveTo(disk + "/mine.thetascope");
            QVERIFY(program.idle());
            const QByteArray whole = readBytes(disk + "/mine.thetascope");
            QVERIFY(parseSession(whole.toStdString()).ok());
            writeBytes(disk + "/filler", QByteArray(1 << 20, 'x')); // as much of it as there is room for
            QVERIFY(program.edit(quickSettings()));
            program.controller.sessions().saveTo(disk + "/mine.thetascope");
            QVERIFY(program.idle());
            QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
            QVERIFY2(program.panes().messages->text().contains("No space left"), qPrintable(program.panes().messages->text()));
            QCOMPARE(readBytes(disk + "/mine.thetascope"), whole); // the older one, whole
            program.panes().messages->clear();
            program.controller.autosave().save();
            QVERIFY(OpenWindow::waitUntil([&] { return program.panes().messages->text().contains("recovery"); }));
            QVERIFY(QDir(disk).entryList({"*.partial-*"}, QDir::Files | QDir::Hidden).isEmpty());
        }
        QCOMPARE(::umount(qPrintable(disk)), 0);
    }

    void aLongRecordingChangesWhileItIsOpen_data() {
        QTest::addColumn<QString>("how");
        for (const char* const how : {"truncated", "replaced", "removed"}) QTest::newRow(how) << QString(how);
    }

    void aLongRecordingChangesWhileItIsOpen() {
        QFETCH(QString, how);
        constexpr quint32 samples = 41'000'000; // more than stay in memory
        const QString file = path("long.wav");
        QVERIFY(writeSparseWav(file, samples));
        OpenWindow program;
        QVERIFY(program.open(file));
        QVERIFY(program.session().recording().clip->source != nullptr);
        if (how == "truncated") QVERIFY(QFile::resize(file, 1'000'000));
        if (how == "removed") QVERIFY(QFile::remove(file));
        if (how == "replaced") {
            QVERIFY(writeSparseWav(path("other-long.wav"), samples));
            QVERIFY(::rename(qPrintable(path("other-long.wav")), qPrintable(file)) == 0);
        }
        program.panes().messages->clear();
        program.controller.views().showTime({3000, 3005});
        QVERIFY(OpenWindow::waitUntil([&] { return program.panes().messages->text().contains("has changed or gone"); }));
        QVERIFY(program.idle());
    }
};

QTEST_MAIN(FaultsTest)
#include "faults_test.moc"
