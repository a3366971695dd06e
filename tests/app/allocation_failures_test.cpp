// SPDX-License-Identifier: GPL-3.0-or-later
// Memory runs out at any moment of the command line's work: each time a sentence and an exit code, never a crash, a hang or half
// a file. Moments are spread evenly over all allocations of a run; THETASCOPE_FAILURES=n tries n per kind instead of a few.
#include "core/io/result_reader.h"
#include "tests/support/cli_program.h"
#include "tests/support/failing_memory.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int waitMs = 120'000;
constexpr int usualMoments = 5;
/// Where all later requests of at least so many bytes fail as well: what a loaded machine is like.
constexpr long largeBytes = 1000;

const QStringList quick{"--support", "64", "--hop", "32", "--iterations", "3", "--threads", "2", "--log-level", "off"};

} // namespace

class AllocationFailuresTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_sound, m_other;

    QString path(const QString& name) const { return m_folder.filePath(name); }

#ifdef THETASCOPE_FAILING_NEW
    /// Runs the program; the allocation `at` fails (0: none), and later ones of at least `fromBytes` (0: none).
    Outcome run(const QStringList& arguments, long at, long fromBytes = 0) const {
        QProcess process;
        QProcessEnvironment environment = headlessEnvironment();
        environment.insert("LD_PRELOAD", THETASCOPE_FAILING_NEW);
        environment.insert("THETASCOPE_FAIL_AT", QString::number(at));
        environment.insert("THETASCOPE_COUNT_TO", path("count"));
        if (fromBytes > 0) environment.insert("THETASCOPE_FAIL_FROM_BYTES", QString::number(fromBytes));
        process.setProcessEnvironment(environment);
        process.start(programPath(), arguments);
        Outcome outcome;
        if (!process.waitForFinished(waitMs)) {
            process.kill();
            process.waitForFinished();
        } else if (process.exitStatus() == QProcess::NormalExit) {
            outcome.code = process.exitCode();
        }
        outcome.err = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

    /// A code, and for a failure one sentence that names the reason. Qt and QCustomPlot may add lines of their own.
    void endsInWords(const Outcome& outcome) const {
        QVERIFY2(outcome.code == 0 || outcome.code == 1, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
        const QStringList ours = outcome.err.split('\n').filter(QRegularExpression("^thetascope: "));
        QVERIFY2(outcome.code == 0 || (!ours.isEmpty() && ours.first().contains("memory")), qPrintable(outcome.err));
    }

    /// Whatever is below a folder is whole: no partial files; run.json only beside all that it promises.
    void isWhole(const QString& folder) const {
        for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            const QString file = files.next();
            QVERIFY2(!file.contains("partial"), qPrintable(file));
            if (!file.endsWith("/run.json")) continue;
            const auto stored = readResult(QFileInfo(file).path().toStdString());
            QVERIFY2(stored.ok(), stored.ok() ? "" : stored.error().message.c_str());
        }
    }
#endif

private slots:
    void initTestCase() {
#ifndef THETASCOPE_FAILING_NEW
        QSKIP("sanitizers have an allocator of their own");
#endif
        m_sound = path("sound.wav");
        m_other = path("other.wav");
        QVERIFY(writeTwoSounds(m_sound, m_other));
        QCOMPARE(runProgram(QStringList{"optimise", m_sound, "--out", path("stored"), "--images", "none"} + quick).code, 0);
    }

#ifdef THETASCOPE_FAILING_NEW
    void memoryRunsOut_data() {
        QTest::addColumn<QStringList>("arguments");
        const QStringList sharpen = QStringList{"optimise", m_sound, "--out", "OUT"} + quick;
        QTest::newRow("optimise") << sharpen + QStringList{"--images", "none"};
        QTest::newRow("with a picture") << sharpen + QStringList{"--images", "png", "--theta-mode", "time"};
        QTest::newRow("several files") << QStringList{"optimise", m_sound, m_other, m_sound, "--out", "OUT", "--jobs", "2", "--images",
                                                      "none"} + quick;
        QTest::newRow("evaluate") << QStringList{"evaluate", m_sound, "--gradients", "--out", "OUT", "--images", "none", "--support", "64",
                                                 "--log-level", "off"};
        QTest::newRow("reconstruct") << QStringList{"reconstruct", path("stored"), "--out", "OUT/back.wav", "--log-level", "off"};
    }

    void memoryRunsOut() {
        QFETCH(QStringList, arguments);
        const auto into = [&](const QString& folder) {
            QStringList call = arguments;
            return call.replaceInStrings("OUT", folder);
        };
        QVERIFY(QDir().mkpath(path("unhurt")));
        const Outcome unhurt = run(into(path("unhurt")), 0);
        QVERIFY2(unhurt.code == 0, qPrintable(unhurt.err));
        const long all = readBytes(path("count")).trimmed().toLong();
        QVERIFY(all > 1000);
        const int moments = failureMoments(usualMoments);
        int failed = 0;
        for (int moment = 0; moment < moments; ++moment) {
            for (const long fromBytes : {0L, largeBytes}) {
                const QString out = path(QStringLiteral("%1-%2-%3").arg(QTest::currentDataTag()).arg(moment).arg(fromBytes));
                QVERIFY(QDir().mkpath(out));
                QVERIFY(writeBytes(out + "/back.wav", "an older one"));
                const long at = 1 + (2L * moment + 1) * all / (2L * moments);
                const Outcome outcome = run(into(out), at, fromBytes);
                failed += outcome.code == 0 ? 0 : 1;
                endsInWords(outcome);
                isWhole(out);
                if (outcome.code != 0) QCOMPARE(readBytes(out + "/back.wav"), QByteArray("an older one"));
                if (QTest::currentTestFailed()) {
                    qWarning("of %ld allocations, number %ld failed (later ones from %ld bytes)", all, at, fromBytes);
                    return;
                }
            }
        }
        QVERIFY(failed > 0);
    }
#endif
};

QTEST_GUILESS_MAIN(AllocationFailuresTest)
#include "allocation_failures_test.moc"
