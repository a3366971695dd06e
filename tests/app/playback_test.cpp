// SPDX-License-Identifier: GPL-3.0-or-later
// Playback without a device: what would be heard, and what the window shows and says.
#include "tests/app/fake_out.h"
#include "tests/app/window_fixture.h"

#include "app/playback/band_pass.h"
#include "ui/views/waveform_view.h"

#include <cmath>
#include <numbers>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double rate = 8000;

Sound ramp(qint64 length) {
    Sound sound;
    sound.read = [](qint64 first, std::span<float> out) {
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(first) + static_cast<float>(i);
    };
    sound.length = length;
    sound.sampleRate = rate;
    sound.startSeconds = 2;
    return sound;
}

std::vector<float> readFrames(SoundSource& source, qint64 frames) {
    const QByteArray bytes = source.read(frames * SoundSource::frameBytes);
    std::vector<float> left;
    for (qint64 i = 0; i < bytes.size() / SoundSource::frameBytes; ++i)
        left.push_back(reinterpret_cast<const float*>(bytes.constData())[i * SoundSource::channels]);
    return left;
}

double energy(std::span<const float> samples) {
    double sum = 0;
    for (const float sample : samples) sum += static_cast<double>(sample) * sample;
    return sum;
}

} // namespace

class PlaybackTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void aSourceGivesEverySampleOnce() {
        SoundSource source(ramp(10));
        QCOMPARE(source.bytesAvailable(), 10 * SoundSource::frameBytes);
        QCOMPARE(readFrames(source, 4), (std::vector<float>{0, 1, 2, 3}));
        QCOMPARE(readFrames(source, 100), (std::vector<float>{4, 5, 6, 7, 8, 9}));
        QVERIFY(readFrames(source, 1).empty());
        QVERIFY(!source.isOver(9));
        QVERIFY(source.isOver(10));
        QCOMPARE(source.secondsAfter(4), 2 + 4 / rate);
        QCOMPARE(source.secondsAfter(50), 2 + 10 / rate);
    }

    void aLoopBeginsAgainAndEndsWhole() {
        SoundSource source(ramp(4));
        source.setLoop(true);
        QCOMPARE(readFrames(source, 6), (std::vector<float>{0, 1, 2, 3, 0, 1}));
        QVERIFY(!source.isOver(1000));
        QCOMPARE(source.secondsAfter(5), 2 + 1 / rate);
        source.setLoop(false); // the pass that has begun goes on
        QCOMPARE(readFrames(source, 100), (std::vector<float>{2, 3}));
        QVERIFY(!source.isOver(7));
        QVERIFY(source.isOver(8));
    }

    void spacePlaysWithAMovingPlayheadToTheEnd() {
        FakeOut::State device;
        OpenWindow program;
        program.controller.playback().setOutput(std::make_unique<FakeOut>(device));
        QVERIFY(program.open(demoSignal));
        program.controller.views().showTime({0.25, 0.75});
        QVERIFY(program.idle());
        program.actions().playSound->trigger();
        QVERIFY(program.controller.playback().isPlaying());
        QCOMPARE(program.actions().playSound->text(), QStringLiteral("&Stop Playing"));
        const auto& samples = *program.session().recording().samples;
        const double sampleRate = program.session().recording().clip->sampleRate;
        device.play(100);
        QCOMPARE(device.rate, sampleRate);
        QVERIFY(std::equal(device.heard.begin(), device.heard.end(), samples.begin() + std::lround(0.25 * sampleRate)));
        device.play(std::lround(0.6 * sampleRate)); // beyond the view: the page turns
        QTRY_VERIFY_WITH_TIMEOUT(program.controller.views().visible().start >= 0.75, patience);
        device.play(std::lround(60 * sampleRate));
        QTRY_VERIFY_WITH_TIMEOUT(!program.controller.playback().isPlaying(), patience);
        QVERIFY(device.source == nullptr);
    }

    void spaceAgainStops() {
        FakeOut::State device;
        OpenWindow program;
        program.controller.playback().setOutput(std::make_unique<FakeOut>(device));
        QVERIFY(program.open(demoSignal));
        program.window.activateWindow();
        program.findPlots()->setFocus();
        QTest::keyClick(program.findPlots(), Qt::Key_Space);
        QVERIFY(program.controller.playback().isPlaying());
        QTest::keyClick(program.findPlots(), Qt::Key_Space);
        QVERIFY(!program.controller.playback().isPlaying());
    }

    void sPlaysTheSelectionAndLRepeatsIt() {
        FakeOut::State device;
        OpenWindow program;
        program.controller.playback().setOutput(std::make_unique<FakeOut>(device));
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.startSeconds = 0.5;
        settings.endSeconds = 0.5625;
        QVERIFY(program.edit(settings));
        QTest::keyClick(&program.window, Qt::Key_L);
        QTest::keyClick(&program.window, Qt::Key_S);
        QVERIFY(program.controller.playback().isPlaying());
        const auto length = std::lround(0.0625 * device.rate);
        device.play(2 * length);
        QCOMPARE(device.heard.size(), static_cast<std::size_t>(2 * length));
        QVERIFY(std::equal(device.heard.begin(), device.heard.begin() + length, device.heard.begin() + length));
        QTest::keyClick(&program.window, Qt::Key_L);
        QTRY_VERIFY_WITH_TIMEOUT(!program.controller.playback().isPlaying(), patience);
    }

    void aBandIsHeardAlone() {
        FakeOut::State device;
        OpenWindow program;
        program.controller.playback().setOutput(std::make_unique<FakeOut>(device));
        QVERIFY(program.open(demoSignal));
        program.controller.playback().play({0, 0.5}, std::pair(100.0, 200.0));
        QVERIFY(OpenWindow::waitUntil([&] { return program.controller.playback().isPlaying(); }));
        device.play(std::lround(0.5 * device.rate));
        const auto& samples = *program.session().recording().samples;
        QVERIFY(energy(device.heard) < 0.9 * energy({samples.data(), device.heard.size()}));
    }

    void aBandPassKeepsTheBandAndNothingElse() {
        std::vector<float> both(8000), low(8000);
        for (std::size_t i = 0; i < both.size(); ++i) {
            const double t = static_cast<double>(i) / rate;
            low[i] = static_cast<float>(std::sin(2 * std::numbers::pi * 500 * t));
            both[i] = low[i] + static_cast<float>(std::sin(2 * std::numbers::pi * 2000 * t));
        }
        const std::vector<float> heard = bandPass(both, rate, 300, 700, {});
        QCOMPARE(heard.size(), both.size());
        constexpr std::size_t edge = 400; // where windows reach beyond the ends, and the fade
        for (std::size_t i = edge; i < heard.size() - edge; ++i)
            QVERIFY(std::abs(heard[i] - low[i]) < 3e-3F); // measured 1.5e-3: what a tone has outside the band
        QCOMPARE(heard.front(), 0.0F);
        const std::vector<float> all = bandPass(both, rate, 0, rate / 2, {});
        for (std::size_t i = edge; i < all.size() - edge; ++i) QVERIFY2(std::abs(all[i] - both[i]) < 1e-5F, qPrintable(QString::number(all[i] - both[i]) + " at " + QString::number(i)));
    }

    void withoutADeviceItIsSaid() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.actions().playSelection->trigger();
        if (program.controller.playback().isPlaying()) QSKIP("there is a sound device here");
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY2(program.panes().messages->text().contains(QStringLiteral("nothing can be heard")),
                 qPrintable(program.panes().messages->text()));
    }
};

QTEST_MAIN(PlaybackTest)
#include "playback_test.moc"
