// SPDX-License-Identifier: GPL-3.0-or-later
// The log: what it says of runs that end well and badly, that it stays small, and that it never gets in the way.
#include "app/log/log_file.h"
#include "tests/support/cli_program.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

const QStringList quick{"--support", "64", "--hop", "32", "--iterations", "2", "--images", "none", "--theta-mode", "time"};

} // namespace

class LogTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_sound = path("sound.wav");
        QVERIFY(writeMonoWav(m_sound, toneAndClick()));
    }

    void tellsHowARunWent() {
        const Outcome outcome = run({"--log-file", path("good.log")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QString());
        const QString log = read("good.log");
        for (const char* const part : {"started:", "optimise", "begins:", "\"support\":64", "ends:", "engine", "ended with code 0"})
            QVERIFY2(log.contains(QLatin1String(part)), qPrintable(log));
        QVERIFY(!outcome.out.contains("begins:")); // never on the terminal
        QCOMPARE(outcome.out.count('\n'), 1);
    }

    void tellsWhyARunFailed() {
        QVERIFY(writeBytes(path("bad.wav"), "not audio"));
        const Outcome outcome = runProgram(QStringList{"optimise", path("bad.wav"), "--out", path("out"), "--log-file", path("bad.log")} + quick);
        QCOMPARE(outcome.code, 3);
        const QString said = outcome.err.section("thetascope: ", 1).trimmed();
        QVERIFY2(!said.isEmpty() && read("bad.log").contains(said), qPrintable(read("bad.log")));
        QVERIFY(read("bad.log").contains("ended with code 3"));
    }

    void levelsAndPlaces() {
        QCOMPARE(run({"--log-file=" + path("quiet.log"), "--log-level", "error"}).code, 0);
        QCOMPARE(QFileInfo(path("quiet.log")).size(), 0);
        QCOMPARE(run({"--log-file", path("off.log"), "--log-level", "off"}).code, 0);
        QVERIFY(!QFile::exists(path("off.log")));
        QCOMPARE(run({"--log-level", "loud"}).code, 2);
        QCOMPARE(run({"--log-level"}).code, 2);
        QCOMPARE(run({"--log-file", "/no/such/folder/x.log"}).code, 4);
    }

    void theUsualPlaceIsTheFolderOfStates() {
        const Outcome outcome = runUnderShell("XDG_STATE_HOME=" + path("state"), QStringList{"demos"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(QFile::exists(path("state/thetascope/thetascope.log")));
        QCOMPARE(runUnderShell("XDG_STATE_HOME=/proc/nowhere", QStringList{"demos"}).code, 0); // no log, no harm
    }

    void rotates() {
        const std::string file = path("rotating.log").toStdString();
        constexpr std::size_t bytes = 1000;
        LogFile log(file, bytes, 2);
        const std::string line(99, 'x');
        for (int i = 0; i < 100; ++i) log.write(line);
        const QStringList files = QDir(m_folder.path()).entryList({"rotating.log*"}, QDir::Files);
        QCOMPARE(files, (QStringList{"rotating.log", "rotating.log.1", "rotating.log.2"}));
        for (const QString& name : files) QVERIFY(QFileInfo(path(name)).size() <= static_cast<qint64>(bytes + 200));
        log.write("two\nlines\r");
        QVERIFY(read("rotating.log").endsWith("two lines \n"));
    }

    /// Two files as two processes have them: no line is lost or torn while both rotate.
    void severalWriters() {
        const std::string file = path("shared.log").toStdString();
        constexpr int lines = 200;
        {
            std::jthread first([&] { writeLines(file, "a", lines); }), second([&] { writeLines(file, "b", lines); });
        }
        int found = 0;
        for (const QString& name : QDir(m_folder.path()).entryList({"shared.log*"}, QDir::Files))
            for (const QString& text : read(name).split('\n', Qt::SkipEmptyParts)) {
                QVERIFY2(text.size() == 40, qPrintable(text));
                ++found;
            }
        QCOMPARE(found, 2 * lines);
    }

private:
    static void writeLines(const std::string& file, const std::string& who, int count) {
        constexpr std::size_t bytes = 4000;
        LogFile log(file, bytes, 50);
        for (int i = 0; i < count; ++i) log.write(who + std::string(39, '.'));
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString read(const QString& name) const { return QString::fromUtf8(readBytes(path(name))); }
    Outcome run(const QStringList& more) const {
        return runProgram(QStringList{"optimise", m_sound, "--out", path("out")} + quick + more);
    }

    QTemporaryDir m_folder;
    QString m_sound;
};

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"
