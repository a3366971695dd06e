// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure.h"
#include "ui/render/colour_map.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace thetascope;

class FigureTest : public QObject {
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void pngHasTheSizeAndColoursAskedFor();
    void darkAndLight();
    void everyThetaModeIsDrawn_data();
    void everyThetaModeIsDrawn();
    void lossFigureNamesEveryTerm();
    void errors_data();
    void errors();
    void failureLeavesTheOldFile();
};

namespace {

constexpr int bins = 129;

std::shared_ptr<Spectrogram> tone(ThetaMode mode = ThetaMode::shared) {
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->sampleRate = 8000;
    spectrogram->tiling.support = 256;
    spectrogram->tiling.mode = mode;
    spectrogram->tiling.theta.setConstant(thetaRows(mode, 50), thetaCols(mode, bins), 100);
    spectrogram->tiling.positions.setLinSpaced(50, 0, 49 * 80.0);
    spectrogram->magnitude.setConstant(50, bins, 1);
    return spectrogram;
}

std::vector<IterationRecord> history() {
    std::vector<IterationRecord> records;
    for (int i = 0; i < 50; ++i) {
        IterationRecord record;
        record.iteration = i;
        record.objective = 1.0 / (i + 1);
        record.terms = {{"entropy", -1.0 * i, 1}, {"coverage", 1.0 / (1 + i), 0.5}};
        records.push_back(record);
    }
    return records;
}

FigureStyle small() {
    FigureStyle style;
    style.size = {600, 400};
    style.caption = "A caption";
    style.settings = "N 256, hop 80";
    return style;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void FigureTest::formats_data() {
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("png") << "png" << QByteArray("\x89PNG") << QByteArray("IDAT");
    QTest::newRow("PNG in capitals") << "PNG" << QByteArray("\x89PNG") << QByteArray("IDAT");
    QTest::newRow("svg") << "svg" << QByteArray("<?xml") << QByteArray("Frequency (kHz)");
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF") << QByteArray("/FontFile2");
}

void FigureTest::formats() {
    QFETCH(QString, extension);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, holds);
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure." + extension);
    const Status status = writeSpectrogramFigure(path, tone(), small());
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().message.c_str());
    const QByteArray content = contentOf(path);
    QVERIFY(content.startsWith(start));
    QVERIFY(content.contains(holds));
    QVERIFY(!content.contains("DCTDecode")); // no JPEG
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void FigureTest::pngHasTheSizeAndColoursAskedFor() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure.png");
    for (const double scale : {1.0, 2.0}) {
        FigureStyle style = small();
        style.dpiScale = scale;
        style.colourMap = "magma";
        QVERIFY(writeSpectrogramFigure(path, tone(), style).ok());
        const QImage image(path);
        QCOMPARE(image.size(), style.size * scale);
        QCOMPARE(image.pixel(image.width() / 2, image.height() / 2), ColourMap::named("magma").table().back());
        QVERIFY(std::abs(image.dotsPerMeterX() * 0.0254 - 96 * scale) < 1);
    }
}

void FigureTest::darkAndLight() {
    const QTemporaryDir folder;
    for (const bool dark : {false, true}) {
        FigureStyle style = small();
        style.dark = dark;
        for (const QString& name : {QString("s.png"), QString("l.png")}) {
            const QString path = folder.filePath(name);
            const Status status =
                name == "s.png" ? writeSpectrogramFigure(path, tone(), style) : writeLossFigure(path, history(), style);
            QVERIFY(status.ok());
            QCOMPARE(QImage(path).pixelColor(1, 1).lightness() < 128, dark);
        }
    }
}

void FigureTest::everyThetaModeIsDrawn_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<QByteArray>("text"); // Qt writes a change of script, as after a theta, as two elements
    QTest::newRow("shared") << ThetaMode::shared << QByteArray("= 100");
    QTest::newRow("time") << ThetaMode::time << QByteArray("Time (s)");
    QTest::newRow("frequency") << ThetaMode::frequency << QByteArray("Frequency (kHz)");
    QTest::newRow("time-frequency") << ThetaMode::timeFrequency << QByteArray("samples)");
}

void FigureTest::everyThetaModeIsDrawn() {
    QFETCH(ThetaMode, mode);
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    const QString path = folder.filePath("theta.svg");
    QVERIFY(writeThetaFigure(path, tone(mode), 16, 255, small()).ok());
    const QByteArray content = contentOf(path);
    QVERIFY(content.contains(text));
    QVERIFY(content.contains("A caption"));
    QVERIFY(content.contains("N 256, hop 80"));
}

void FigureTest::lossFigureNamesEveryTerm() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("loss.svg");
    QVERIFY(writeLossFigure(path, history(), small()).ok());
    const QByteArray content = contentOf(path);
    for (const char* text : {"objective", "entropy", "0.5 × coverage", "Iteration"})
        QVERIFY2(content.contains(text), text);
}

void FigureTest::errors_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("unknown format") << "figure.bmp" << false << ErrorKind::arguments;
    QTest::newRow("no format") << "figure" << false << ErrorKind::arguments;
    QTest::newRow("no such folder") << "missing/figure.png" << false << ErrorKind::output;
    QTest::newRow("nothing to draw") << "figure.png" << true << ErrorKind::arguments;
}

void FigureTest::errors() {
    QFETCH(QString, name);
    QFETCH(bool, empty);
    QFETCH(ErrorKind, kind);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const auto spectrogram = empty ? nullptr : tone();
    const auto records = empty ? std::vector<IterationRecord>() : history();
    const Status statuses[] = {writeSpectrogramFigure(path, spectrogram, small()),
                               writeThetaFigure(path, spectrogram, 16, 255, small()),
                               writeLossFigure(path, records, small())};
    for (const Status& status : statuses) {
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, kind);
        QVERIFY(status.error().message.ends_with('.'));
    }
    QVERIFY(!QFile::exists(path));
}

void FigureTest::failureLeavesTheOldFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure.png");
    QVERIFY(writeSpectrogramFigure(path, tone(), small()).ok());
    const QByteArray before = contentOf(path);
    FigureStyle broken = small();
    broken.size = {0, 400};
    const Status status = writeSpectrogramFigure(path, tone(), broken);
    QVERIFY(!status.ok());
    QCOMPARE(contentOf(path), before);
}

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
