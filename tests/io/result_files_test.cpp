// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/result_files.h"

#include "core/io/input_file.h"
#include "core/io/npy.h"
#include "core/io/settings_json.h"
#include "tests/support/file_size_limit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace thetascope;

namespace {

constexpr int frames = 3, bins = 5;

ResultData sample(ThetaMode mode, Precision precision) {
    Settings settings;
    settings.support = 8;
    settings.hop = 4;
    settings.thetaMode = mode;
    settings.precision = precision;
    settings.thetaStart = ThetaStart::constant;
    ResultData data;
    data.settings = resolve(settings, 8, 1000);
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->tiling = initialTiling(data.settings);
    RealFrames& theta = spectrogram->tiling.theta;
    for (Eigen::Index i = 0; i < theta.size(); ++i)
        theta.data()[i] = 4 + 0.1 * double(i);
    spectrogram->sampleRate = 1000;
    auto spectrum = std::make_shared<ComplexFrames>(frames, bins);
    for (int i = 0; i < frames; ++i)
        for (int f = 0; f < bins; ++f)
            (*spectrum)(i, f) = {i + 0.1, f + 0.2};
    spectrogram->magnitude = spectrum->abs().cast<float>();
    data.spectrogram = std::move(spectrogram);
    data.spectrum = std::move(spectrum);
    data.history = {{0, 2, {{"entropy", 2, 1}}, 0, 1, 4, 4, 4, 4, 0}};
    data.stopReason = "plateau";
    data.iterations = 12;
    data.terms = {{"entropy", 1.25, 1}};
    data.initialObjective = 2;
    data.finalObjective = std::numeric_limits<double>::quiet_NaN();
    data.bestObjective = 1.25;
    data.atUpperBound = 3;
    return data;
}

const ResultSource source{"demo:shocks", "abc", 1000, 2, 3000, 0.5, 1.5};

} // namespace

class ResultFilesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string folder() { return m_folder->filePath("out").toStdString(); }
    std::string file(const char* name) { return folder() + "/" + name; }
    QMap<QString, QByteArray> contents() {
        QMap<QString, QByteArray> files;
        for (const QString& name : entries()) {
            QFile one(QString::fromStdString(file(qPrintable(name))));
            if (one.open(QIODevice::ReadOnly)) files[name] = one.readAll();
        }
        return files;
    }
    QStringList entries() {
        return QDir(QString::fromStdString(folder())).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void thetaHasTheShapeOfItsMode_data();
    void thetaHasTheShapeOfItsMode();
    void spectraAreTransposed();
    void doublePrecisionIsKept();
    void runJsonHasItsKeys();
    void configReproducesTheSettings();
    void gradientsAreWritten();
    void olderGradientsGo();
    void pathsThatAreNotUtf8();
    void unwritableFolder();
    void aDiskThatFillsOnTheWay();
};

void ResultFilesTest::thetaHasTheShapeOfItsMode_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QList<int>>("shape");
    QTest::newRow("shared") << int(ThetaMode::shared) << QList<int>{};
    QTest::newRow("time") << int(ThetaMode::time) << QList<int>{frames};
    QTest::newRow("frequency") << int(ThetaMode::frequency) << QList<int>{bins};
    QTest::newRow("time-frequency") << int(ThetaMode::timeFrequency) << QList<int>{bins, frames};
}

void ResultFilesTest::thetaHasTheShapeOfItsMode() {
    QFETCH(int, mode);
    QFETCH(QList<int>, shape);
    const ResultData data = sample(ThetaMode(mode), Precision::floatPrecision);
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    const auto theta = readNpy(file("theta.npy"));
    QVERIFY(theta.ok());
    QCOMPARE(QList<int>(theta->shape.begin(), theta->shape.end()), shape);
    const RealFrames& expected = data.spectrogram->tiling.theta;
    for (Eigen::Index i = 0; i < expected.rows(); ++i)
        for (Eigen::Index f = 0; f < expected.cols(); ++f)
            QCOMPARE(theta->real.at(std::size_t(f * expected.rows() + i)), expected(i, f));
    QCOMPARE(entries(), (QStringList{"frames.csv", "history.csv", "magnitude.npy", "positions.npy", "run.json", "stft.npy",
                                     "theta.npy"}));
}

void ResultFilesTest::spectraAreTransposed() {
    const ResultData data = sample(ThetaMode::time, Precision::floatPrecision);
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    const auto stft = readNpy(file("stft.npy")), magnitude = readNpy(file("magnitude.npy"));
    QVERIFY(stft.ok() && magnitude.ok());
    QCOMPARE(stft->shape, (std::vector<std::size_t>{bins, frames}));
    QCOMPARE(magnitude->shape, stft->shape);
    for (int f = 0; f < bins; ++f)
        for (int i = 0; i < frames; ++i) {
            const std::size_t at = std::size_t(f * frames + i);
            QCOMPARE(std::complex<float>(stft->complex[at]), std::complex<float>(data.spectrum->coeff(i, f)));
            QCOMPARE(float(magnitude->real[at]), data.spectrogram->magnitude(i, f));
        }
    const auto positions = readNpyVector(file("positions.npy"));
    QVERIFY(positions.ok());
    QVERIFY((*positions == data.spectrogram->tiling.positions).all());
}

void ResultFilesTest::doublePrecisionIsKept() {
    const ResultData data = sample(ThetaMode::shared, Precision::doublePrecision);
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    QCOMPARE(readNpy(file("stft.npy"))->complex[1], data.spectrum->coeff(1, 0)); // 1.1 is no float
}

void ResultFilesTest::runJsonHasItsKeys() {
    const ResultData data = sample(ThetaMode::time, Precision::floatPrecision);
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    const auto json = nlohmann::ordered_json::parse(*readTextFile(file("run.json"), 1000000));
    const auto keys = [](const nlohmann::ordered_json& object) {
        QStringList names;
        for (const auto& entry : object.items())
            names << QString::fromStdString(entry.key());
        return names;
    };
    QCOMPARE(keys(json), (QStringList{"thetascope", "source", "settings", "result"}));
    QCOMPARE(keys(json["source"]), (QStringList{"path", "sha256", "sample_rate", "channels", "frames", "start", "end"}));
    QCOMPARE(keys(json["result"]),
             (QStringList{"iterations", "evaluations", "stop_reason", "seconds", "engine", "initial_objective", "final_objective", "best_objective",
                          "best_iteration", "terms", "normalised_entropy", "effective_cells", "coverage", "at_bound",
                          "reconstruction_snr_db"}));
    QCOMPARE(json["thetascope"].get<std::string>(), std::string("1.0"));
    QCOMPARE(json["source"]["frames"].get<int>(), 3000);
    QCOMPARE(json["source"]["end"].get<double>(), 1.5);
    QCOMPARE(json["result"]["terms"]["entropy"].get<double>(), 1.25);
    QCOMPARE(json["result"]["at_bound"]["upper"].get<int>(), 3);
    QVERIFY(json["result"]["final_objective"].is_null()); // not a number
    QVERIFY(json["result"]["reconstruction_snr_db"].is_null());

    const ResultData cells = sample(ThetaMode::timeFrequency, Precision::floatPrecision);
    QVERIFY(runJson("1.0", source, cells)["result"]["reconstruction_note"].is_string()); // says why it is null
    ResultData known = data;
    known.reconstructionSnrDb = 123.5;
    QCOMPARE(runJson("1.0", source, known)["result"]["reconstruction_snr_db"].get<double>(), 123.5);
}

void ResultFilesTest::configReproducesTheSettings() {
    const ResultData data = sample(ThetaMode::time, Precision::floatPrecision);
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    Settings again;
    QVERIFY(readSettings(file("run.json"), again).ok());
    QCOMPARE(again.support, std::optional(8));
    QCOMPARE(again.hop, std::optional(4.0));
    QCOMPARE(again.theta, std::optional(data.settings.theta0));
    QCOMPARE(again.thetaMax, std::optional(7.0));
    QCOMPARE(settingsToJson(again), settingsToJson(data.settings));
}

void ResultFilesTest::gradientsAreWritten() {
    ResultData data = sample(ThetaMode::timeFrequency, Precision::doublePrecision);
    TilingGradient gradient;
    gradient.setZero(data.spectrogram->tiling);
    gradient.theta(2, 1) = 7;
    gradient.positions[1] = -3;
    data.gradient = gradient;
    data.gradientHop = 0.5;
    QVERIFY(writeResult(folder(), "1.0", source, data).ok());
    const auto theta = readNpy(file("grad_theta.npy"));
    QCOMPARE(theta->shape, (std::vector<std::size_t>{bins, frames}));
    QCOMPARE(theta->real.at(1 * frames + 2), 7.0);
    QCOMPARE((*readNpyVector(file("grad_positions.npy")))[1], -3.0);
    const auto hop = readNpy(file("grad_hop.npy"));
    QVERIFY(hop->shape.empty());
    QCOMPARE(hop->real.front(), 0.5);
}

void ResultFilesTest::olderGradientsGo() {
    gradientsAreWritten();
    QVERIFY(entries().contains("grad_theta.npy"));
    QVERIFY(writeResult(folder(), "1.0", source, sample(ThetaMode::time, Precision::floatPrecision)).ok());
    QVERIFY(entries().filter("grad_").isEmpty());
}

void ResultFilesTest::pathsThatAreNotUtf8() {
    ResultSource odd = source;
    odd.path = "caf\xe9.wav";
    QVERIFY(writeResult(folder(), "1.0", odd, sample(ThetaMode::time, Precision::floatPrecision)).ok());
    QVERIFY(nlohmann::json::accept(*readTextFile(file("run.json"), 1000000)));
}

void ResultFilesTest::unwritableFolder() {
    QFile inTheWay(m_folder->filePath("out"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Status status = writeResult(folder(), "1.0", source, sample(ThetaMode::time, Precision::floatPrecision));
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::output);
}

/// The older result stays to the last byte, at whichever file there is no more room; nothing half-written does.
void ResultFilesTest::aDiskThatFillsOnTheWay() {
    gradientsAreWritten();
    const auto older = contents();
    const ResultData data = sample(ThetaMode::time, Precision::floatPrecision);
    int failed = 0;
    for (rlim_t bytes = 0;; bytes += 50) {
        const Status status = [&] {
            const testing::FileSizeLimit limit(bytes);
            return writeResult(folder(), "2.0", source, data);
        }();
        if (status.ok()) break;
        ++failed;
        QCOMPARE(status.error().kind, ErrorKind::output);
        QCOMPARE(contents(), older);
    }
    QVERIFY(failed > 10); // small and large files alike
    QCOMPARE(entries().size(), 7);
}

QTEST_APPLESS_MAIN(ResultFilesTest)
#include "result_files_test.moc"
