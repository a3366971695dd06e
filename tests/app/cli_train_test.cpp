// SPDX-License-Identifier: GPL-3.0-or-later
// train, classify and sweep as a script sees them, on made-up words.
#include "app/training/model_files.h"
#include "core/io/audio_file.h"
#include "core/io/npz_reader.h"
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"
#include "tests/support/python.h"
#include "tests/support/word_set.h"

#include <QtTest>
#include <csignal>
#include <sys/types.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int perLabel = 16;

QStringList lines(const QByteArray& text) {
    return QString::fromUtf8(text).split('\n', Qt::SkipEmptyParts);
}

} // namespace

class CliTrainTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        const LabelledSet set = makeWordSet(perLabel, 1);
        for (const Example& example : set.examples)
            QVERIFY(writeMonoWav(words(QString::fromStdString(example.name)), example.samples));
    }

    void trainsAndClassifies() {
        const QTemporaryDir out;
        QVERIFY(writeBytes(words("bad_3.wav"), "no audio"));
        const Outcome trained = runProgram(command(out.path(), 6));
        QFile::remove(words("bad_3.wav"));
        QVERIFY2(trained.code == 0, qPrintable(trained.err));
        QVERIFY(trained.out.contains("all 6 epochs done; theta 100 -> "));
        QCOMPARE(trained.errLines().size(), 1);
        QVERIFY(trained.err.contains("bad_3.wav: skipped: "));
        for (const char* name : {"model.json", "weights.npz", "curves.csv", "confusion.csv", "mistakes.csv", "checkpoint.npz",
                                 "curves.svg", "confusion.svg"})
            QVERIFY2(QFileInfo(out.filePath(name)).size() > 0, name);
        QCOMPARE(lines(readBytes(out.filePath("curves.csv"))).size(), 7);
        QCOMPARE(lines(readBytes(out.filePath("confusion.csv"))).size(), 5);
        if (hasNumPy()) {
            const QString complaint = complaintOfReaders(
                QStringLiteral("for name in 'curves', 'confusion':\n"
                               "    svg = readers.read_svg(sys.argv[1] + '/' + name + '.svg')\n"
                               "    assert svg['viewBox'][2] > 300 and len(svg['texts']) > 5, svg['texts']\n"),
                {out.path()});
            QVERIFY2(complaint.isNull(), qPrintable(complaint));
        }

        const Outcome said = runProgram({"classify", out.path(), words("tone_0.wav"), words("far_1.wav")});
        QVERIFY2(said.code == 0, qPrintable(said.err));
        const QStringList told = said.out.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(told.size(), 2);
        const QStringList cells = told[0].split('\t');
        QCOMPARE(cells.size(), 3);
        QCOMPARE(cells[0], words("tone_0.wav"));
        QVERIFY(cells[2].startsWith(cells[1] + "=0.") || cells[2].startsWith(cells[1] + "=1."));
        double sum = 0;
        for (const QString& share : cells[2].split(' ')) sum += share.section('=', 1).toDouble();
        QVERIFY(std::abs(sum - 1) < 1e-3);
    }

    void aKilledRunResumesToTheSameBits() {
        const QTemporaryDir whole, broken;
        QCOMPARE(runProgram(command(whole.path(), 12)).code, 0);
        QProcess process;
        process.setProcessEnvironment(headlessEnvironment());
        process.start(programPath(), command(broken.path(), 12) + QStringList{"--progress", "json"});
        process.setReadChannel(QProcess::StandardError);
        int epochs = 0;
        while (epochs < 3 && process.waitForReadyRead())
            while (process.canReadLine()) epochs += process.readLine().contains("\"epoch\"") ? 1 : 0;
        QVERIFY(epochs >= 3);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QVERIFY(!QFileInfo::exists(broken.filePath("weights.npz"))); // it was killed before its end
        const Outcome resumed = runProgram(command(broken.path(), 12, 2) + QStringList{"--resume"});
        QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
        QCOMPARE(readBytes(broken.filePath("weights.npz")), readBytes(whole.filePath("weights.npz")));
    }

    void aCheckpointOfAnotherTrainingIsRefused() {
        const QTemporaryDir out;
        QCOMPARE(runProgram(command(out.path(), 2)).code, 0);
        const Outcome other = runProgram(command(out.path(), 3) + QStringList{"--resume"});
        QCOMPARE(other.code, 3);
        QVERIFY(other.err.contains("belongs to a training with other settings"));
    }

    void interruptedItKeepsTheBest() {
        const QTemporaryDir out;
        QProcess process;
        process.setProcessEnvironment(headlessEnvironment());
        process.start(programPath(), command(out.path(), 5000) + QStringList{"--progress", "json"});
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForReadyRead());
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(readModel(out.path().toStdString()).ok());
    }

    void sweepsAndResumes() {
        const QTemporaryDir out;
        const QStringList sweep{"sweep", m_folder.path(), "--out", out.path(), "--thetas", "20,120", "--joint", "60", "--seeds", "2",
                                "--epochs", "2", "--images", "svg", "--recipe", "a"};
        QStringList small = sweep + sizes();
        const Outcome first = runProgram(small);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QCOMPARE(first.out.split('\n', Qt::SkipEmptyParts).size(), 2 + 3);
        QVERIFY(first.out.contains("| θ = 20 | ") && first.out.contains("| joint from 60 | "));
        QVERIFY(QFileInfo(out.filePath("figure3.svg")).size() > 0);
        QCOMPARE(lines(readBytes(out.filePath("runs.csv"))).size(), 7);
        if (hasNumPy()) // the table's means and spreads over seeds, from the runs
            verify(QStringLiteral("comments, (head, *runs) = readers.read_csv(sys.argv[1] + '/runs.csv')\n"
                                  "table = open(sys.argv[1] + '/table1.md', encoding='utf-8').read().splitlines()[2:]\n"
                                  "assert len(table) == 3 and len(runs) == 6\n"
                                  "for kind, theta, row in ('fixed', 20, table[0]), ('fixed', 120, table[1]), ('joint', 60, table[2]):\n"
                                  "    mine = [dict(zip(head, run)) for run in runs if run[0] == kind and float(run[1]) == theta]\n"
                                  "    assert [run['seed'] for run in mine] == ['0', '1'], mine\n"
                                  "    cells = [cell.strip() for cell in row.split('|')][2:6]\n"
                                  "    for name, scale, cell in zip(('train_loss', 'validation_loss', 'test_loss', 'test_accuracy'),\n"
                                  "                                 (1, 1, 1, 100), cells):\n"
                                  "        values = scale * numpy.array([float(run[name]) for run in mine])\n"
                                  "        mean, spread = map(float, cell.split(' ± '))\n"
                                  "        near = 0.051 if scale == 100 else 0.00051\n"
                                  "        assert abs(mean - values.mean()) < near and abs(spread - values.std(ddof=1)) < near, (cell, values)\n"),
                   {out.path()});
        const QDateTime before = QFileInfo(out.filePath("runs/joint-60-seed-1/checkpoint.npz")).lastModified();
        const Outcome again = runProgram(small);
        QCOMPARE(again.out, first.out);
        QCOMPARE(QFileInfo(out.filePath("runs/joint-60-seed-1/checkpoint.npz")).lastModified(), before);
    }

    void errors_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString out = m_folder.filePath("unused");
        QTest::newRow("no such folder") << QStringList{"train", "/nowhere", "--out", out} << 3 << "is not a folder";
        QTest::newRow("bad value") << QStringList{"train", m_folder.path(), "--out", out, "--theta", "9000"} << 2 << "--theta";
        QTest::newRow("no number") << QStringList{"train", m_folder.path(), "--out", out, "--epochs", "many"} << 2 << "--epochs";
        QTest::newRow("no model") << QStringList{"classify", m_folder.path(), "x.wav"} << 3 << "model.json";
        QTest::newRow("unwritable") << QStringList{"train", m_folder.path(), "--out", "/proc/nothing"} << 4 << "/proc/nothing";
    }
    void errors() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Outcome outcome = runProgram(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.errLines().size(), 1);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }

    void modelsAreCheckedWhenRead() {
        const QTemporaryDir out;
        QCOMPARE(runProgram(command(out.path(), 1)).code, 0);
        const std::string folder = out.path().toStdString();
        QVERIFY(readModel(folder).ok());
        NpzFile weights = readNpz(folder + "/weights.npz").value();
        weights.arrays.erase("dense.bias");
        QVERIFY(writeNpz(folder + "/weights.npz", entriesOf(weights)).ok());
        const auto lacking = readModel(folder);
        QVERIFY(!lacking.ok());
        QVERIFY(lacking.error().message.find("dense.bias") != std::string::npos);
        QVERIFY(writeBytes(out.filePath("model.json"), "{}"));
        QVERIFY(!readModel(folder).ok());
    }

private:
    QString words(const QString& name) const { return m_folder.filePath(name); }

    /// The small network of wordSettings().
    static QStringList sizes(int threads = 1) {
        return {"--clip", "1600", "--bin-stride", "8", "--pool", "100", "--batch", "16", "--threads", QString::number(threads)};
    }
    QStringList command(const QString& out, int epochs, int threads = 1) const {
        return QStringList{"train", m_folder.path(), "--out", out, "--epochs", QString::number(epochs), "--images", "svg"} + sizes(threads);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CliTrainTest)
#include "cli_train_test.moc"
