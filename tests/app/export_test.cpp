// SPDX-License-Identifier: GPL-3.0-or-later
// Every export, opened again by another reader than the one that wrote it.
#include "tests/app/window_fixture.h"

#include "app/export/animation.h"
#include "core/io/audio_file.h"
#include "tests/support/python.h"
#include "ui/views/spectrogram_view.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSvgRenderer>
#include <cmath>
#include <ctime>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Processor time of this thread, ms.
double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    std::unique_ptr<OpenWindow> m_program;

    QString path(const char* name) const { return m_isolated.path(QString::fromLatin1(name)); }
    ExportController& exports() { return m_program->controller.exports(); }

private slots:
    void initTestCase() {
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
    }

    void cleanupTestCase() { m_program.reset(); }

    void init() { m_program->panes().messages->clear(); }

    void pngOfEverySize_data() {
        QTest::addColumn<int>("scale");
        for (const int scale : {1, 2}) QTest::addRow("%d x", scale) << scale; // 4: in the next test
    }

    void pngOfEverySize() {
        QFETCH(int, scale);
        exports().exportPicture(path("a.png"), {PicturePart::whole, scale});
        QVERIFY(m_program->endsWell());
        const QImage image(path("a.png"));
        QCOMPARE(image.size(), QSize(1600, 900) * scale);
        QVERIFY(image.pixelColor(0, 0).lightness() > 240); // paper
        const QJsonObject settings = QJsonDocument::fromJson(image.text(QStringLiteral("Settings")).toUtf8()).object();
        QCOMPARE(settings["settings"].toObject()["support"].toInt(), 256);
        QVERIFY(image.text(QStringLiteral("Title")).contains(QStringLiteral("chirp-clicks")));
    }

    void layingOutIsAllThatTheWindowWaitsFor() {
        const double before = threadMilliseconds();
        exports().exportPicture(path("b.png"), {PicturePart::whole, 4});
        const double spent = threadMilliseconds() - before;
        QVERIFY(m_program->endsWell());
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
        QSKIP("sanitizers cost 5 to 15 times the processor time");
#endif
        QVERIFY2(spent < 100, qPrintable(QStringLiteral("%1 ms").arg(spent)));
    }

    void withoutAxesTheCellsAlone() {
        exports().exportPicture(path("c.png"), {PicturePart::whole, 1, false});
        QVERIFY(m_program->endsWell());
        const QImage image(path("c.png"));
        QCOMPARE(image.size(), QSize(1600, 900));
        int paper = 0;
        for (int x = 0; x < image.width(); ++x) paper += image.pixelColor(x, 0).lightness() > 240 ? 1 : 0;
        QVERIFY(paper < image.width() / 2); // no margins, no caption
    }

    void aPartIsAnotherPicture() {
        exports().exportPicture(path("whole.png"), {PicturePart::whole, 1, false});
        m_program->controller.views().showTime({0.2, 0.4});
        exports().exportPicture(path("part.png"), {PicturePart::visible, 1, false});
        QVERIFY(m_program->endsWell());
        QVERIFY(QImage(path("whole.png")) != QImage(path("part.png")));
        m_program->actions().fit->trigger();
    }

    void svgAndPdfCarryTheirSettings() {
        exports().exportPicture(path("d.svg"));
        QVERIFY(m_program->endsWell());
        QSvgRenderer renderer(path("d.svg"));
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), QRect(0, 0, 1600, 900));
        const QByteArray svg = content(path("d.svg"));
        QVERIFY(svg.contains("theta-mode") && svg.contains("Frequency ("));
        exports().exportPicture(path("d.pdf"));
        QVERIFY(m_program->endsWell());
        const QByteArray pdf = content(path("d.pdf"));
        QVERIFY(pdf.startsWith("%PDF") && pdf.contains("settings.json"));
        QVERIFY(!pdf.contains("DCTDecode")); // nothing lossy
    }

    void theClipboardGetsThePicture() {
        QTest::keyClick(&m_program->window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_program->endsWell());
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(3200, 1800));
    }

    void numPyReadsTheArchive() {
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        exports().exportArchive(path("e.npz"));
        QVERIFY(m_program->endsWell());
        const Tiling& tiling = m_program->session().run->result->bestTiling;
        const QString code = QStringLiteral(
            "import sys, json, numpy as n\n"
            "z = n.load(sys.argv[1], allow_pickle=False)\n"
            "run = json.loads(z['run'].item().decode())\n"
            "T, F = %1, %2\n"
            "assert z['magnitude'].shape == z['stft'].shape == (F, T)\n"
            "assert n.allclose(abs(z['stft']), z['magnitude'], rtol=1e-5)\n"
            "assert z['theta'].shape == z['times'].shape == z['positions'].shape == (T,)\n"
            "assert z['frequencies'].shape == (F,) and len(z['objective']) == 7\n"
            "assert abs(z['theta'].sum() - %3) < 1e-6 and run['settings']['support'] == 256\n")
            .arg(tiling.frames()).arg(tiling.bins()).arg(tiling.theta.sum(), 0, 'g', 17);
        const QString complaint = complaintOfPython(code, {path("e.npz")});
        QVERIFY2(complaint.isNull(), qPrintable(complaint));
    }

    void layersHaveALinePerFrame() {
        for (const LayerKind kind : {LayerKind::instants, LayerKind::regions, LayerKind::grid}) {
            exports().exportLayer(path("f.csv"), kind);
            QVERIFY(m_program->endsWell());
            const QList<QByteArray> lines = content(path("f.csv")).split('\n');
            const auto comments = std::ranges::count_if(lines, [](const QByteArray& line) { return line.startsWith('#'); });
            QVERIFY(comments >= 3 && content(path("f.csv")).contains("\"support\""));
            QCOMPARE(lines.size() - comments - 1, qsizetype{m_program->session().run->result->bestTiling.frames()});
        }
    }

    void theSoundComesBack() {
        exports().exportSound(path("h.wav"));
        QVERIFY(m_program->endsWell());
        QVERIFY(m_program->panes().messages->text().contains(QStringLiteral("dB")));
        const auto clip = readAudio(path("h.wav").toStdString());
        QVERIFY(clip.ok());
        const std::vector<double>& samples = m_program->session().run->start.signal->samples;
        QCOMPARE(clip->interleaved.size(), samples.size());
        for (std::size_t i = 0; i < samples.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(clip->interleaved[i]) - samples[i]) < 1e-5);
        QVERIFY(content(path("h.wav")).contains("\"support\":256"));
    }

    void theRunMoves() {
        exports().exportAnimation(path("g.png"), {PicturePart::whole, 1});
        QVERIFY(m_program->endsWell());
        const QByteArray file = content(path("g.png"));
        QCOMPARE(file.count("fcTL"), 7); // the start and six iterations
        QCOMPARE(file.count("acTL"), 1);
        const QImage first(path("g.png"));
        QCOMPARE(first.size(), QSize(1600, 900));
        QVERIFY(first.text(QStringLiteral("Settings")).contains(QStringLiteral("\"support\":256")));
    }

    void longRunsAreThinnedEvenly() {
        std::vector<int> kept(1000);
        for (int i = 0; i < 1000; ++i) kept[static_cast<std::size_t>(i)] = 2 * i;
        const std::vector<int> chosen = animationFrames(kept, 11);
        QCOMPARE(chosen.size(), std::size_t{11});
        QCOMPARE(chosen.front(), 0);
        QCOMPARE(chosen.back(), 1998);
        QVERIFY(std::ranges::is_sorted(chosen));
    }

    void numbersKeepThePromiseOfTheCommandLine() {
        exports().exportNumbers(path("numbers"));
        QVERIFY(m_program->endsWell());
        for (const char* const name : {"magnitude.npy", "run.json", "history.csv", "spectrogram.png", "theta.png", "loss.png"})
            QVERIFY2(QFile::exists(path("numbers") + QLatin1Char('/') + QLatin1String(name)), name);
        QVERIFY(!QImage(path("numbers") + QStringLiteral("/theta.png")).isNull());
    }

    void whatCannotBeWrittenIsSaid() {
        const QString nowhere = QStringLiteral("/no/such/folder/x");
        const std::initializer_list<std::function<void()>> attempts{
            [&] { exports().exportPicture(nowhere + QStringLiteral(".png")); },
            [&] { exports().exportArchive(nowhere + QStringLiteral(".npz")); },
            [&] { exports().exportLayer(nowhere + QStringLiteral(".csv"), LayerKind::instants); },
            [&] { exports().exportAnimation(nowhere + QStringLiteral(".png")); }};
        for (const auto& attempt : attempts) {
            m_program->panes().messages->clear();
            attempt();
            QVERIFY(m_program->idle());
            QCOMPARE(m_program->panes().messages->kind(), MessageBar::Kind::error);
            QVERIFY(m_program->panes().messages->text().contains(QStringLiteral("/no/such/folder")));
        }
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
