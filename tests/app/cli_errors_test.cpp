// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be wrong with an input, a setting or an output: one line on stderr, and the exit code of cli.md.
#include "core/model/settings_fields.h"
#include "tests/support/cli_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <limits>
#include <sys/mount.h>
#include <unistd.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Enough settings for a descent of a few milliseconds.
const QStringList quick{"--support", "64",     "--hop",        "32",     "--iterations", "2",
                        "--images",  "none",   "--theta-mode", "shared", "--threads",    "1"};

/// A 16-bit WAV header that claims `claimed` bytes of samples.
QByteArray pcmHeader(quint32 claimed) {
    QByteArray header("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0", 44);
    qToLittleEndian<quint32>(36 + claimed, header.data() + 4);
    qToLittleEndian<quint32>(claimed, header.data() + 40);
    return header;
}

/// That file alone is named, on one line.
void compareOneLine(const Outcome& outcome, int code, const QString& file) {
    QVERIFY2(outcome.code == code, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
    QVERIFY2(outcome.errLines().size() == 1, qPrintable(outcome.err));
    QVERIFY2(outcome.err.startsWith("thetascope: " + file + ": "), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

} // namespace

class CliErrorsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void badInputs_data();
    void badInputs();
    void badNumbersOutsideTheRegionDoNotMatter();
    void cutShortIsAWarning();
    void badSettings_data();
    void badSettings();
    void everySettingIsAmongThem();
    void severalProblemsSeveralLines();
    void badArrays_data();
    void badArrays();
    void badConfigs_data();
    void badConfigs();
    void unwritable_data();
    void unwritable();
    void fileSizeLimit();
    void fullDisk();
    void severalFiles();
    void misspelt_data();
    void misspelt();
    void fewerThreadsThanAsked();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList leftIn(const QString& folder) const { return QDir(folder).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
    QString m_good;
};

void CliErrorsTest::initTestCase() {
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinite = std::numeric_limits<float>::infinity();
    std::vector<float> notFinite = toneAndClick(), overflowing = notFinite;
    notFinite[1000] = nan;
    overflowing[1000] = infinite;
    m_good = path("good.wav");
    QVERIFY(writeMonoWav(m_good, toneAndClick()));
    QVERIFY(writeMonoWav(path("nan.wav"), notFinite));
    QVERIFY(writeMonoWav(path("infinite.wav"), overflowing));
    QVERIFY(writeMonoWav(path("silent.wav"), std::vector<float>(2000)));
    QVERIFY(writeMonoWav(path("one.wav"), {0.5F}));
    QVERIFY(writeBytes(path("text.wav"), "The quick brown fox jumps over the lazy dog.\n"));
    QVERIFY(writeBytes(path("nothing.wav"), {}));
    QVERIFY(writeBytes(path("no samples.wav"), pcmHeader(0)));
    QVERIFY(writeBytes(path("cut in header.wav"), pcmHeader(8000).left(30)));
    QVERIFY(writeBytes(path("cut after header.wav"), pcmHeader(8000)));
    QVERIFY(writeBytes(path("cut short.wav"), pcmHeader(8000) + QByteArray(2000, '\x21')));
    QVERIFY(writeBytes(path("cut.ogg"), QByteArray("OggS\0\x02", 6) + QByteArray(20, '\0')));
    QVERIFY(QDir(m_folder.path()).mkdir("folder.wav"));
}

void CliErrorsTest::badInputs_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"missing.wav", "folder.wav", "text.wav", "nothing.wav", "no samples.wav", "cut in header.wav",
                             "cut after header.wav", "cut.ogg", "one.wav", "silent.wav", "nan.wav", "infinite.wav"})
        QTest::newRow(name) << path(name);
    QTest::newRow("unknown demo") << "demo:nothing";
    QTest::newRow("a device") << "/dev/null";
    QTest::newRow("line break in the name") << path("two\nlines.wav");
}

void CliErrorsTest::badInputs() {
    QFETCH(QString, name);
    for (const char* command : {"optimise", "evaluate"}) {
        const QString out = path("out-of-bad-input");
        const Outcome outcome = runProgram(QStringList{command, name, "--out", out} + quick);
        compareOneLine(outcome, 3, QString(name).replace('\n', ' '));
        QVERIFY(!QFile::exists(out));
    }
}

void CliErrorsTest::badNumbersOutsideTheRegionDoNotMatter() {
    const Outcome outcome = runProgram(QStringList{"optimise", path("nan.wav"), "--end", "0.1", "--out", path("before-nan")} + quick);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QString());
}

void CliErrorsTest::cutShortIsAWarning() {
    const QString out = path("out-of-cut-short");
    const Outcome outcome = runProgram(QStringList{"optimise", path("cut short.wav"), "--normalise", "sum", "--out", out} + quick);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY(QFile::exists(out + "/run.json"));
}

void CliErrorsTest::badSettings_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* key, const char* text) { QTest::newRow(qPrintable(QString("%1 %2").arg(key, text))) << key << text; };
    for (const char* text : {"0", "2", "-1", "left", ""}) row("channel", text);
    for (const char* text : {"-1", "100", "nan", "soon"}) row("start", text);
    for (const char* text : {"0", "-2", "inf"}) row("end", text);
    for (const char* text : {"3", "2", "0", "-64", "65", "64.5", "1e12", "x"}) row("support", text);
    for (const char* text : {"0", "-1", "nan", "1e-9", "1e300"}) row("hop", text);
    row("frames", "sideways");
    row("window", "rectangular");
    row("normalise", "loud");
    row("theta-mode", "both");
    for (const char* text : {"24x-6", "0x1", "1", "x"}) row("theta-grid", text);
    for (const char* text : {"0", "-3", "1", "64", "1e9", "nan"}) row("theta", text);
    for (const char* text : {"0", "-3", "63", "1000", "inf"}) row("theta-min", text);
    for (const char* text : {"0", "64", "1e9"}) row("theta-max", text);
    row("position-mode", "free");
    for (const char* text : {"sharpness", "entropy+", "2*", "1e999*entropy", ""}) row("objective", text);
    row("optimiser", "newton");
    for (const char* text : {"0", "-0.1", "11", "nan"}) row("step", text);
    for (const char* text : {"-1", "1e9", "1.5"}) row("iterations", text);
    row("stop", "never");
    for (const char* text : {"-1", "1.5", "99999999999999999999"}) row("seed", text);
    for (const char* text : {"-1", "5000"}) row("threads", text);
    row("precision", "half");
}

void CliErrorsTest::badSettings() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    const QString out = path("out-of-bad-setting");
    QStringList rest = quick; // without the option under test: an option given twice is another error
    if (const qsizetype at = rest.indexOf("--" + key); at >= 0) rest.remove(at, 2);
    const Outcome outcome = runProgram(QStringList{"optimise", m_good, "--out", out, "--" + key, text} + rest);
    QVERIFY2(outcome.code == 2, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
    QVERIFY2(outcome.errLines().size() == 1, qPrintable(outcome.err));
    QVERIFY2(outcome.err.startsWith("thetascope: "), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(key) || outcome.err.contains("region"), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(out));
}

void CliErrorsTest::everySettingIsAmongThem() {
    for (const SettingsField& field : settingsFields()) {
        const Outcome outcome = runProgram({"optimise", m_good, "--out", path("x"), QString::fromStdString("--" + field.key), "\x01"});
        QVERIFY2(outcome.code == 2, field.key.c_str());
    }
}

void CliErrorsTest::severalProblemsSeveralLines() {
    const Outcome outcome = runProgram({"optimise", m_good, "--out", path("x"), "--theta-min", "-1", "--step", "-1"});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errLines().size(), 2);
    QVERIFY(outcome.err.startsWith("thetascope: " + m_good + ": --theta-min: "));
    QVERIFY(outcome.err.contains("thetascope: " + m_good + ": --step: "));
}

void CliErrorsTest::badArrays_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("missing theta") << QStringList{"--theta", path("missing.npy")} << 3;
    QTest::newRow("theta that is audio") << QStringList{"--theta", path("sound.npy")} << 3;
    QTest::newRow("missing positions") << QStringList{"--positions", path("missing.npy")} << 3;
    QTest::newRow("positions that are audio") << QStringList{"--positions", path("sound.npy")} << 3;
}

void CliErrorsTest::badArrays() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QVERIFY(QFile::exists(path("sound.npy")) || QFile::copy(m_good, path("sound.npy")));
    const Outcome outcome = runProgram(QStringList{"optimise", m_good, "--out", path("x")} + quick + arguments);
    compareOneLine(outcome, code, arguments[1]);
}

void CliErrorsTest::badConfigs_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("not JSON") << QByteArray("settings = 3") << 2;
    QTest::newRow("not an object") << QByteArray("[1, 2]") << 2;
    QTest::newRow("unknown key") << QByteArray(R"({"settings": {"sharpness": 3}})") << 2;
    QTest::newRow("wrong type") << QByteArray(R"({"settings": {"hop": [3]}})") << 2;
    QTest::newRow("wrong choice") << QByteArray(R"({"settings": {"normalise": "loud"}})") << 2;
    QTest::newRow("out of range") << QByteArray(R"({"settings": {"step": -1}})") << 2;
    QTest::newRow("missing") << QByteArray() << 3;
}

void CliErrorsTest::badConfigs() {
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const QString config = path("config.json");
    QFile::remove(config);
    if (!content.isEmpty()) QVERIFY(writeBytes(config, content));
    const Outcome outcome = runProgram({"optimise", m_good, "--out", path("x"), "--config", config});
    QVERIFY2(outcome.code == code, qPrintable(outcome.err));
    QCOMPARE(outcome.errLines().size(), 1);
}

void CliErrorsTest::unwritable_data() {
    QTest::addColumn<QString>("out");
    QTest::newRow("below a file") << m_good + "/out";
    QTest::newRow("a file") << m_good;
    QTest::newRow("a place that nobody may write to") << "/proc/thetascope";
}

void CliErrorsTest::unwritable() {
    QFETCH(QString, out);
    const QByteArray before = readBytes(m_good);
    for (const char* command : {"optimise", "evaluate"}) {
        const Outcome outcome = runProgram(QStringList{command, m_good, "--out", out} + quick);
        QVERIFY2(outcome.code == 4, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
        QCOMPARE(outcome.errLines().size(), 1);
        QCOMPARE(readBytes(m_good), before);
    }
}

/// A limit of one block per file is a full disk to a program that ignores SIGXFSZ: small files fit, arrays don't.
void CliErrorsTest::fileSizeLimit() {
    const QString out = path("limited");
    const Outcome outcome = runUnderShell("trap '' XFSZ; ulimit -f 1; exec", QStringList{"optimise", m_good, "--out", out} + quick);
    QVERIFY2(outcome.code == 4, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(outcome.err.contains(".npy"), qPrintable(outcome.err));
    QCOMPARE(leftIn(out), QStringList());
}

void CliErrorsTest::fullDisk() {
    if (geteuid() != 0) QSKIP("a small file system can be mounted by root only");
    const QString disk = path("disk");
    QVERIFY(QDir().mkpath(disk));
    if (mount("tmpfs", qPrintable(disk), "tmpfs", 0, "size=16k") != 0) QSKIP("this machine does not let root mount a tmpfs");
    const Outcome outcome = runProgram(QStringList{"optimise", m_good, "--out", disk + "/out"} + quick);
    const QStringList left = leftIn(disk + "/out");
    QCOMPARE(umount(qPrintable(disk)), 0);
    QVERIFY2(outcome.code == 4, qPrintable(QString::number(outcome.code) + ": " + outcome.err));
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(!left.contains("run.json") && left.filter("partial").isEmpty(), qPrintable(left.join(' ')));
}

void CliErrorsTest::severalFiles() {
    const QString out = path("several"), other = path("other.wav");
    QVERIFY(writeMonoWav(other, toneAndClick()));
    const Outcome outcome =
        runProgram(QStringList{"optimise", m_good, path("text.wav"), other, "demo:nothing", "--out", out} + quick);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.errLines().size(), 2);
    QVERIFY(outcome.err.contains(path("text.wav")) && outcome.err.contains("demo:nothing"));
    QVERIFY(QFile::exists(out + "/good/run.json") && QFile::exists(out + "/other/run.json"));
    QVERIFY(!QFile::exists(out + "/text/run.json"));
    const QStringList rows = QString::fromUtf8(readBytes(out + "/summary.csv")).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows[1].contains(",ok,0,") && rows[2].contains(",unreadable,3,") && rows[3].contains(",ok,0,"));
}

void CliErrorsTest::misspelt_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("subcommand") << QStringList{"optimize"};
    QTest::newRow("subcommand and file") << QStringList{"optimize", m_good};
    QTest::newRow("subcommand, file and option") << QStringList{"optimize", m_good, "--out", path("misspelt")};
}

void CliErrorsTest::misspelt() {
    QFETCH(QStringList, words);
    const Outcome outcome = runProgram(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(outcome.err.contains("subcommand") || outcome.err.contains("option"), qPrintable(outcome.err));
}

void CliErrorsTest::fewerThreadsThanAsked() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers need more address space than the test leaves");
#endif
    const Outcome outcome = runUnderShell("ulimit -v 3000000; exec", QStringList{"optimise", m_good, "--out", path("threads"), "--threads",
                                                                    "1024", "--support", "64", "--iterations", "2", "--images", "none"});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err)); // results don't depend on their number
}

QTEST_GUILESS_MAIN(CliErrorsTest)
#include "cli_errors_test.moc"
