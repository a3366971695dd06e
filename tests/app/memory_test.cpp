// SPDX-License-Identifier: GPL-3.0-or-later
// Memory known beforehand: what the program takes is what was forecast, and what there is no room for is refused.
#include "app/cli/memory_gate.h"
#include "app/session/memory_check.h"
#include "core/io/machine_memory.h"
#include "tests/support/child_process.h"
#include "tests/support/cli_program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <random>
#include <thread>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// How far the greatest resident size may lie from the forecast.
constexpr double tolerance = 0.10;
constexpr double rate = 8000;

} // namespace

class MemoryTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void forecastsAreRight_data();
    void forecastsAreRight();
    void tooMuchIsRefused();
    void whatIsOfferedFits_data();
    void whatIsOfferedFits();
    void evaluationsAreRefusedToo();
    void anHourIsRefusedAtOnce();
    void amounts_data();
    void amounts();
    void controlGroupsCount();
    void sharesWaitForEachOther();
    void outOfMemoryIsASentence();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList call(const QStringList& more) const {
        return QStringList{"optimise", m_noise, "--out", path("out"), "--images", "none", "--threads", "2", "--iterations", "2"} + more;
    }
    /// The forecast of a run, from the log.
    double forecastOf(const QString& log) const;

    QTemporaryDir m_folder;
    QString m_noise;
};

void MemoryTest::initTestCase() {
    std::vector<float> samples(5 * static_cast<std::size_t>(rate));
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 0.1F);
    for (float& sample : samples) sample = normal(random);
    m_noise = path("noise.wav");
    QVERIFY(writeMonoWav(m_noise, samples));
}

double MemoryTest::forecastOf(const QString& log) const {
    static const QRegularExpression said(QStringLiteral("up to ([0-9.]+) ([MG])B in all"));
    const QRegularExpressionMatch match = said.match(QString::fromUtf8(readBytes(log)));
    return match.captured(1).toDouble() * (match.captured(2) == QLatin1String("G") ? 1e9 : 1e6);
}

void MemoryTest::forecastsAreRight_data() {
    QTest::addColumn<QStringList>("options");
    const QStringList fine{"--support", "1024", "--hop", "32"};
    const QStringList finer{"--support", "1024", "--hop", "16"};
    QTest::newRow("a map, float") << fine;
    QTest::newRow("a map, pictures") << fine + QStringList{"--images", "png"};
    QTest::newRow("a theta per cell, float") << fine + QStringList{"--theta-grid", "1x1"};
    QTest::newRow("a map, double") << QStringList{"--support", "512", "--hop", "32", "--precision", "double"};
    QTest::newRow("per frame, float") << finer + QStringList{"--theta-mode", "time"};
    QTest::newRow("per frame, exact") << finer + QStringList{"--theta-mode", "time", "--engine", "exact", "--precision", "double"};
    QTest::newRow("shared, positions") << finer + QStringList{"--theta-mode", "shared", "--position-mode", "frames"};
    QTest::newRow("per frequency") << finer + QStringList{"--theta-mode", "frequency"};
    QTest::newRow("common descent") << fine + QStringList{"--theta-mode", "time", "--combine", "common", "--objective",
                                                          "entropy+0.1*smoothness(log=1)"};
}

void MemoryTest::forecastsAreRight() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers keep shadows of all memory");
#endif
    QFETCH(QStringList, options);
    const QString log = path("forecast.log");
    QFile::remove(log);
    QStringList arguments = call({"--log-file", log});
    for (int i = 0; i < options.size(); i += 2) { // of an option given twice the later counts
        const qsizetype at = arguments.indexOf(options[i]);
        if (at >= 0) arguments[at + 1] = options[i + 1];
        else arguments << options[i] << options[i + 1];
    }
    const Measured run = measureProgram(arguments);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const double forecast = forecastOf(log);
    QVERIFY(forecast > 0);
    const QString figures = QStringLiteral("forecast %1 MB, measured %2 MB").arg(forecast / 1e6, 0, 'f', 1).arg(run.peakBytes / 1e6, 0, 'f', 1);
    qInfo("%s", qPrintable(figures));
    QVERIFY2(std::abs(forecast / run.peakBytes - 1) < tolerance, qPrintable(figures));
}

void MemoryTest::tooMuchIsRefused() {
    // Enough for the program alone, even with a sanitizer; too little for the run.
    const Measured run = measureProgram(call({"--support", "1024", "--hop", "8", "--memory-limit", "300M"}));
    QCOMPARE(run.code, 2);
    QCOMPARE(run.err.count('\n'), 1);
    for (const char* const part : {"--memory-limit: the run would take about", "more than the 300 MB that may be used", "region of at most",
                                   "--hop", "or raise --memory-limit"})
        QVERIFY2(run.err.contains(QLatin1String(part)), qPrintable(run.err));
    QVERIFY(!QDir(path("out")).exists(QStringLiteral("theta.npy")) || QFile::remove(path("out/theta.npy")));
}

void MemoryTest::whatIsOfferedFits_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("precision");
    for (const char* const mode : {"shared", "time", "frequency", "time-frequency"})
        for (const char* const precision : {"float", "double"})
            QTest::addRow("%s, %s", mode, precision) << QString(mode) << QString(precision);
}

void MemoryTest::whatIsOfferedFits() {
    QFETCH(QString, mode);
    QFETCH(QString, precision);
    Settings settings;
    settings.thetaMode = mode == "shared" ? ThetaMode::shared : mode == "time" ? ThetaMode::time
                         : mode == "frequency"                                 ? ThetaMode::frequency
                                                                               : ThetaMode::timeFrequency;
    settings.precision = precision == "float" ? Precision::floatPrecision : Precision::doublePrecision;
    settings.support = 1024;
    settings.hop = 16;
    constexpr int length = 2'000'000;
    const ResolvedSettings resolved = resolve(settings, length, rate);
    const double needed = forecastMemory(resolved, length, {}).peak();
    constexpr double share = 0.4;
    const MemoryRemedies remedies = remediesFor(resolved, length, rate, {}, share * needed);
    QVERIFY(remedies.seconds.has_value() && *remedies.seconds > 0);
    const int shorter = static_cast<int>(*remedies.seconds * rate);
    QVERIFY(shorter < length);
    QVERIFY(forecastMemory(resolve(settings, shorter, rate), shorter, {}).peak() <= share * needed);
    QVERIFY(remedies.hop.has_value());
    Settings coarser = settings;
    coarser.hop = remedies.hop;
    coarser.thetaGrid = resolved.thetaGrid;
    QVERIFY(forecastMemory(resolve(coarser, length, rate), length, {}).peak() <= share * needed);
    if (remedies.singlePrecision) {
        Settings single = settings;
        single.precision = Precision::floatPrecision;
        QVERIFY(forecastMemory(resolve(single, length, rate), length, {}).peak() <= share * needed);
    }
}

void MemoryTest::evaluationsAreRefusedToo() {
    const Outcome outcome = runProgram({"evaluate", m_noise, "--out", path("evaluated"), "--hop", "1", "--memory-limit", "0.2G"});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("more than the 200 MB")), qPrintable(outcome.err));
    QVERIFY(!QDir(path("evaluated")).exists());
    QCOMPARE(runProgram({"evaluate", m_noise, "--out", path("evaluated"), "--memory-limit", "much"}).code, 2);
}

/// A sparse file: an hour takes no room on the disk, and next to none in memory before it is refused.
void MemoryTest::anHourIsRefusedAtOnce() {
    const QString hour = path("hour.wav");
    constexpr quint32 seconds = 3600, hourRate = 44100, bytes = seconds * hourRate * 2;
    QByteArray header("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x02\0\x10\0data\0\0\0\0", 44);
    const auto put = [&header](int at, quint32 value) {
        for (int i = 0; i < 4; ++i) header[at + i] = static_cast<char>(value >> (8 * i));
    };
    put(4, 36 + bytes);
    put(24, hourRate);
    put(28, 2 * hourRate);
    put(40, bytes);
    QVERIFY(writeBytes(hour, header));
    QVERIFY(QFile::resize(hour, 44 + bytes));
    const Measured run = measureProgram({"optimise", hour, "--out", path("hour"), "--memory-limit", "2G", "--hop", "2048"});
    QVERIFY2(run.code == 2 && run.err.contains(QStringLiteral("more than the 2.0 GB")), qPrintable(run.err));
    const Measured finer = measureProgram({"optimise", hour, "--out", path("hour")});
    QCOMPARE(finer.code, 2);
    QCOMPARE(finer.err.count('\n'), 1);
    constexpr double next_to_none = 200e6;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(std::max(run.peakBytes, finer.peakBytes) < next_to_none, qPrintable(QString::number(run.peakBytes)));
#endif
    QVERIFY(!QDir(path("hour")).exists());
}

void MemoryTest::amounts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("bytes");
    QTest::newRow("plain") << "2000000" << 2e6;
    QTest::newRow("M") << "500M" << 500e6;
    QTest::newRow("GB") << "1.5 GB" << 1.5e9;
    QTest::newRow("GiB") << "2GiB" << 2147483648.0;
    QTest::newRow("small k") << "3k" << 3e3;
    for (const char* const bad : {"", "G", "-1G", "nan", "inf", "1X", "1GX", "1e999", "0"}) QTest::newRow(bad) << QString(bad) << -1.0;
}

void MemoryTest::amounts() {
    QFETCH(QString, text);
    QFETCH(double, bytes);
    const auto read = parseBytes(text.toStdString());
    QCOMPARE(read.ok(), bytes > 0);
    if (read) QCOMPARE(*read, bytes);
}

void MemoryTest::controlGroupsCount() {
    const QString root = path("machine");
    QVERIFY(QDir().mkpath(root + "/proc/self") && QDir().mkpath(root + "/sys/fs/cgroup/user/inner"));
    QVERIFY(writeBytes(root + "/proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:    8000000 kB\n"));
    QCOMPARE(machineMemory(root.toStdString()).physical, 16e6 * 1024);
    QCOMPARE(machineMemory(root.toStdString()).available, 8e6 * 1024);
    QVERIFY(writeBytes(root + "/proc/self/cgroup", "0::/user/inner\n"));
    QVERIFY(writeBytes(root + "/sys/fs/cgroup/user/inner/memory.max", "max\n"));
    QVERIFY(writeBytes(root + "/sys/fs/cgroup/user/memory.max", "3000000000\n"));
    QVERIFY(writeBytes(root + "/sys/fs/cgroup/user/memory.current", "1000000000\n"));
    QVERIFY(writeBytes(root + "/sys/fs/cgroup/user/memory.stat", "anon 1\ninactive_file 400000000\n"));
    QCOMPARE(machineMemory(root.toStdString()).physical, 3e9);
    QCOMPARE(machineMemory(root.toStdString()).available, 2.4e9);
    QVERIFY(machineMemory().physical > 0 && residentBytes() > 1e6);
}

void MemoryTest::sharesWaitForEachOther() {
    MemoryGate gate;
    const double room = gate.room().limit - gate.room().before;
    QVERIFY(room > 0);
    std::atomic<bool> second{false};
    std::optional<MemoryGate::Share> first = gate.enter(0.7 * room);
    std::jthread other([&] {
        const MemoryGate::Share share = gate.enter(0.7 * room);
        second = true;
    });
    { const MemoryGate::Share small = gate.enter(0.2 * room); } // which fits beside the first
    QVERIFY(!second);
    first.reset();
    other.join();
    QVERIFY(second);
    const MemoryGate::Share alone = gate.enter(5 * room); // nobody to wait for
}

/// Address space runs out at one place after the other: every run ends with a code and a sentence, and what is there is whole.
void MemoryTest::outOfMemoryIsASentence() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers reserve the whole address space");
#endif
    int failed = 0, whole = 0;
    for (int kibibytes = 90'000; kibibytes < 390'000; kibibytes += 15'000) {
        const QString out = path(QStringLiteral("limited%1").arg(kibibytes));
        const QStringList arguments{"optimise", m_noise, "--out", out,       "--images",  "none",
                                    "--threads", "2",    "--hop", "32",      "--support", "1024",
                                    "--iterations", "2", "--memory-limit",   "1T",        "--log-level", "off"};
        const Measured run = measureProgram(arguments, QStringLiteral("-v %1").arg(kibibytes));
        const bool loaderFailed = run.code == 127; // not even the libraries fit
        if (loaderFailed) continue;
        QVERIFY2(run.code == 0 || run.code == 1, qPrintable(QString::number(run.code) + ": " + run.err));
        const bool complete = QFile::exists(out + "/run.json");
        if (run.code == 1) {
            ++failed;
            QVERIFY2(run.err.startsWith("thetascope: ") && run.err.count('\n') == 1, qPrintable(run.err));
            QVERIFY2(run.err.contains("memory"), qPrintable(run.err));
            if (run.err.contains("are in " + out)) QVERIFY(QFile::exists(out + "/theta.npy") && QFile::exists(out + "/history.csv"));
        } else {
            ++whole;
            QVERIFY(complete);
        }
        QVERIFY(QDir(out).entryList({"*.partial-*"}, QDir::Files | QDir::Hidden).isEmpty());
    }
    QVERIFY2(failed >= 2 && whole >= 1, qPrintable(QStringLiteral("%1 failed, %2 whole").arg(failed).arg(whole)));
}

QTEST_GUILESS_MAIN(MemoryTest)
#include "memory_test.moc"
