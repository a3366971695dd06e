// SPDX-License-Identifier: GPL-3.0-or-later
// Sounds and settings at the edges of what there is: each either works, judged by the printed formulas, or is refused in a sentence.
#include "app/cli/run_signal.h"
#include "core/dstft/oracle.h"
#include "core/io/audio_file.h"
#include "core/io/npy.h"
#include "core/run/descent.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"

#include <QDir>
#include <cmath>
#include <limits>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Of |S| against the oracle, relative to the largest: rounding of sums over N samples in double.
constexpr double tolerance = 1e-11;
/// Of an objective in single precision against the same in double.
constexpr double singleTolerance = 1e-3;
constexpr int length = 300;
constexpr double usualRate = 8000;

using Samples = std::vector<double>;

Samples soundNamed(const QString& name, int count = length) {
    Samples samples(static_cast<std::size_t>(count), 0.0);
    const auto fill = [&](auto value) {
        for (std::size_t n = 0; n < samples.size(); ++n) samples[n] = value(static_cast<double>(n));
    };
    if (name == "dc") fill([](double) { return 0.5; });
    if (name == "click") samples[samples.size() / 2] = 1;
    if (name == "first sample") samples.front() = 1;
    if (name == "square") fill([](double n) { return std::fmod(n, 20) < 10 ? 1.0 : -1.0; });
    if (name == "denormals") fill([](double n) { return (n + 1) * 4.9e-324 * (std::fmod(n, 2) < 1 ? 1 : -1); });
    if (name == "tiny") fill([](double n) { return 1e-200 * std::sin(0.3 * n); });
    if (name == "huge") fill([](double n) { return 1e100 * std::sin(0.3 * n); });
    if (name == "nyquist") fill([](double n) { return std::fmod(n, 2) < 1 ? 1.0 : -1.0; });
    if (name == "tone") fill([](double n) { return std::sin(0.3 * n); });
    return samples;
}

std::shared_ptr<const Signal> signalOf(Samples samples, double rate = usualRate) {
    auto signal = std::make_shared<Signal>();
    signal->samples = std::move(samples);
    signal->sampleRate = rate;
    return signal;
}

Settings smallSettings(ThetaMode mode) {
    Settings settings;
    settings.support = 32;
    settings.hop = 8;
    settings.thetaMode = mode;
    settings.objective = "entropy";
    settings.precision = Precision::doublePrecision;
    settings.iterations = 3;
    settings.stop = StopMode::none;
    settings.threads = 1;
    return settings;
}

ComplexFrames formulas(const Signal& signal, const Tiling& tiling, const Settings& settings) {
    const auto taper = makeTaper(settings.window);
    return oracle(signal, tiling, [&](double y, double theta) { return taper->at(y, theta); }, settings.normalise).spectrum;
}

constexpr qint64 mostInAnInt = std::numeric_limits<int>::max();

void append(QByteArray& bytes, quint64 value, int count) {
    for (int i = 0; i < count; ++i) bytes.append(static_cast<char>(value >> (8 * i)));
}

/// A 16-bit mono RF64 file of that many samples, silent and sparse but for toneAndClick() at its end. False if there is no room.
bool writeSparse(const QString& path, qint64 samples) {
    const auto bytes = static_cast<quint64>(2 * samples);
    QByteArray header("RF64\xff\xff\xff\xffWAVEds64", 16);
    append(header, 28, 4);
    append(header, bytes + 72, 8);
    append(header, bytes, 8);
    append(header, static_cast<quint64>(samples), 8);
    append(header, 0, 4);
    header.append("fmt ");
    for (const auto& [value, count] : {std::pair(16, 4), {1, 2}, {1, 2}, {8000, 4}, {16000, 4}, {2, 2}, {16, 2}})
        append(header, static_cast<quint64>(value), count);
    header.append("data\xff\xff\xff\xff", 8);
    QByteArray sound;
    for (const float sample : toneAndClick()) append(sound, static_cast<quint64>(std::lround(sample * 32767)), 2);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(header) == header.size()
           && file.seek(header.size() + static_cast<qint64>(bytes) - sound.size()) && file.write(sound) == sound.size();
}

/// An evaluation at the start and a short descent in both precisions; S against the formulas, and everything finite.
void works(const std::shared_ptr<const Signal>& signal, Settings settings) {
    const Evaluation start = evaluate(signal, settings, {}, true);
    const ComplexFrames expected = formulas(*signal, start.spectrogram->tiling, settings);
    const double largest = std::max(expected.abs().maxCoeff(), std::numeric_limits<double>::min());
    const double error = (*start.spectrum - expected).abs().maxCoeff() / largest;
    QVERIFY2(error < tolerance, qPrintable(QString::number(error)));
    QVERIFY(start.gradient.theta.isFinite().all() && start.gradient.positions.isFinite().all());
    for (const Precision precision : {Precision::doublePrecision, Precision::floatPrecision}) {
        settings.precision = precision;
        const DescentResult result = descend(signal, settings, {});
        QVERIFY2(result.reason != StopReason::notFinite && result.reason != StopReason::failed, result.reasonText.c_str());
        QVERIFY(std::isfinite(result.bestObjective) && result.bestObjective <= result.initialObjective + singleTolerance);
        const RealFrames& theta = result.bestTiling.theta;
        QVERIFY(theta.isFinite().all() && theta.minCoeff() >= result.settings.thetaLower - 1e-9
                && theta.maxCoeff() <= result.settings.thetaUpper + 1e-9);
    }
}

/// The signal of a file as every run takes it; null if it can't be had.
std::shared_ptr<const Signal> openedOf(const QString& file, const Settings& settings) {
    const Result<AudioClip> clip = openClip(file.toStdString());
    if (!clip) return nullptr;
    const Result<OpenedSignal> opened = cutSignal(std::make_shared<const AudioClip>(*clip), settings);
    return opened ? opened->signal : nullptr;
}

} // namespace

class NumbersTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    Outcome optimise(const QString& file, const QStringList& more = {}) const {
        return runProgram(QStringList{"optimise", file, "--out", path("out"), "--support", "32", "--hop", "8", "--iterations", "2", "--images",
                                      "none", "--objective", "entropy", "--threads", "1"} + more);
    }
    static void refused(const Outcome& outcome, int code) {
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.startsWith("thetascope: ") && outcome.errLines().size() == 1 && outcome.err.size() > 40, qPrintable(outcome.err));
    }

private slots:
    void sounds_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("mode");
        for (const char* const name : {"dc", "click", "first sample", "square", "denormals", "tiny", "huge", "nyquist", "tone"})
            for (int mode = 0; mode < 4; ++mode) QTest::addRow("%s, %d", std::string(name).c_str(), mode) << QString(name) << mode;
    }

    void sounds() {
        QFETCH(QString, name);
        QFETCH(int, mode);
        works(signalOf(soundNamed(name)), smallSettings(static_cast<ThetaMode>(mode)));
    }

    void settings_data() {
        QTest::addColumn<int>("support");
        QTest::addColumn<double>("hop");
        QTest::addColumn<double>("theta");
        QTest::addColumn<int>("samples");
        QTest::newRow("smallest support") << 4 << 1.0 << 3.0 << length;
        QTest::newRow("one frame") << 32 << 1000.0 << 16.0 << length;
        QTest::newRow("one sample") << 32 << 8.0 << 16.0 << 1;
        QTest::newRow("two samples") << 4 << 1.0 << 3.0 << 2;
        QTest::newRow("theta at its lower bound") << 32 << 8.0 << 4.0 << length;
        QTest::newRow("theta at its upper bound") << 32 << 8.0 << 31.0 << length;
        QTest::newRow("hop of a fraction") << 32 << 0.37 << 16.0 << 40;
        QTest::newRow("support longer than the sound") << 512 << 32.0 << 256.0 << 50;
    }

    void settings() {
        QFETCH(int, support);
        QFETCH(double, hop);
        QFETCH(double, theta);
        QFETCH(int, samples);
        for (const ThetaMode mode : {ThetaMode::shared, ThetaMode::timeFrequency}) {
            Settings settings = smallSettings(mode);
            settings.support = support;
            settings.hop = hop;
            settings.theta = theta;
            settings.thetaMin = std::min(theta, 2.0);
            if (theta == 4) settings.thetaMin = theta;
            Samples sound = soundNamed("tone", samples);
            sound.front() = 0.7;
            const auto signal = signalOf(std::move(sound));
            const Problems problems = checkSettings(settings, {}, signal->length(), usualRate);
            QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().message.c_str());
            works(signal, settings);
            if (QTest::currentTestFailed()) return;
        }
    }

    void silenceIsRefused() { QVERIFY(!checkSignal(*signalOf(Samples(length, 0.0)), "silence").ok()); }

    void rates_data() {
        QTest::addColumn<int>("rate");
        for (const int rate : {1, 2, 50, 8000, 192000, 768000}) QTest::addRow("%d Hz", rate) << rate;
    }

    void rates() {
        QFETCH(int, rate);
        const QString file = path(QStringLiteral("rate%1.wav").arg(rate));
        QVERIFY(writeWav(file.toStdString(), toneAndClick(), 1, rate).ok());
        const Outcome outcome = optimise(file);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const auto opened = openedOf(file, smallSettings(ThetaMode::time));
        QVERIFY(opened != nullptr);
        QCOMPARE(opened->sampleRate, rate);
        works(opened, smallSettings(ThetaMode::time));
        // With the support that suits the rate.
        const Outcome byRate = runProgram({"evaluate", file, "--out", path("byRate"), "--images", "none", "--theta-mode", "shared"});
        if (byRate.code != 0) refused(byRate, 2);
    }

    void channels_data() {
        QTest::addColumn<int>("channels");
        for (const int channels : {1, 2, 6, 64}) QTest::addRow("%d", channels) << channels;
    }

    void channels() {
        QFETCH(int, channels);
        const std::vector<float> one = toneAndClick();
        std::vector<float> all;
        for (const float sample : one)
            for (int c = 0; c < channels; ++c) all.push_back(sample * static_cast<float>(c + 1));
        const QString file = path(QStringLiteral("channels%1.wav").arg(channels));
        QVERIFY(writeWav(file.toStdString(), all, channels, usualRate).ok());
        QCOMPARE(optimise(file).code, 0);
        QCOMPARE(optimise(file, {"--channel", QString::number(channels)}).code, 0);
        refused(optimise(file, {"--channel", QString::number(channels + 1)}), 2);
        Settings last = smallSettings(ThetaMode::time);
        last.channel = std::to_string(channels);
        const auto opened = openedOf(file, last);
        QVERIFY(opened != nullptr);
        QCOMPARE(opened->length(), static_cast<int>(one.size()));
        for (std::size_t n = 0; n < one.size(); ++n) QCOMPARE(opened->samples[n], static_cast<double>(all[n * channels + channels - 1]));
        works(opened, last);
    }

    void filesThatAreRefused_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("samples");
        QTest::newRow("silence") << 0.0 << 2000;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 2000;
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << 2000;
        QTest::newRow("one sample") << 0.5 << 1;
        QTest::newRow("three samples") << 0.5 << 3;
    }

    void filesThatAreRefused() {
        QFETCH(double, value);
        QFETCH(int, samples);
        QVERIFY(writeMonoWav(path("odd.wav"), std::vector<float>(static_cast<std::size_t>(samples), static_cast<float>(value))));
        refused(optimise(path("odd.wav")), 3);
    }

    void denormalsInAFile() {
        std::vector<float> samples = toneAndClick();
        for (float& sample : samples) sample *= 1e-42F;
        QVERIFY(writeMonoWav(path("denormal.wav"), samples));
        QCOMPARE(optimise(path("denormal.wav")).code, 0);
        const auto opened = openedOf(path("denormal.wav"), smallSettings(ThetaMode::timeFrequency));
        QVERIFY(opened != nullptr);
        works(opened, smallSettings(ThetaMode::timeFrequency));
    }

    void lengthsThatAreRefused_data() {
        QTest::addColumn<qint64>("samples");
        QTest::addColumn<QString>("figure");
        QTest::newRow("as many as an int counts") << mostInAnInt << "268435456 frames";
        QTest::newRow("one more") << mostInAnInt + 1 << "2147483648 samples";
    }

    /// At once: nothing but the header is read before.
    void lengthsThatAreRefused() {
        QFETCH(qint64, samples);
        QFETCH(QString, figure);
        if (!writeSparse(path("long.rf64"), samples)) QSKIP("no room for a sparse file of 4 GB");
        const Outcome outcome = optimise(path("long.rf64"), {"--memory-limit", "2G"});
        QVERIFY(QFile::remove(path("long.rf64")));
        refused(outcome, 2);
        QVERIFY2(outcome.err.contains(figure), qPrintable(outcome.err));
        QVERIFY(outcome.err.contains("shorter"));
    }

    /// A region behind the 2^31st sample, judged by the formulas like any other.
    void aRegionFarBehind() {
        constexpr qint64 samples = mostInAnInt + 100'000;
        if (!writeSparse(path("far.rf64"), samples)) QSKIP("no room for a sparse file of 4 GB");
        Settings settings = smallSettings(ThetaMode::time);
        const Result<AudioClip> clip = openClip(path("far.rf64").toStdString(), 0);
        QVERIFY2(clip.ok(), clip.ok() ? "" : clip.error().message.c_str());
        QCOMPARE(static_cast<qint64>(clip->frames()), samples);
        settings.startSeconds = static_cast<double>(samples - 2000) / usualRate;
        const Result<OpenedSignal> opened = cutSignal(std::make_shared<const AudioClip>(*clip), settings);
        QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
        QCOMPARE(opened->signal->length(), 2000);
        const std::vector<float> expected = toneAndClick();
        for (std::size_t n = 0; n < expected.size(); ++n)
            QVERIFY(std::abs(opened->signal->samples[n] - static_cast<double>(expected[n])) < 1e-4);
        works(opened->signal, settings);
        QVERIFY(QFile::remove(path("far.rf64")));
    }

    void tooManyFramesAreRefused() {
        QVERIFY(writeMonoWav(path("good.wav"), toneAndClick()));
        refused(optimise(path("good.wav"), {"--hop", "1e-300"}), 2);
        refused(optimise(path("good.wav"), {"--hop", "1e-5"}), 2);
    }

    void threadsChangeNothing_data() {
        QTest::addColumn<QStringList>("options");
        for (const char* const mode : {"shared", "time", "frequency", "time-frequency"})
            QTest::newRow(mode) << QStringList{"--theta-mode", mode};
        QTest::newRow("exact") << QStringList{"--theta-mode", "time-frequency", "--engine", "exact"};
        QTest::newRow("positions") << QStringList{"--theta-mode", "time", "--position-mode", "frames"};
        QTest::newRow("knots, line search") << QStringList{"--theta-mode", "time-frequency", "--theta-grid", "4x3", "--optimiser", "lbfgs"};
        QTest::newRow("chosen start, several terms") << QStringList{"--theta-mode", "time-frequency", "--theta-start", "selection",
                                                                    "--objective", "entropy+0.1*smoothness(log=1)"};
    }

    /// Bit for bit, in double, from the file to the arrays.
    void threadsChangeNothing() {
        QFETCH(QStringList, options);
        QVERIFY(writeMonoWav(path("good.wav"), toneAndClick()));
        QByteArray first[4];
        for (const char* const threads : {"1", "2", "8"}) {
            const QString out = path("threads") + threads + QTest::currentDataTag();
            const Outcome outcome = runProgram(QStringList{"optimise", path("good.wav"), "--out", out, "--support", "64", "--hop", "16",
                                                           "--iterations", "4", "--images", "none", "--precision", "double", "--threads",
                                                           threads} + options);
            QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
            const char* const names[] = {"/theta.npy", "/stft.npy", "/magnitude.npy", "/positions.npy"};
            for (int i = 0; i < 4; ++i) {
                const QByteArray bytes = readBytes(out + names[i]);
                QVERIFY(!bytes.isEmpty());
                if (first[i].isEmpty()) first[i] = bytes;
                QCOMPARE(bytes, first[i]);
            }
        }
    }

    void windowAndCommandLineAgree_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("doublePrecision");
        QTest::newRow("per frame") << static_cast<int>(ThetaMode::time) << true;
        QTest::newRow("a map") << static_cast<int>(ThetaMode::timeFrequency) << true;
        QTest::newRow("a map, float") << static_cast<int>(ThetaMode::timeFrequency) << false;
    }

    /// The window and the command line are the same program.
    void windowAndCommandLineAgree() {
        QFETCH(int, mode);
        QFETCH(bool, doublePrecision);
        QVERIFY(writeMonoWav(path("good.wav"), toneAndClick()));
        Settings settings = quickSettings();
        settings.thetaMode = static_cast<ThetaMode>(mode);
        settings.precision = doublePrecision ? Precision::doublePrecision : Precision::floatPrecision;
        settings.iterations = 5;
        settings.stop = StopMode::none;
        OpenWindow program;
        QVERIFY(program.open(path("good.wav")));
        QVERIFY(program.edit(settings));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitFor(RunState::running));
        QVERIFY(program.waitFor(RunState::idle));
        QVERIFY(program.idle());
        program.controller.exports().exportNumbers(path("window"));
        QVERIFY(program.idle());
        const Outcome outcome = runProgram({"optimise", path("good.wav"), "--out", path("typed"), "--config", path("window/run.json"), "--images",
                                            "none"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        for (const char* const name : {"/theta.npy", "/stft.npy", "/magnitude.npy", "/positions.npy"}) {
            QVERIFY(!readBytes(path("window") + name).isEmpty());
            QCOMPARE(readBytes(path("typed") + name), readBytes(path("window") + name));
        }
    }
};

QTEST_MAIN(NumbersTest)
#include "numbers_test.moc"
