// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings that stay in their file: the same samples, waveform, pictures and results as decoded ones.
#include "app/workers/pictures.h"
#include "app/workers/recording.h"
#include "core/io/audio_file.h"
#include "core/model/settings.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <random>

using namespace thetascope;

namespace {

constexpr double sampleRate = 8000;
constexpr int frames = 300000, channels = 2;
constexpr std::int64_t nothingIsLong = std::int64_t{1} << 40;

} // namespace

class LongRecordingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path;
    std::shared_ptr<const AudioClip> m_inFile, m_decoded;

    static Recording channelOf(const std::shared_ptr<const AudioClip>& clip, const std::string& channel) {
        Recording recording = *withChannel(clip, channel);
        return recording.peaks ? recording : *withPeaks(recording, {});
    }

private slots:
    void initTestCase() {
        std::mt19937 random(1);
        std::uniform_real_distribution<float> values(-0.5F, 0.5F);
        std::vector<float> samples(static_cast<std::size_t>(frames * channels));
        for (float& sample : samples) sample = values(random);
        m_path = m_folder.filePath("noise.wav").toStdString();
        QVERIFY(writeWav(m_path, samples, channels, sampleRate).ok());
        m_inFile = std::make_shared<const AudioClip>(*readAudio(m_path, 1000));
        m_decoded = std::make_shared<const AudioClip>(*readAudio(m_path, nothingIsLong));
        QVERIFY(m_inFile->source != nullptr && m_inFile->interleaved.empty());
        QVERIFY(m_decoded->source == nullptr);
        QCOMPARE(m_inFile->frames(), m_decoded->frames());
    }

    void anyStretchHasTheSameSamples_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("beginning") << 0 << 10;
        QTest::newRow("before it") << -5 << 10;
        QTest::newRow("middle, long") << 1000 << 200000;
        QTest::newRow("back again") << 77 << 3;
        QTest::newRow("beyond the end") << frames - 4 << 100;
    }

    void anyStretchHasTheSameSamples() {
        QFETCH(int, first);
        QFETCH(int, count);
        for (const char* const channel : {"mix", "1", "2"}) {
            std::vector<float> one(static_cast<std::size_t>(count), 9), other(one);
            ChannelReader::create(m_inFile, channel).value().read(first, one);
            ChannelReader::create(m_decoded, channel).value().read(first, other);
            QVERIFY(one == other);
        }
        QVERIFY(!ChannelReader::create(m_inFile, "3").ok());
    }

    void theWaveformIsTheSameToSixteenSamples() {
        const Recording inFile = channelOf(m_inFile, "mix"), decoded = channelOf(m_decoded, "mix");
        QVERIFY(inFile.samples == nullptr);
        const auto same = [&](std::int64_t first, std::int64_t last) {
            const auto a = inFile.peaks->range(first, last), b = decoded.peaks->range(first, last);
            return a.low == b.low && a.high == b.high;
        };
        QVERIFY(same(0, frames));
        QVERIFY(same(16 * 100, 16 * 9000));
        QVERIFY(same(12345, 12345 + 63)); // exact where single samples show
        QVERIFY(same(250001, 250002));
        const auto rounded = inFile.peaks->range(1001, 2003), exact = decoded.peaks->range(1001, 2003);
        QVERIFY(rounded.low <= exact.low && rounded.high >= exact.high); // nothing is lost
        QCOMPARE(inFile.peaks->sample(299999), decoded.peaks->sample(299999));
    }

    void picturesOfARegionAreTheSame() {
        Settings settings;
        settings.support = 256;
        settings.startSeconds = 20;
        settings.endSeconds = 22;
        const auto one = makeStartPictures(*m_inFile, settings, {}), other = makeStartPictures(*m_decoded, settings, {});
        QVERIFY(one.ok() && other.ok());
        QVERIFY((one->start->magnitude == other->start->magnitude).all());
        const ResolvedSettings resolved = resolve(Settings{}, frames, sampleRate);
        const SampleRange all{0, frames};
        constexpr int columns = 50;
        const auto fine = makeOverview(channelOf(m_inFile, "1").reader(), resolved, all, columns, OverviewDetail::fine, {});
        const auto same = makeOverview(channelOf(m_decoded, "1").reader(), resolved, all, columns, OverviewDetail::fine, {});
        QVERIFY((fine->magnitude == same->magnitude).all());
    }

    void aHeaderThatPromisesTooMuchIsNotBelieved() {
        const QString path = m_folder.filePath("short.wav");
        QVERIFY(QFile::copy(QString::fromStdString(m_path), path));
        QVERIFY(QFile::resize(path, 100000));
        const auto clip = readAudio(path.toStdString(), 1000);
        QVERIFY(clip.ok());
        QVERIFY(clip->source == nullptr);
        QVERIFY(!clip->warning.empty());
        QVERIFY(clip->frames() < frames);
    }
};

QTEST_GUILESS_MAIN(LongRecordingTest)
#include "long_recording_test.moc"
