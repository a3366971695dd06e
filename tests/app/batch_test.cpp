// SPDX-License-Identifier: GPL-3.0-or-later
// Many files: shards, resuming, one bad file among good ones, a kill in the middle.
#include "app/cli/batch.h"
#include "app/cli/shard.h"
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <sys/wait.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int waitMs = 120'000;

const QStringList quick{"--support", "64", "--hop", "32", "--theta-mode", "time", "--objective", "entropy",
                        "--stop", "none", "--images", "none"};

QStringList rowsOf(const QString& path) {
    return QString::fromUtf8(readBytes(path)).split('\n', Qt::SkipEmptyParts).mid(1);
}

/// Every file below a folder with its bytes; run.json's and history.csv's seconds differ from run to run, so they stay out.
QMap<QString, QByteArray> arraysBelow(const QString& folder) {
    QMap<QString, QByteArray> found;
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const char* const array : {"theta.npy", "magnitude.npy", "stft.npy", "positions.npy"})
            found[name + "/" + array] = readBytes(folder + "/" + name + "/" + array);
    return found;
}

/// What is half-written below a folder.
QStringList partialsBelow(const QString& folder) {
    QStringList found;
    for (QDirIterator files(folder, {"*.partial-*"}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
        found << files.next();
    return found;
}

} // namespace

class BatchTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shardsDivideTheList();
    void shardsThatMakeNoSense_data();
    void shardsThatMakeNoSense();
    void theBarSaysWhatIsLeft();
    void aBadFileStopsNothing();
    void finishedFilesAreSkipped();
    void changedFilesAreDoneAgain();
    void resultsDontDependOnJobs();
    void shardsNeverOverlap();
    void aKillLosesNothing();
    void whatAKillLeavesHalfWrittenGoes();
    void listsOfFiles();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList call(const QStringList& files, const QString& out, const QStringList& more = {}, int iterations = 3) const {
        return QStringList{"optimise"} + files + QStringList{"--out", path(out), "--iterations", QString::number(iterations)} + quick
               + more;
    }

    QTemporaryDir m_folder;
    QStringList m_files;
};

void BatchTest::initTestCase() {
    for (int i = 0; i < 5; ++i) {
        std::vector<float> samples = toneAndClick();
        for (float& sample : samples)
            sample *= 1.0F / static_cast<float>(i + 1);
        samples[100] += 0.3F * static_cast<float>(i);
        m_files << path(QString("sound%1.wav").arg(i));
        QVERIFY(writeMonoWav(m_files.back(), samples));
    }
}

void BatchTest::shardsDivideTheList() {
    for (std::size_t count = 1; count <= 7; ++count) {
        std::vector<int> owners(20, 0);
        for (std::size_t index = 1; index <= count; ++index) {
            const auto shard = parseShard(std::to_string(index) + "/" + std::to_string(count));
            QVERIFY(shard.ok());
            for (std::size_t file = 0; file < owners.size(); ++file)
                owners[file] += shard->holds(file) ? 1 : 0;
        }
        QCOMPARE(owners, std::vector<int>(20, 1));
    }
}

void BatchTest::shardsThatMakeNoSense_data() {
    QTest::addColumn<QString>("text");
    for (const char* const text : {"", "/", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "1.5/3", "1/3 "})
        QTest::newRow(text) << QString(text);
}

void BatchTest::shardsThatMakeNoSense() {
    QFETCH(QString, text);
    const auto shard = parseShard(text.toStdString());
    QVERIFY(!shard.ok());
    QCOMPARE(shard.error().kind, ErrorKind::arguments);
}

void BatchTest::theBarSaysWhatIsLeft() {
    QCOMPARE(batchBar(250, 1000, 2, 600, 200), std::string("[######..................] 250/1000 files, 2 failed, about 10 min left"));
    QCOMPARE(batchBar(1000, 1000, 0, 0, 200), std::string("[########################] 1000/1000 files"));
    QCOMPARE(batchBar(3, 10, 0, 9000, 20).size(), std::size_t(19));
}

void BatchTest::aBadFileStopsNothing() {
    QVERIFY(writeBytes(path("bad.wav"), "not audio"));
    const Outcome outcome = runProgram(call({m_files[0], path("bad.wav"), m_files[1]}, "bad", {"--jobs", "2"}));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.errLines().size(), 1);
    const QStringList rows = rowsOf(path("bad/summary.csv"));
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0].contains(",ok,0,3,") && rows[1].contains(",unreadable,3,") && rows[2].contains(",ok,0,3,"));
}

void BatchTest::finishedFilesAreSkipped() {
    QCOMPARE(runProgram(call(m_files, "again")).code, 0);
    const QByteArray first = readBytes(path("again/sound2/run.json"));
    QVERIFY(QFile::remove(path("again/sound3/request.json"))); // as if it had been killed before its end
    const Outcome second = runProgram(call(m_files, "again"));
    QCOMPARE(second.code, 0);
    QCOMPARE(second.out.count('\n'), 1);
    QVERIFY(second.out.contains("sound3"));
    QCOMPARE(readBytes(path("again/sound2/run.json")), first); // its seconds would differ
    const QStringList rows = rowsOf(path("again/summary.csv"));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.filter("finished before").size(), 4);
    QCOMPARE(rows.filter(",ok,0,3,").size(), 5);
    const Outcome other = runProgram(call(m_files, "again", {}, 4));
    QCOMPARE(other.out.count('\n'), 5);
    QCOMPARE(runProgram(call(m_files, "again", {"--again"}, 4)).out.count('\n'), 5);
}

void BatchTest::changedFilesAreDoneAgain() {
    const QString changing = path("changing.wav");
    QVERIFY(QFile::copy(m_files[0], changing));
    QCOMPARE(runProgram(call({changing, m_files[1]}, "changed")).code, 0);
    QVERIFY(QFile::remove(changing) && QFile::copy(m_files[2], changing));
    const Outcome outcome = runProgram(call({changing, m_files[1]}, "changed"));
    QCOMPARE(outcome.out.count('\n'), 1);
    QVERIFY(outcome.out.contains("changing"));
}

void BatchTest::resultsDontDependOnJobs() {
    QCOMPARE(runProgram(call(m_files, "one", {"--jobs", "1"})).code, 0);
    QCOMPARE(runProgram(call(m_files, "three", {"--jobs", "3"})).code, 0);
    QCOMPARE(arraysBelow(path("one")).size(), 20);
    QCOMPARE(arraysBelow(path("one")), arraysBelow(path("three")));
}

void BatchTest::shardsNeverOverlap() {
    for (const char* const shard : {"1/2", "2/2"})
        QCOMPARE(runProgram(call(m_files, "shards", {"--shard", shard})).code, 0);
    const QStringList first = rowsOf(path("shards/summary-1-of-2.csv")), second = rowsOf(path("shards/summary-2-of-2.csv"));
    QCOMPARE(first.size(), 3);
    QCOMPARE(second.size(), 2);
    const Outcome whole = runProgram(call(m_files, "shards"));
    QCOMPARE(whole.out, QString()); // nothing was left to do
    QCOMPARE(rowsOf(path("shards/summary.csv")).filter("finished before").size(), 5);
}

void BatchTest::aKillLosesNothing() {
    const QStringList many = m_files + m_files + m_files + m_files;
    const QStringList two{"--jobs", "2"};
    constexpr int slower = 400;
    QProcess process;
    process.setProcessEnvironment(headlessEnvironment());
    process.start(programPath(), call(many, "killed", two, slower));
    QVERIFY(process.waitForStarted(waitMs));
    QVERIFY(process.waitForReadyRead(waitMs)); // the first file is done
    process.kill();
    QVERIFY(process.waitForFinished(waitMs));
    QVERIFY(!QFile::exists(path("killed/summary.csv")));
    QMap<QString, QByteArray> whole;
    for (const QString& name : QDir(path("killed")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (QFile::exists(path("killed/" + name + "/request.json")))
            whole[name] = readBytes(path("killed/" + name + "/run.json"));
    QVERIFY(!whole.isEmpty() && whole.size() < many.size());
    const Outcome restarted = runProgram(call(many, "killed", two, slower));
    QCOMPARE(restarted.code, 0);
    QCOMPARE(restarted.out.count('\n'), many.size() - whole.size()); // nothing done twice
    for (auto entry = whole.cbegin(); entry != whole.cend(); ++entry)
        QCOMPARE(readBytes(path("killed/" + entry.key() + "/run.json")), entry.value());
    QCOMPARE(runProgram(call(many, "unhurt", two, slower)).code, 0);
    QCOMPARE(arraysBelow(path("killed")), arraysBelow(path("unhurt"))); // nothing lost
}

/// A batch is halted while files are being written, as a slow machine's would be: another run beside it leaves those files alone.
/// Then it is killed, and the next run takes them away.
void BatchTest::whatAKillLeavesHalfWrittenGoes() {
    QProcess process;
    process.setProcessEnvironment(headlessEnvironment());
    process.start(programPath(), call(m_files, "swept", {"--jobs", "1"}));
    QVERIFY(process.waitForStarted(waitMs));
    const auto pid = static_cast<pid_t>(process.processId());
    QStringList half;
    while (half.isEmpty() && !process.waitForFinished(0)) { // halted now and then, until that is in the middle of a file
        QCOMPARE(kill(pid, SIGSTOP), 0);
        siginfo_t state{};
        QCOMPARE(waitid(P_PID, static_cast<id_t>(pid), &state, WSTOPPED | WEXITED | WNOWAIT), 0); // every thread stands still
        half = partialsBelow(path("swept"));
        half.removeIf([](const QString& file) { return QFileInfo(file).size() == 0; }); // it may not have its lock yet
        if (half.isEmpty()) QCOMPARE(kill(pid, SIGCONT), 0);
    }
    QVERIFY2(!half.isEmpty(), "no file was ever caught half-written");
    QCOMPARE(runProgram(call(m_files, "swept")).code, 0);
    const QStringList left = partialsBelow(path("swept"));
    QVERIFY(std::ranges::all_of(half, [&left](const QString& file) { return left.contains(file); }));
    process.kill();
    QVERIFY(process.waitForFinished(waitMs));
    QCOMPARE(runProgram(call(m_files, "swept", {"--again"})).code, 0);
    QCOMPARE(partialsBelow(path("swept")), QStringList());
}

void BatchTest::listsOfFiles() {
    QVERIFY(writeBytes(path("list.txt"), (m_files[0] + "\r\n\n" + m_files[1]).toUtf8()));
    QCOMPARE(runProgram(call({}, "listed", {"--files-from", path("list.txt")})).code, 0);
    QCOMPARE(rowsOf(path("listed/summary.csv")).size(), 2);
    QVERIFY(writeBytes(path("empty.txt"), ""));
    QCOMPARE(runProgram(call({}, "none", {"--files-from", path("empty.txt")})).code, 2);
    QCOMPARE(runProgram(call({}, "none", {"--files-from", path("missing.txt")})).code, 3);
    QCOMPARE(runProgram(call({}, "none")).code, 2);
    QCOMPARE(runProgram(call(m_files, "none", {"--shard", "3/2"})).code, 2);
    QVERIFY(!QDir(path("none")).exists());
}

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
