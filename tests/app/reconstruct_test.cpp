// SPDX-License-Identifier: GPL-3.0-or-later
// `thetascope reconstruct` as a person runs it.
#include "core/io/audio_file.h"
#include "core/io/npy.h"
#include "tests/support/cli_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Samples of toneAndClick(), and the bins and frames of a support of 128 every 16 samples.
constexpr std::size_t samples = 2000, bins = 65, frames = 126;
const QStringList transform{"--support", "128", "--hop", "16", "--images", "none", "--iterations", "3", "--quiet"};

/// The first "signal to error X dB" of a line; not a number if there is none.
double spokenDb(const QString& line) {
    static const QRegularExpression pattern("signal to error (-?[0-9.]+) dB");
    const auto match = pattern.match(line);
    return match.hasMatch() ? match.captured(1).toDouble() : std::nan("");
}

double snrOf(const std::string& original, const std::string& estimate) {
    const auto a = readAudio(original), b = readAudio(estimate);
    if (!a || !b || a->interleaved.size() != b->interleaved.size()) return std::nan("");
    double power = 0, error = 0;
    for (std::size_t k = 0; k < a->interleaved.size(); ++k) {
        const double s = a->interleaved[k], d = s - b->interleaved[k];
        power += s * s;
        error += d * d;
    }
    return 10 * std::log10(power / error);
}

} // namespace

class ReconstructTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void comesBack_data();
    void comesBack();
    void positionsThatMoved();
    void uncoveredStretchesAreNamed();
    void aMissingSourceIsSaid();
    void aChangedSourceIsSaid();
    void hostileFolders_data();
    void hostileFolders();
    void unwritable();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void optimise(const QString& out, const QStringList& more) const {
        const Outcome outcome = runProgram(QStringList{"optimise", m_file, "--out", path(out)} + transform + more);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    }
    Outcome reconstruct(const QString& folder) const {
        return runProgram({"reconstruct", path(folder), "--out", path(folder + ".wav")});
    }
    double reportedDb(const QString& folder) const {
        const auto json = QJsonDocument::fromJson(readBytes(path(folder + "/run.json"))).object();
        return json["result"].toObject()["reconstruction_snr_db"].toDouble(std::nan(""));
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void ReconstructTest::initTestCase() {
    m_file = path("tone.wav");
    QVERIFY(writeMonoWav(m_file, toneAndClick()));
    optimise("whole", {"--theta-mode", "time"});
}

void ReconstructTest::comesBack_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<double>("least");
    QTest::newRow("shared, double") << QStringList{"--theta-mode", "shared", "--precision", "double"} << true << 140.0;
    QTest::newRow("time, double") << QStringList{"--theta-mode", "time", "--precision", "double"} << true << 140.0;
    QTest::newRow("time, float") << QStringList{"--theta-mode", "time", "--precision", "float"} << true << 120.0;
    QTest::newRow("frequency") << QStringList{"--theta-mode", "frequency", "--theta-min", "40"} << false << 100.0;
    QTest::newRow("time-frequency") << QStringList{"--theta-mode", "time-frequency", "--theta-min", "40"} << false << 100.0;
}

void ReconstructTest::comesBack() {
    QFETCH(QStringList, options);
    QFETCH(bool, exact);
    QFETCH(double, least);
    optimise("back", options);
    const Outcome outcome = reconstruct("back");
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("every sample is covered"), qPrintable(outcome.out));
    const double spoken = spokenDb(outcome.out);
    QVERIFY2(spoken >= least, qPrintable(outcome.out));
    QVERIFY(snrOf(m_file.toStdString(), path("back.wav").toStdString()) >= least - 1); // rounded to 32-bit floats
    if (exact)
        QVERIFY(std::abs(reportedDb("back") - spoken) < 0.1);
    else
        QVERIFY(std::isnan(reportedDb("back")));
}

void ReconstructTest::positionsThatMoved() {
    optimise("moved", {"--theta-mode", "time", "--position-mode", "frames", "--precision", "double"});
    const Outcome outcome = reconstruct("moved");
    QCOMPARE(outcome.code, 0);
    QVERIFY2(spokenDb(outcome.out) >= 100, qPrintable(outcome.out));
}

void ReconstructTest::uncoveredStretchesAreNamed() {
    const Vector positions = Vector::LinSpaced(40, 300, 300 + 39 * 16);
    QVERIFY(writeNpy(path("some.npy").toStdString(), positions).ok());
    optimise("gaps", {"--theta-mode", "shared", "--positions", path("some.npy")});
    const Outcome outcome = reconstruct("gaps");
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("of 2000 samples are in no window and silent: 0.0000-"), qPrintable(outcome.out));
    QVERIFY2(spokenDb(outcome.out) < 20 && outcome.out.contains("dB where covered"), qPrintable(outcome.out));
    QVERIFY(std::abs(reportedDb("gaps") - spokenDb(outcome.out)) < 0.1);
}

void ReconstructTest::aMissingSourceIsSaid() {
    QVERIFY(QFile::copy(m_file, path("other.wav")));
    const QStringList run{"optimise", path("other.wav"), "--out", path("orphan"), "--theta-mode", "shared"};
    QCOMPARE(runProgram(run + transform).code, 0);
    QVERIFY(QFile::remove(path("other.wav")));
    const Outcome outcome = reconstruct("orphan");
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("no error to give") && outcome.out.contains("other.wav"), qPrintable(outcome.out));
    QVERIFY(snrOf(m_file.toStdString(), path("orphan.wav").toStdString()) >= 100);
}

void ReconstructTest::aChangedSourceIsSaid() {
    QVERIFY(QFile::copy(m_file, path("changed.wav")));
    const QStringList run{"optimise", path("changed.wav"), "--out", path("changed"), "--theta-mode", "shared"};
    QCOMPARE(runProgram(run + transform).code, 0);
    std::vector<float> others = toneAndClick();
    others.front() += 0.25F;
    QVERIFY(writeMonoWav(path("changed.wav"), others));
    const Outcome outcome = runProgram({"reconstruct", path("changed"), "--out", path("changed-back.wav")});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("no longer what the result was made from"), qPrintable(outcome.out));
}

void ReconstructTest::hostileFolders_data() {
    QTest::addColumn<QString>("file"); ///< what is spoilt
    QTest::addColumn<QByteArray>("content"); ///< null: it is missing
    QTest::addColumn<QString>("says");
    const QByteArray run = readBytes(path("whole/run.json"));
    const auto changed = [&run](const char* from, const char* to) { return QByteArray(run).replace(from, to); };
    for (const char* name : {"run.json", "stft.npy", "theta.npy", "positions.npy"}) {
        QTest::addRow("no %s", name) << name << QByteArray() << name;
        QTest::addRow("rubbish in %s", name) << name << QByteArray("\x93NUMPY rubbish") << name;
        QTest::addRow("empty %s", name) << name << QByteArray("") << name;
    }
    QTest::newRow("a list") << "run.json" << QByteArray("[1, 2]") << "not a JSON object";
    QTest::newRow("nothing") << "run.json" << QByteArray("{}") << "source";
    QTest::newRow("no support") << "run.json" << changed("\"support\": 128", "\"support\": null") << "support";
    QTest::newRow("another support") << "run.json" << changed("\"support\": 128", "\"support\": 256") << "shape";
    QTest::newRow("odd support") << "run.json" << changed("\"support\": 128", "\"support\": 129") << "support";
    QTest::newRow("another mode") << "run.json" << changed("\"theta-mode\": \"time\"", "\"theta-mode\": \"frequency\"") << "shape";
    QTest::newRow("no such window") << "run.json" << changed("\"window\": \"hann\"", "\"window\": \"bay\"") << "bay";
    QTest::newRow("endless region") << "run.json" << changed("\"end\": 0.25", "\"end\": 1e300") << "region";
    QTest::newRow("no rate") << "run.json" << changed("\"sample_rate\": 8000", "\"sample_rate\": 0") << "region";
    QTest::newRow("words for numbers") << "run.json" << changed("\"frames\": 2000", "\"frames\": \"many\"") << "source";
}

void ReconstructTest::hostileFolders() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    QTemporaryDir spoilt;
    for (const char* name : {"run.json", "stft.npy", "theta.npy", "positions.npy"})
        QVERIFY(QFile::copy(path(QString("whole/") + name), spoilt.filePath(name)));
    QVERIFY(QFile::remove(spoilt.filePath(file)));
    if (!content.isNull()) QVERIFY(writeBytes(spoilt.filePath(file), content));
    const Outcome outcome = runProgram({"reconstruct", spoilt.path(), "--out", path("never.wav")});
    QVERIFY2(outcome.code == 3, qPrintable(QString::number(outcome.code) + outcome.err));
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(outcome.err.startsWith("thetascope: ") && outcome.err.contains(says), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(path("never.wav")));
}

void ReconstructTest::unwritable() {
    const Outcome outcome = runProgram({"reconstruct", path("whole"), "--out", path("no/such/folder/f.wav")});
    QCOMPARE(outcome.code, 4);
    QCOMPARE(outcome.errLines().size(), 1);
}

QTEST_GUILESS_MAIN(ReconstructTest)
#include "reconstruct_test.moc"
