// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line writes, opened by readers that share nothing with what wrote it: tests/support/readers.py.
#include "tests/support/cli_program.h"
#include "tests/support/python.h"

#include <QTemporaryDir>
#include <QTest>

using namespace thetascope::testing;

namespace {

const QStringList small{"--support", "64", "--hop", "8", "--iterations", "3", "--objective", "entropy", "--stop", "none"};
/// A name that a table has to quote.
const QString oddName = QStringLiteral("a, \"b\" θ.wav");

} // namespace

class CliReadersTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static void run(const QStringList& arguments) {
        const Outcome outcome = runProgram(arguments);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    }

private slots:
    void initTestCase() {
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        QVERIFY(writeMonoWav(path(oddName), toneAndClick()) && writeMonoWav(path("plain.wav"), toneAndClick()));
        run(QStringList{"optimise", path("plain.wav"), "--out", path("result"), "--theta-mode", "time-frequency", "--images", "png,svg,pdf"}
            + small);
    }

    void pictures() {
        verify(QStringLiteral("for name in 'spectrogram', 'theta', 'loss':\n"
                              "    path = sys.argv[1] + '/' + name\n"
                              "    svg, pdf = readers.read_svg(path + '.svg'), readers.read_pdf(path + '.pdf')\n"
                              "    width, height = readers.png_size(path + '.png')\n"
                              "    assert svg['viewBox'][3] * width == svg['viewBox'][2] * height, name\n"
                              "    assert [0.75 * side for side in svg['viewBox']] == pdf['mediaBox'], pdf['mediaBox']\n"
                              "    images = 0 if name == 'loss' else 2\n"
                              "    assert (len(svg['images']), len(pdf['images']), pdf['pages']) == (images, images, 1), name\n" // a map and its colour bar
                              "    label = 'Iteration' if name == 'loss' else 'Time (s)'\n"
                              "    assert any(text.startswith(label) for text in svg['texts']), svg['texts']\n"),
               {path("result")});
    }

    void gradients() {
        run(QStringList{"evaluate", path("plain.wav"), "--out", path("gradients"), "--theta-mode", "time-frequency", "--gradients", "--images",
                        "none", "--precision", "double", "--support", "64", "--hop", "8", "--objective", "entropy"});
        verify(QStringLiteral("load = lambda name: numpy.load(sys.argv[1] + '/' + name + '.npy', allow_pickle=False)\n"
                              "stft, magnitude, theta, positions = map(load, ('stft', 'magnitude', 'theta', 'positions'))\n"
                              "assert stft.dtype == numpy.complex128 and magnitude.dtype == numpy.float32\n"
                              "assert numpy.allclose(abs(stft), magnitude, rtol=1e-6)\n"
                              "assert load('grad_theta').shape == theta.shape == stft.shape == (33, len(positions))\n"
                              "assert load('grad_positions').shape == positions.shape and load('grad_hop').shape == ()\n"
                              "assert abs(load('grad_theta')).max() > 0\n"),
               {path("gradients")});
    }

    void sounds() {
        run({"demo", "chirp-clicks", "--out", path("demo.wav")});
        run({"reconstruct", path("result"), "--out", path("back.wav")});
        verify(QStringLiteral("original, rate, comment = readers.read_float_wav(sys.argv[1])\n"
                              "back, again, comment = readers.read_float_wav(sys.argv[2])\n"
                              "assert back.shape == original.shape and rate == again == 8000\n"
                              "assert abs(back - original).max() < 1e-3 and abs(original).max() > 0.2\n"
                              "demo, rate, comment = readers.read_float_wav(sys.argv[3])\n"
                              "assert demo.shape[1] > rate / 2 and 0.1 < abs(demo).max() <= 1\n"),
               {path("plain.wav"), path("back.wav"), path("demo.wav")});
    }

    void summaryOfManyFiles() {
        run(QStringList{"optimise", path(oddName), path("plain.wav"), "--out", path("many"), "--images", "none"} + small);
        verify(QStringLiteral("comments, (heading, *rows) = readers.read_csv(sys.argv[1] + '/summary.csv')\n"
                              "rows = [dict(zip(heading, row)) for row in rows]\n"
                              "assert [row['file'] for row in rows] == sys.argv[2:], rows\n"
                              "for row in rows:\n"
                              "    run = json.load(open(row['folder'] + '/run.json'))\n"
                              "    assert run['source']['path'] == row['file'] and int(row['iterations']) == 3, row\n"
                              "    assert float(row['best_objective']) == run['result']['best_objective'], row\n"),
               {path("many"), path(oddName), path("plain.wav")});
    }

    void tablesOfComparisons() {
        run(QStringList{"baselines", path(oddName), "--out", path("table"), "--grid-points", "5", "--modes", "shared"} + small);
        run(QStringList{"scenes", "--out", path("scenes"), "--scenes", "close-tones", "--snr", "clean"} + small);
        verify(QStringLiteral("comments, (heading, *rows) = readers.read_csv(sys.argv[1] + '/table/baselines.csv')\n"
                              "assert heading[:3] == ['file', 'method', 'objective'] and len(rows) == 6, rows\n"
                              "assert {row[0] for row in rows} == {sys.argv[2]}, rows\n"
                              "assert all(numpy.isfinite([float(cell) for cell in row[2:]]).all() for row in rows)\n"
                              "import glob\n"
                              "landscape, = glob.glob(sys.argv[1] + '/table/landscape-*.csv')\n"
                              "comments, (heading, *rows) = readers.read_csv(landscape)\n"
                              "assert heading == ['theta_samples', 'objective'] and len(rows) == 5, rows\n"
                              "assert numpy.isfinite(numpy.array(rows, dtype=float)).all()\n"
                              "comments, (heading, *rows) = readers.read_csv(sys.argv[1] + '/scenes/scenes.csv')\n"
                              "assert len(rows) == 1 and len(rows[0]) == len(heading), rows\n"),
               {m_folder.path(), path(oddName)});
    }
};

QTEST_GUILESS_MAIN(CliReadersTest)
#include "cli_readers_test.moc"
