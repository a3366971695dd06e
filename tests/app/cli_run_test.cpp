// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves behind: files, shapes, numbers, progress, an interrupted descent.
#include "core/io/npy.h"
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <sys/types.h>
#include <csignal>
#include <set>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr std::size_t bins = 33, frames = 63; // support 64, hop 32, 2000 samples: 1 + floor(2000/32)
constexpr int waitMs = 120'000;

const QStringList transform{"--support", "64", "--hop", "32", "--threads", "2"};

QJsonObject runJson(const QString& folder) {
    return QJsonDocument::fromJson(readBytes(folder + "/run.json")).object();
}

std::vector<std::size_t> shapeOf(const QString& path) {
    const auto array = readNpy(path.toStdString());
    return array ? array->shape : std::vector<std::size_t>{999};
}

std::vector<std::size_t> thetaShape(const QString& mode) {
    if (mode == "time") return {frames};
    if (mode == "frequency") return {bins};
    if (mode == "time-frequency") return {bins, frames};
    return {};
}

} // namespace

class CliRunTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void modes_data();
    void modes();
    void plainDefaults();
    void theObjectiveFalls();
    void pictures();
    void olderPicturesGo();
    void noPicturesNoWindowSystem();
    void configRepeatsTheRun();
    void configRepeatsArrays();
    void explicitOptionsOverride();
    void threadsDontMatter();
    void gradients_data();
    void gradients();
    void gradientCheck_data();
    void gradientCheck();
    void aTaperThatJumpsFailsTheCheck();
    void thetaFromAFile_data();
    void thetaFromAFile();
    void positionsFromAFile();
    void wrongShapes();
    void applied_data();
    void applied();
    void appliedWhereItDoesntFit();
    void evaluateRepeatsTheBest();
    void progressAsJson();
    void quietIsQuiet();
    void interruptSavesTheBest();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Outcome optimise(const QString& out, const QStringList& more) const {
        return runProgram(QStringList{"optimise", m_file, "--out", path(out)} + transform + more);
    }
    Outcome evaluate(const QString& out, const QStringList& more) const {
        return runProgram(QStringList{"evaluate", m_file, "--out", path(out), "--images", "none"} + transform + more);
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void CliRunTest::initTestCase() {
    m_file = path("tone.wav");
    QVERIFY(writeMonoWav(m_file, toneAndClick()));
}

void CliRunTest::modes_data() {
    QTest::addColumn<QString>("theta");
    QTest::addColumn<QString>("position");
    for (const char* theta : {"shared", "time", "frequency", "time-frequency"})
        for (const char* position : {"fixed", "hop", "frames", "hops"})
            QTest::newRow(qPrintable(QString("%1 %2").arg(theta, position))) << theta << position;
}

void CliRunTest::modes() {
    QFETCH(QString, theta);
    QFETCH(QString, position);
    const Outcome outcome = optimise("modes", {"--theta-mode", theta, "--position-mode", position, "--iterations", "4", "--images", "none"});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    QCOMPARE(shapeOf(path("modes/theta.npy")), thetaShape(theta));
    QCOMPARE(shapeOf(path("modes/magnitude.npy")), (std::vector<std::size_t>{bins, frames}));
    QCOMPARE(shapeOf(path("modes/stft.npy")), (std::vector<std::size_t>{bins, frames}));
    QCOMPARE(shapeOf(path("modes/positions.npy")), (std::vector<std::size_t>{frames}));
    QCOMPARE(readBytes(path("modes/frames.csv")).count('\n'), static_cast<qsizetype>(frames) + 1);
    QCOMPARE(readBytes(path("modes/history.csv")).count('\n'), 6); // header, start, 4 iterations
}

/// As somebody runs it who sets nothing at all.
void CliRunTest::plainDefaults() {
    const Outcome outcome = runProgram({"optimise", m_file, "--out", path("plain"), "--images", "none"});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    const QJsonObject json = runJson(path("plain")), result = json["result"].toObject(), settings = json["settings"].toObject();
    QVERIFY(result["best_objective"].toDouble() < result["initial_objective"].toDouble() - 0.01);
    QVERIFY(settings["objective"].toString().startsWith("concentration"));
    QCOMPARE(settings["theta-start"].toString(), QString("selection"));
    QVERIFY(settings["theta"].isNull());
    QCOMPARE(result["coverage"].toDouble(), 1.0);
}

void CliRunTest::theObjectiveFalls() {
    const Outcome outcome = optimise("falls", {"--theta-mode", "time", "--theta-start", "constant", "--iterations", "60", "--images", "none"});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = runJson(path("falls")), result = json["result"].toObject();
    QVERIFY(result["best_objective"].toDouble() < result["initial_objective"].toDouble() - 0.05);
    QCOMPARE(json["source"].toObject()["sample_rate"].toDouble(), 8000.0);
    QCOMPARE(json["source"].toObject()["sha256"].toString().size(), 64);
    for (const char* key : {"iterations", "stop_reason", "seconds", "final_objective", "best_iteration", "terms", "normalised_entropy",
                            "effective_cells", "coverage", "at_bound", "reconstruction_snr_db"})
        QVERIFY2(result.contains(key), key);
    QVERIFY2(outcome.out.startsWith(m_file + ": objective ") && outcome.out.contains(path("falls")), qPrintable(outcome.out));
}

void CliRunTest::pictures() {
    const Outcome outcome = optimise("pictures", {"--iterations", "3", "--images", "png,svg,pdf"});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    for (const char* name : {"spectrogram", "theta", "loss"}) {
        const QString base = path("pictures/") + name;
        const QImage image(base + ".png");
        QVERIFY2(image.width() >= 800 && image.height() >= 400, name);
        std::set<QRgb> colours;
        for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, image.height() / 2));
        QVERIFY2(colours.size() > 2, name); // not one flat sheet
        QVERIFY(readBytes(base + ".svg").contains("<svg"));
        QVERIFY(readBytes(base + ".pdf").startsWith("%PDF"));
    }
}

void CliRunTest::olderPicturesGo() {
    QCOMPARE(optimise("older", {"--iterations", "1", "--images", "svg"}).code, 0);
    QCOMPARE(optimise("older", {"--iterations", "1", "--images", "png"}).code, 0);
    QVERIFY(QFile::exists(path("older/theta.png")) && !QFile::exists(path("older/theta.svg")));
}

void CliRunTest::noPicturesNoWindowSystem() {
    QProcess process;
    QProcessEnvironment environment = headlessEnvironment();
    environment.insert("QT_QPA_PLATFORM", "no-such-platform");
    environment.insert("QT_QPA_PLATFORM_PLUGIN_PATH", "/nowhere");
    process.setProcessEnvironment(environment);
    process.start(programPath(), QStringList{"optimise", m_file, "--out", path("plain"), "--images", "none", "--iterations", "1"} + transform);
    QVERIFY(process.waitForFinished(waitMs));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QDir(path("plain")).entryList({"*.png"}), QStringList());
}

void CliRunTest::configRepeatsTheRun() {
    QCOMPARE(optimise("first", {"--iterations", "5", "--end", "0.2", "--normalise", "sum", "--theta", "40.5", "--objective",
                                "entropy+0.01*smoothness", "--position-mode", "frames", "--seed", "9007199254740993", "--images", "none"}).code, 0);
    const Outcome again = runProgram({"optimise", m_file, "--out", path("again"), "--config", path("first/run.json"), "--images", "none"});
    QVERIFY2(again.code == 0, qPrintable(again.err));
    for (const char* name : {"/magnitude.npy", "/stft.npy", "/theta.npy", "/positions.npy", "/frames.csv"}) {
        QVERIFY2(!readBytes(path("first") + name).isEmpty(), name);
        QVERIFY2(readBytes(path("first") + name) == readBytes(path("again") + name), name);
    }
    QCOMPARE(runJson(path("again"))["settings"].toObject(), runJson(path("first"))["settings"].toObject());
}

void CliRunTest::configRepeatsArrays() {
    Vector positions(3), theta(3);
    positions << -20.25, 100.5, 640.125;
    theta << 20, 33.5, 50;
    QVERIFY(writeNpy(path("p.npy").toStdString(), positions).ok() && writeNpy(path("t.npy").toStdString(), theta).ok());
    const QStringList short3{"--theta-mode", "time", "--iterations", "3", "--stop", "none", "--images", "none"};
    QCOMPARE(optimise("arrays", short3 + QStringList{"--positions", path("p.npy"), "--theta", path("t.npy")}).code, 0);
    const QStringList repeat{"--config", path("arrays/run.json"), "--images", "none"};
    QCOMPARE(runProgram(QStringList{"optimise", m_file, "--out", path("arrays again")} + repeat).code, 0);
    for (const char* name : {"/theta.npy", "/positions.npy", "/stft.npy"})
        QVERIFY2(readBytes(path("arrays") + name) == readBytes(path("arrays again") + name), name);
    QCOMPARE(shapeOf(path("arrays again/theta.npy")), std::vector<std::size_t>{3});
    QCOMPARE(runProgram(QStringList{"optimise", m_file, "--out", path("arrays again"), "--hop", "32", "--theta", "30"} + repeat).code, 0);
    QCOMPARE(shapeOf(path("arrays again/theta.npy")), std::vector<std::size_t>{frames}); // what is typed comes first
    QVERIFY(!QFile::exists(path("arrays again/initial_theta.npy")));
}

void CliRunTest::explicitOptionsOverride() {
    QVERIFY(writeBytes(path("config.json"), R"({"settings": {"theta-mode": "frequency", "iterations": 3}})"));
    const Outcome outcome = optimise("override", {"--config", path("config.json"), "--iterations", "2", "--images", "none"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const QJsonObject settings = runJson(path("override"))["settings"].toObject();
    QCOMPARE(settings["theta-mode"].toString(), QString("frequency")); // over the preset
    QCOMPARE(settings["iterations"].toInt(), 2);                       // over the file
}

void CliRunTest::threadsDontMatter() {
    QCOMPARE(optimise("one", {"--iterations", "5", "--images", "none"}).code, 0);
    QCOMPARE(runProgram({"optimise", m_file, "--out", path("three"), "--support", "64", "--hop", "32", "--threads", "3", "--iterations", "5",
                         "--images", "none"}).code, 0);
    for (const char* name : {"/stft.npy", "/theta.npy"})
        QVERIFY2(readBytes(path("one") + name) == readBytes(path("three") + name), name);
}

void CliRunTest::gradients_data() {
    QTest::addColumn<QString>("theta");
    for (const char* theta : {"shared", "time", "frequency", "time-frequency"}) QTest::newRow(theta) << theta;
}

void CliRunTest::gradients() {
    QFETCH(QString, theta);
    const Outcome outcome = evaluate("gradients", {"--gradients", "--theta-mode", theta});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(shapeOf(path("gradients/grad_theta.npy")), thetaShape(theta));
    QCOMPARE(shapeOf(path("gradients/grad_positions.npy")), (std::vector<std::size_t>{frames}));
    QCOMPARE(shapeOf(path("gradients/grad_hop.npy")), (std::vector<std::size_t>{}));
    const QByteArray stft = readBytes(path("gradients/stft.npy"));
    QVERIFY(stft.left(128).contains("<c16")); // evaluate works in double unless told otherwise
    QCOMPARE(runJson(path("gradients"))["settings"].toObject()["precision"].toString(), QString("double"));
}

void CliRunTest::gradientCheck_data() {
    QTest::addColumn<QStringList>("settings");
    for (const char* theta : {"shared", "time", "frequency", "time-frequency"})
        for (const char* position : {"fixed", "hop", "frames", "hops"})
            QTest::newRow(qPrintable(QString("%1 %2").arg(theta, position)))
                << QStringList{"--theta-mode", theta, "--position-mode", position, "--theta", "41.3", "--hop", "30.7"};
    for (const char* theta : {"time", "frequency", "time-frequency"})
        QTest::newRow(qPrintable(QString("%1 on knots").arg(theta)))
            << QStringList{"--theta-mode", theta, "--theta-grid", "7x5", "--position-mode", "hops", "--hop", "30.7"};
    QTest::newRow("float") << QStringList{"--precision", "float", "--hop", "32"};
    QTest::newRow("gaussian, sum") << QStringList{"--window", "gaussian", "--normalise", "sum", "--hop", "32"};
    QTest::newRow("none, smooth") << QStringList{"--normalise", "none", "--objective", "entropy+0.1*smoothness", "--hop", "32"};
}

void CliRunTest::gradientCheck() {
    QFETCH(QStringList, settings);
    const Outcome outcome = runProgram(QStringList{"evaluate", m_file, "--out", path("check"), "--images", "none", "--support", "64",
                                                   "--check-gradients"} + settings);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err + outcome.out));
    QVERIFY2(outcome.out.contains("worst relative error"), qPrintable(outcome.out));
}

void CliRunTest::aTaperThatJumpsFailsTheCheck() {
    const Outcome outcome = evaluate("jump", {"--window", "gaussian-paper", "--theta-mode", "time-frequency", "--objective", "entropy",
                                              "--check-gradients"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("gaussian-paper"), qPrintable(outcome.err));
    QVERIFY(QFile::exists(path("jump/run.json"))); // the evaluation itself is there
}

void CliRunTest::thetaFromAFile_data() { gradients_data(); }

void CliRunTest::thetaFromAFile() {
    QFETCH(QString, theta);
    const QStringList mode{"--theta-mode", theta, "--images", "none"};
    QCOMPARE(optimise("source", mode + QStringList{"--theta-start", "constant", "--iterations", "3"}).code, 0);
    const Outcome outcome = optimise("target", mode + QStringList{"--theta", path("source/theta.npy"), "--iterations", "0"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const auto source = readNpy(path("source/theta.npy").toStdString()), target = readNpy(path("target/theta.npy").toStdString());
    QVERIFY(source.ok() && target.ok());
    QCOMPARE(target->shape, source->shape);
    for (std::size_t i = 0; i < source->real.size(); ++i) // through ln theta and back
        QVERIFY(std::abs(target->real[i] - source->real[i]) < 1e-9 * source->real[i]);
}

void CliRunTest::positionsFromAFile() {
    Vector positions(4);
    positions << -20.25, 100.5, 640.125, 1500;
    QVERIFY(writeNpy(path("positions.npy").toStdString(), positions).ok());
    const Outcome outcome = evaluate("placed", {"--positions", path("positions.npy"), "--theta-mode", "time"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(readBytes(path("placed/positions.npy")), readBytes(path("positions.npy")));
    QCOMPARE(shapeOf(path("placed/theta.npy")), std::vector<std::size_t>{4});
}

void CliRunTest::wrongShapes() {
    QVERIFY(writeNpy(path("three.npy").toStdString(), Vector::Constant(3, 20.0)).ok());
    for (const char* theta : {"shared", "time", "frequency", "time-frequency"}) {
        const Outcome outcome = optimise("shape", {"--theta-mode", theta, "--theta", path("three.npy")});
        QVERIFY2(outcome.code == 2 && outcome.err.contains("--theta") && outcome.errLines().size() == 1, qPrintable(outcome.err));
    }
    QVERIFY(writeNpy(path("wild.npy").toStdString(), Vector::Constant(1, 2000.0)).ok());
    const Outcome outcome = optimise("shape", {"--theta-mode", "shared", "--theta", path("wild.npy")});
    QVERIFY2(outcome.code == 2 && outcome.err.contains("--theta"), qPrintable(outcome.err));
}

void CliRunTest::applied_data() {
    QTest::addColumn<QString>("theta");
    QTest::addColumn<QString>("position");
    for (const char* theta : {"shared", "time", "frequency", "time-frequency"})
        for (const char* position : {"fixed", "hop", "frames", "hops"})
            QTest::newRow(qPrintable(QString("%1 %2").arg(theta, position))) << theta << position;
}

void CliRunTest::applied() {
    QFETCH(QString, theta);
    QFETCH(QString, position);
    QCOMPARE(optimise("learned", {"--theta-mode", theta, "--position-mode", position, "--window", "gaussian", "--theta-grid", "9x4",
                                  "--iterations", "4", "--images", "none"}).code, 0);
    const Outcome outcome = runProgram({"evaluate", m_file, "--out", path("applied"), "--apply", path("learned"), "--images", "none"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const double best = runJson(path("learned"))["result"].toObject()["best_objective"].toDouble();
    const double again = runJson(path("applied"))["result"].toObject()["best_objective"].toDouble();
    const bool moreFrames = position == "hop" && (theta == "shared" || theta == "frequency"); // a shorter hop makes more
    if (!moreFrames) QVERIFY2(std::abs(best - again) < 1e-9 * best, qPrintable(QString("%1 %2").arg(best).arg(again)));
    QCOMPARE(readBytes(path("applied/theta.npy")), readBytes(path("learned/theta.npy")));
    if (!moreFrames) QCOMPARE(shapeOf(path("applied/positions.npy")), shapeOf(path("learned/positions.npy")));
}

void CliRunTest::appliedWhereItDoesntFit() {
    QCOMPARE(optimise("learned", {"--theta-mode", "time", "--iterations", "1", "--images", "none"}).code, 0);
    const auto refused = [&](const QStringList& more, int code, const char* says) {
        const Outcome outcome = runProgram(QStringList{"evaluate", m_file, "--out", path("refused"), "--images", "none"} + more);
        return outcome.code == code && outcome.err.contains("--apply") && outcome.err.contains(says) && outcome.errLines().size() == 1;
    };
    QVERIFY(refused({"--apply", path("learned"), "--end", "0.1"}, 2, "63 frames"));
    QVERIFY(refused({"--apply", path("learned"), "--theta", "20"}, 2, "leave out --theta"));
    QVERIFY(refused({"--apply", path("nowhere")}, 3, "run.json"));
    QCOMPARE(optimise("learned", {"--theta-mode", "frequency", "--iterations", "1", "--images", "none"}).code, 0);
    QCOMPARE(runProgram({"optimise", m_file, "--out", path("shorter"), "--apply", path("learned"), "--end", "0.1", "--iterations", "2",
                         "--images", "none"}).code, 0);
}

void CliRunTest::evaluateRepeatsTheBest() {
    const QStringList mode{"--theta-mode", "time-frequency", "--objective", "entropy"};
    QCOMPARE(optimise("best", mode + QStringList{"--iterations", "8", "--images", "none"}).code, 0);
    QCOMPARE(evaluate("best again", mode + QStringList{"--theta", path("best/theta.npy")}).code, 0);
    const double best = runJson(path("best"))["result"].toObject()["best_objective"].toDouble();
    const double again = runJson(path("best again"))["result"].toObject()["best_objective"].toDouble();
    QVERIFY2(std::abs(best - again) < 1e-9 * best, qPrintable(QString("%1 %2").arg(best, 0, 'g', 17).arg(again, 0, 'g', 17)));
}

void CliRunTest::progressAsJson() {
    const Outcome outcome = optimise("progress", {"--iterations", "6", "--stop", "none", "--progress", "json", "--images", "none"});
    QCOMPARE(outcome.code, 0);
    const QStringList lines = outcome.errLines();
    QCOMPARE(lines.size(), 7); // the start and 6 iterations
    for (int i = 0; i < lines.size(); ++i) {
        const QJsonObject object = QJsonDocument::fromJson(lines[i].toUtf8()).object();
        QCOMPARE(object["iteration"].toInt(-1), i);
        QVERIFY(object["objective"].isDouble() && object["terms"].isObject());
        QCOMPARE(object["file"].toString(), m_file);
    }
}

void CliRunTest::quietIsQuiet() {
    const Outcome outcome = optimise("quiet", {"--iterations", "2", "--quiet"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out + outcome.err, QString());
}

void CliRunTest::interruptSavesTheBest() {
    QProcess process;
    process.setProcessEnvironment(headlessEnvironment());
    process.start(programPath(), QStringList{"optimise", m_file, "--out", path("cut"), "--iterations", "1000000", "--stop", "none",
                                             "--progress", "json", "--images", "none"} + transform);
    QVERIFY(process.waitForStarted(waitMs));
    process.setReadChannel(QProcess::StandardError);
    while (!process.canReadLine()) QVERIFY(process.waitForReadyRead(waitMs)); // the descent is on its way
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(waitMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(runJson(path("cut"))["result"].toObject()["stop_reason"].toString(), QString("stopped"));
    QCOMPARE(shapeOf(path("cut/theta.npy")), (std::vector<std::size_t>{bins, frames}));
    const QList<QByteArray> lines = process.readAllStandardError().trimmed().split('\n');
    QVERIFY2(lines.last().startsWith("thetascope: " + m_file.toUtf8() + ": interrupted; the best result"), lines.last().constData());
}

QTEST_GUILESS_MAIN(CliRunTest)
#include "cli_run_test.moc"
