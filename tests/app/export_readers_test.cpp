// SPDX-License-Identifier: GPL-3.0-or-later
// What the window exports, opened by readers that share nothing with what wrote it: tests/support/readers.py.
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"
#include "tests/support/python.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Of a 1600 x 900 picture's own map and the same in a vector file, which has four times its cells: a correlation.
constexpr double alike = 0.97; // upside down less than 0.8

/// The pixels row by row, as a reader of PNG has them.
QByteArray rawPixels(const QImage& image) {
    const QImage plain = image.convertToFormat(QImage::Format_RGB888);
    QByteArray bytes;
    for (int y = 0; y < plain.height(); ++y)
        bytes.append(reinterpret_cast<const char*>(plain.constScanLine(y)), qsizetype{3} * plain.width());
    return bytes;
}

/// Of the settings that every export carries.
const QString settingsCheck = QStringLiteral("def check(text):\n"
                                             "    made = json.loads(text)\n"
                                             "    assert made['settings']['support'] == 256 and made['settings']['hop'] == 32, made\n"
                                             "    assert made['source'] == 'demo:chirp-clicks' and made['thetascope'], made\n");

/// Of two pictures of the same map.
const QString compareMaps = QStringLiteral("def likeness(map, other):\n"
                                           "    rows = numpy.arange(len(map)) * len(other) // len(map)\n"
                                           "    columns = numpy.arange(map.shape[1]) * other.shape[1] // map.shape[1]\n"
                                           "    again = other[rows][:, columns]\n"
                                           "    return numpy.corrcoef(map[:, :, :3].ravel(), again[:, :, :3].ravel())[0, 1]\n");

} // namespace

class ExportReadersTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    std::unique_ptr<OpenWindow> m_program;

    QString path(const char* name) const { return m_isolated.path(QString::fromLatin1(name)); }
    ExportController& exports() { return m_program->controller.exports(); }
    const DescentResult& result() { return *m_program->session().run->result; }


private slots:
    void initTestCase() {
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        m_program = std::make_unique<OpenWindow>();
        QVERIFY(m_program->open(demoSignal));
        Settings settings = quickSettings();
        settings.hop = 32; // frames close enough for the sound to come back
        settings.iterations = 6;
        settings.stop = StopMode::none;
        QVERIFY(m_program->edit(settings));
        m_program->actions().sharpen->trigger();
        QVERIFY(m_program->waitFor(RunState::running));
        QVERIFY(m_program->waitFor(RunState::idle));
        m_program->actions().best->trigger(); // of which the numbers are
        QVERIFY(m_program->idle());
        exports().exportPicture(path("picture.png"), {PicturePart::whole, 1});
        QVERIFY(m_program->endsWell());
        exports().exportArchive(path("numbers.npz"));
        QVERIFY(m_program->endsWell());
    }

    void cleanupTestCase() { m_program.reset(); }

    void init() {
        if (m_program) m_program->panes().messages->clear();
    }

    void png() {
        verify(settingsCheck
                   + QStringLiteral("pixels, texts = readers.read_png(sys.argv[1])\n"
                                    "assert pixels.shape == (900, 1600, 3), pixels.shape\n"
                                    "assert (pixels[0] > 240).all()\n" // paper
                                    "assert len(numpy.unique(pixels.reshape(-1, 3), axis=0)) > 200\n"
                                    "check(texts['Settings'])\n"
                                    "assert 'chirp-clicks' in texts['Title'] and texts['Software'] == 'Thetascope', texts\n"),
               {path("picture.png")});
    }

    void pngOfTheLargestSize() {
        exports().exportPicture(path("large.png"), {PicturePart::whole, 4});
        QVERIFY(m_program->endsWell());
        verify(QStringLiteral("assert readers.png_size(sys.argv[1]) == (6400, 3600)\n"), {path("large.png")});
    }

    void theClipboardHasTheSamePixels() {
        m_program->actions().copyPicture->trigger();
        QVERIFY(m_program->endsWell());
        QVERIFY(writeBytes(path("clipboard.raw"), rawPixels(QGuiApplication::clipboard()->image())));
        exports().exportPicture(path("double.png"));
        QVERIFY(m_program->endsWell());
        verify(QStringLiteral("copied = numpy.fromfile(sys.argv[2], dtype=numpy.uint8).reshape(1800, 3200, 3)\n"
                              "pixels, texts = readers.read_png(sys.argv[1], 600)\n"
                              "assert len(pixels) == 600 and (pixels == copied[:600]).all()\n"
                              "assert pixels[300:].std() > 10\n"),
               {path("double.png"), path("clipboard.raw")});
    }

    void svg() {
        exports().exportPicture(path("picture.svg"), {PicturePart::whole});
        QVERIFY(m_program->endsWell());
        verify(settingsCheck + compareMaps
                   + QStringLiteral("svg = readers.read_svg(sys.argv[1])\n"
                                    "assert svg['viewBox'] == [0, 0, 1600, 900], svg['viewBox']\n"
                                    "assert 'chirp-clicks' in svg['title'], svg['title']\n"
                                    "check(svg['desc'].split('\\n', 1)[1])\n"
                                    "assert {'Time (s)', 'Frequency (kHz)'} <= set(svg['texts']), svg['texts']\n"
                                    "(x, y, width, height), map = max(svg['images'], key=lambda image: image[1].size)\n"
                                    "x, y, width, height = round(x), round(y), round(width), round(height)\n"
                                    "pixels, texts = readers.read_png(sys.argv[2])\n"
                                    "part = pixels[y:y + height, x:x + width]\n"
                                    "assert part.shape[0] > 600 and part.shape[1] > 1200, part.shape\n"
                                    "assert likeness(part, map) > %1, likeness(part, map)\n"
                                    "assert likeness(part, map[::-1]) < 0.8, likeness(part, map[::-1])\n")
                         .arg(alike),
               {path("picture.svg"), path("picture.png")});
    }

    /// Its map is that of the SVG.
    void pdf() {
        exports().exportPicture(path("picture.pdf"), {PicturePart::whole});
        QVERIFY(m_program->endsWell());
        exports().exportPicture(path("like.svg"), {PicturePart::whole});
        QVERIFY(m_program->endsWell());
        verify(settingsCheck
                   + QStringLiteral("pdf = readers.read_pdf(sys.argv[1])\n"
                                    "assert pdf['pages'] == 1 and pdf['mediaBox'] == [0, 0, 1200, 675], pdf['mediaBox']\n"
                                    "attachment, = pdf['attachments']\n"
                                    "check(attachment)\n"
                                    "map = max(pdf['images'], key=lambda image: image.size)\n"
                                    "other = max((image for place, image in readers.read_svg(sys.argv[2])['images']), key=lambda image: image.size)\n"
                                    "assert map.shape == other[:, :, :3].shape, (map.shape, other.shape)\n"
                                    "assert (map == other[:, :, :3]).all()\n"),
               {path("picture.pdf"), path("like.svg")});
    }

    void animatedPng() {
        exports().exportAnimation(path("run.png"), {PicturePart::whole, 1});
        QVERIFY(m_program->endsWell());
        verify(settingsCheck
                   + QStringLiteral("frames, seconds, plays, texts = readers.read_apng(sys.argv[1], 300)\n"
                                    "assert [frame.shape for frame in frames] == 7 * [(300, 1600, 3)]\n" // the start and six iterations
                                    "assert seconds == 6 * [0.05] + [2] and plays == 0, (seconds, plays)\n" // for ever
                                    "assert all((a != b).any() for a, b in zip(frames, frames[1:]))\n"
                                    "check(texts['Settings'])\n"),
               {path("run.png")});
    }

    void sound() {
        exports().exportSound(path("sound.wav"));
        QVERIFY(m_program->endsWell());
        const std::vector<double>& samples = m_program->session().run->start.signal->samples;
        const auto bytes = static_cast<qsizetype>(samples.size() * sizeof(double));
        QVERIFY(writeBytes(path("signal.raw"), QByteArray(reinterpret_cast<const char*>(samples.data()), bytes)));
        verify(settingsCheck
                   + QStringLiteral("samples, rate, comment = readers.read_float_wav(sys.argv[1])\n"
                                    "signal = numpy.fromfile(sys.argv[2])\n"
                                    "assert rate == %1 and samples.shape == (1, len(signal)), (rate, samples.shape)\n"
                                    "assert abs(samples[0] - signal).max() < 1e-5 and abs(signal).max() > 0.1\n"
                                    "check(comment)\n")
                         .arg(m_program->session().recording().clip->sampleRate),
               {path("sound.wav"), path("signal.raw")});
    }

    void numbers() {
        exports().exportNumbers(path("numbers"));
        QVERIFY(m_program->endsWell());
        verify(QStringLiteral(
                   "folder = sys.argv[1] + '/'\n"
                   "archive = numpy.load(sys.argv[2], allow_pickle=False)\n"
                   "for name in 'magnitude', 'stft', 'theta', 'positions':\n"
                   "    array = numpy.load(folder + name + '.npy', allow_pickle=False)\n"
                   "    assert array.shape == archive[name].shape and (array == archive[name]).all(), name\n"
                   "run = json.load(open(folder + 'run.json'))\n"
                   "assert run['settings']['support'] == 256 and run['result']['iterations'] == 6, run\n"
                   "comments, history = readers.read_csv(folder + 'history.csv')\n"
                   "assert history[0][:2] == ['iteration', 'objective'] and len(history) == 8, history\n"
                   "objective = numpy.array([float(row[1]) for row in history[1:]])\n"
                   "assert (objective == archive['objective']).all()\n"
                   "comments, frames = readers.read_csv(folder + 'frames.csv')\n"
                   "table = {name: numpy.array(column, dtype=float) for name, *column in zip(*frames)}\n"
                   "assert numpy.allclose(table['theta_samples'], archive['theta'], rtol=1e-12)\n"
                   "assert numpy.allclose(table['centre_s'], archive['times'], rtol=0, atol=1e-12)\n"
                   "for name in 'spectrogram', 'theta', 'loss':\n"
                   "    assert readers.png_size(folder + name + '.png') == (3200, 1800), name\n"),
               {path("numbers"), path("numbers.npz")});
    }

    /// Against the archive: when, how long, how loud.
    void layers() {
        const auto write = [this](LayerKind kind, const char* name) {
            exports().exportLayer(path(name), kind);
            return m_program->endsWell();
        };
        QVERIFY(write(LayerKind::instants, "instants.csv") && write(LayerKind::regions, "regions.csv"));
        QVERIFY(write(LayerKind::grid, "grid.csv"));
        verify(settingsCheck
                   + QStringLiteral(
                         "archive = numpy.load(sys.argv[1], allow_pickle=False)\n"
                         "rate = %1\n"
                         "tables = []\n"
                         "for path in sys.argv[2:]:\n"
                         "    comments, rows = readers.read_csv(path)\n"
                         "    check(comments[-1])\n"
                         "    tables.append(rows)\n"
                         "instants, regions, grid = tables\n"
                         "columns = lambda rows, *chosen: numpy.array([[float(row[i]) for i in chosen] for row in rows]).T\n"
                         "times, theta = archive['times'], archive['theta'] / rate\n"
                         "near = lambda a, b: numpy.allclose(a, b, rtol=0, atol=1e-9)\n"
                         "assert near(columns(instants, 0)[0], times)\n"
                         "assert [row[1] for row in instants] == ['frame %d' % i for i in range(len(times))]\n"
                         "start, value, duration = columns(regions, 0, 1, 2)\n"
                         "assert near(duration, theta) and near(value, 1000 * theta) and near(start + duration / 2, times)\n"
                         "cells = columns(grid, *range(1 + len(archive['frequencies'])))\n"
                         "levels = 20 * numpy.log10(numpy.maximum(archive['magnitude'], 1e-20))\n"
                         "loud = levels > levels.max() - 100\n"
                         "assert near(cells[0], times) and loud.sum() > 1000\n"
                         "assert abs(cells[1:] - levels)[loud].max() < 0.02, abs(cells[1:] - levels)[loud].max()\n")
                         .arg(m_program->session().recording().clip->sampleRate),
               {path("numbers.npz"), path("instants.csv"), path("regions.csv"), path("grid.csv")});
    }

    void session() {
        m_program->controller.sessions().saveTo(path("kept.thetascope"));
        QVERIFY(m_program->idle());
        verify(QStringLiteral("import base64, zlib\n"
                              "session = json.load(open(sys.argv[1]))\n"
                              "archive = numpy.load(sys.argv[2], allow_pickle=False)\n"
                              "unpacked = lambda text: numpy.frombuffer(zlib.decompress(base64.b64decode(text)), dtype='<f8')\n"
                              "run, = session['runs']\n"
                              "assert session['audio']['path'] == 'demo:chirp-clicks' and run['settings']['support'] == 256\n"
                              "assert (unpacked(run['theta']) == archive['theta']).all()\n"
                              "assert (unpacked(run['positions']) == archive['positions']).all()\n"
                              "assert [record['objective'] for record in run['history']] == archive['objective'].tolist()\n"),
               {path("kept.thetascope"), path("numbers.npz")});
    }
};

QTEST_MAIN(ExportReadersTest)
#include "export_readers_test.moc"
