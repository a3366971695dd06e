// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audio_file.h"

#include "core/io/sound_file.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <csignal>
#include <limits>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace thetascope;

namespace {

std::string little(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i));
    return text;
}

/// A 16-bit mono WAV at 8 kHz of 100 samples, with whatever length its data chunk claims.
std::string wav(std::uint32_t claimedBytes, int samples = 100, int channels = 1) {
    std::string data;
    for (int n = 0; n < samples; ++n)
        data += little(static_cast<std::uint32_t>(n * 100), 2);
    const auto frameBytes = static_cast<std::uint32_t>(2 * channels);
    return "RIFF" + little(claimedBytes + 36, 4) + "WAVEfmt " + little(16, 4) + little(1, 2)
           + little(static_cast<std::uint32_t>(channels), 2) + little(8000, 4) + little(8000 * frameBytes, 4)
           + little(frameBytes, 2) + little(16, 2) + "data" + little(claimedBytes, 4) + data;
}

std::vector<float> ramp(int count) {
    std::vector<float> samples;
    for (int n = 0; n < count; ++n)
        samples.push_back(static_cast<float>(n) / static_cast<float>(count) - 0.5F);
    return samples;
}

} // namespace

class AudioFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string path(const char* name = "a.wav") { return m_folder.filePath(name).toStdString(); }
    void put(const std::string& content) {
        QFile file(m_folder.filePath("a.wav"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content.data(), qint64(content.size())), qint64(content.size()));
    }

private slots:
    void writtenSamplesComeBack();
    void sameSamplesSameBytes();
    void nonFiniteSamplesAreKept();
    void wholeFileHasNoWarning();
    void unusable_data();
    void unusable();
    void truncatedFileGivesWhatIsThere();
    void aCutStreamIsReported();
    void lyingHeadersAllocateNothing_data();
    void lyingHeadersAllocateNothing();
    void pipeDoesNotBlock();
    void fullDiskLeavesNothing();
    void unwritablePlaces();
    void demosOpenByName();
    void realRecordings();
};

void AudioFileTest::writtenSamplesComeBack() {
    const std::vector<float> samples = ramp(300000); // more than one block
    QVERIFY(writeWav(path(), samples, 3, 44100).ok());
    const auto clip = readAudio(path());
    QVERIFY(clip.ok());
    QCOMPARE(clip->channels, 3);
    QCOMPARE(clip->frames(), 100000);
    QCOMPARE(clip->sampleRate, 44100.0);
    QVERIFY(clip->interleaved == samples);
    QVERIFY(clip->warning.empty());
}

void AudioFileTest::sameSamplesSameBytes() {
    QVERIFY(writeWav(path("one.wav"), ramp(50), 1, 8000).ok());
    QFile one(m_folder.filePath("one.wav"));
    QVERIFY(one.open(QIODevice::ReadOnly));
    QVERIFY2(!one.readAll().contains("PEAK"), "the PEAK chunk holds the time of day");
}

void AudioFileTest::nonFiniteSamplesAreKept() {
    std::vector<float> samples = ramp(10);
    samples[4] = std::numeric_limits<float>::quiet_NaN();
    samples[6] = std::numeric_limits<float>::infinity();
    QVERIFY(writeWav(path(), samples, 1, 8000).ok());
    const auto clip = readAudio(path());
    QVERIFY(clip.ok());
    QVERIFY(std::isnan(clip->interleaved[4]));
    QVERIFY(std::isinf(clip->interleaved[6]));
    const auto signal = extractSignal(*clip, "mix", {}, {});
    QVERIFY(!signal.ok());
    QVERIFY(signal.error().message.find("sample 4 of channel 1") != std::string::npos);
}

void AudioFileTest::wholeFileHasNoWarning() {
    put(wav(200));
    const auto clip = readAudio(path());
    QVERIFY(clip.ok());
    QCOMPARE(clip->frames(), 100);
    QCOMPARE(clip->interleaved[50], 5000.0F / 32768);
    QCOMPARE(clip->warning, std::string());
}

void AudioFileTest::unusable_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& content, const char* says) {
        QTest::newRow(name) << QByteArray(content.data(), qsizetype(content.size())) << QString(says);
    };
    row("empty", "", "not audio");
    row("text", "this is no audio file at all, just words\n", "not audio");
    row("header cut", wav(200).substr(0, 20), "not audio");
    row("no samples", wav(0, 0), "no samples");
    row("cut before the samples", wav(200).substr(0, 44), "no samples");
    row("no channels", wav(200, 100, 0), "not audio");
    row("zeros", std::string(1000, '\0'), "not audio");
}

void AudioFileTest::unusable() {
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    put(content.toStdString());
    const auto clip = readAudio(path());
    QVERIFY(!clip.ok());
    QCOMPARE(clip.error().kind, ErrorKind::input);
    QVERIFY2(clip.error().message.find(says.toStdString()) != std::string::npos, clip.error().message.c_str());
    QVERIFY(clip.error().message.starts_with(path()));
    QVERIFY(clip.error().message.find('\n') == std::string::npos);
}

void AudioFileTest::truncatedFileGivesWhatIsThere() {
    put(wav(200).substr(0, 44 + 2 * 60));
    const auto clip = readAudio(path());
    QVERIFY(clip.ok());
    QCOMPARE(clip->frames(), 60);
    QVERIFY2(clip->warning.find("60 %") != std::string::npos, clip->warning.c_str());
}

void AudioFileTest::aCutStreamIsReported() {
    SF_INFO info{};
    info.channels = 1;
    info.samplerate = 8000;
    info.format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    {
        const SoundFile out(sf_open(path("a.ogg").c_str(), SFM_WRITE, &info));
        QVERIFY(out != nullptr);
        std::mt19937 random(1); // noise: many pages
        std::vector<float> block(4000);
        for (int count = 0; count < 20; ++count) {
            for (float& sample : block) sample = std::uniform_real_distribution(-0.5F, 0.5F)(random);
            QCOMPARE(sf_writef_float(out.get(), block.data(), 4000), sf_count_t{4000});
        }
    }
    const auto whole = readAudio(path("a.ogg"));
    QVERIFY(whole.ok() && whole->warning.empty());
    QFile file(m_folder.filePath("a.ogg"));
    QVERIFY(file.resize(file.size() * 3 / 4));
    const auto cut = readAudio(path("a.ogg"));
    QVERIFY(cut.ok() && cut->frames() < whole->frames());
    QVERIFY2(cut->warning.find("cut off") != std::string::npos, cut->warning.c_str());
}

void AudioFileTest::lyingHeadersAllocateNothing_data() {
    QTest::addColumn<quint32>("claimed");
    QTest::addColumn<bool>("warns");
    QTest::newRow("1 GB") << 0x40000000U << true;
    QTest::newRow("almost 4 GB, as streams say") << 0xfffffff0U << false;
    QTest::newRow("2 GB, as streams say") << 0x7fffffffU << false;
}

void AudioFileTest::lyingHeadersAllocateNothing() {
    QFETCH(quint32, claimed);
    QFETCH(bool, warns);
    put(wav(claimed));
    const auto clip = readAudio(path());
    QVERIFY(clip.ok());
    QCOMPARE(clip->frames(), 100);
    QVERIFY(clip->interleaved.capacity() < 1000000);
    QCOMPARE(!clip->warning.empty(), warns);
}

void AudioFileTest::pipeDoesNotBlock() {
    QCOMPARE(mkfifo(path("pipe").c_str(), 0600), 0);
    const auto clip = readAudio(path("pipe"));
    QVERIFY(!clip.ok());
    QCOMPARE(clip.error().kind, ErrorKind::input);
}

void AudioFileTest::fullDiskLeavesNothing() {
    // A limit on file size fails writes as a full disk does.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{10000, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status status = writeWav(path("full.wav"), ramp(100000), 1, 8000);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::output);
    QVERIFY(QDir(m_folder.path()).entryList({"full*"}).isEmpty());
}

void AudioFileTest::unwritablePlaces() {
    const std::vector<float> samples = ramp(10);
    QVERIFY(QDir(m_folder.path()).mkpath("a folder.wav"));
    for (const std::string& place : {path("no/such/folder.wav"), path("a folder.wav"), path("sound.flac"), path(".WAV.txt")}) {
        const Status status = writeWav(place, samples, 1, 8000);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::output);
        QVERIFY(status.error().message.starts_with(place));
    }
    QVERIFY(!QFile::exists(QString::fromStdString(path("sound.flac"))));
    QVERIFY(writeWav(path("loud.WAV"), samples, 1, 8000).ok());
}

void AudioFileTest::demosOpenByName() {
    const auto clip = openClip("demo:shocks");
    QVERIFY(clip.ok());
    QCOMPARE(clip->name, std::string("demo:shocks"));
    QCOMPARE(clip->frames(), 3000);
    const auto none = openClip("demo:nothing");
    QVERIFY(!none.ok());
    QCOMPARE(none.error().kind, ErrorKind::input);
    QVERIFY(none.error().message.find("chirp-clicks") != std::string::npos);
    QVERIFY(!openClip(path("missing.wav")).ok());
    QVERIFY(!openClip(m_folder.path().toStdString()).ok());
}

void AudioFileTest::realRecordings() {
    const QString folder = testing::sharedPath("audio");
    if (folder.isEmpty())
        QSKIP("../shared/audio is not here");
    const QStringList names = QDir(folder).entryList({"*.ogg"}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString& name : names) {
        const auto clip = readAudio(QDir(folder).filePath(name).toStdString());
        QVERIFY2(clip.ok(), qPrintable(name));
        QVERIFY2(clip->warning.empty(), clip->warning.c_str());
        QVERIFY(clip->durationSeconds() > 1);
        const auto signal = extractSignal(*clip, "mix", 0.5, 1.0);
        QVERIFY(signal.ok());
        QCOMPARE((*signal)->length(), int(std::lround(0.5 * clip->sampleRate)));
    }
}

QTEST_APPLESS_MAIN(AudioFileTest)
#include "audio_file_test.moc"
