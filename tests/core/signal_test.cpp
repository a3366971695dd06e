// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/signal.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace thetascope;

Q_DECLARE_METATYPE(std::optional<double>)

namespace {

/// Two channels, 10 Hz, frames 0..9: left n, right 100 + n.
AudioClip stereo() {
    AudioClip clip{"stereo", 10, 2, {}, {}, 0, {}};
    for (int n = 0; n < 10; ++n) {
        clip.interleaved.push_back(static_cast<float>(n));
        clip.interleaved.push_back(static_cast<float>(100 + n));
    }
    return clip;
}

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

class SignalTest : public QObject {
    Q_OBJECT

private slots:
    void regions_data();
    void regions();
    void rejected_data();
    void rejected();
    void nonFiniteSamplesAreLocated();
    void nonFiniteSamplesElsewhereDoNotMatter();
    void oneSample();
};

void SignalTest::regions_data() {
    QTest::addColumn<QString>("channel");
    QTest::addColumn<std::optional<double>>("start");
    QTest::addColumn<std::optional<double>>("end");
    QTest::addColumn<int>("length");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("startSeconds");
    using Time = std::optional<double>;
    QTest::newRow("whole, mixed") << "mix" << Time() << Time() << 10 << 50.0 << 0.0;
    QTest::newRow("left") << "1" << Time() << Time() << 10 << 0.0 << 0.0;
    QTest::newRow("right") << "2" << Time() << Time() << 10 << 100.0 << 0.0;
    QTest::newRow("middle") << "1" << Time(0.2) << Time(0.5) << 3 << 2.0 << 0.2;
    QTest::newRow("start rounds to a sample") << "1" << Time(0.24) << Time() << 8 << 2.0 << 0.2;
    QTest::newRow("end beyond the clip") << "1" << Time(0.9) << Time(99.0) << 1 << 9.0 << 0.9;
}

void SignalTest::regions() {
    QFETCH(QString, channel);
    QFETCH(std::optional<double>, start);
    QFETCH(std::optional<double>, end);
    const auto signal = extractSignal(stereo(), channel.toStdString(), start, end);
    QVERIFY(signal.ok());
    QTEST((*signal)->length(), "length");
    QTEST((*signal)->samples.front(), "first");
    QTEST((*signal)->startSeconds, "startSeconds");
    QCOMPARE((*signal)->sampleRate, 10.0);
}

void SignalTest::rejected_data() {
    QTest::addColumn<QString>("channel");
    QTest::addColumn<std::optional<double>>("start");
    QTest::addColumn<std::optional<double>>("end");
    using Time = std::optional<double>;
    for (const char* channel : {"0", "3", "-1", "left", "", "1.5", "1 ", "99999999999"})
        QTest::addRow("channel %s", channel) << QString(channel) << Time() << Time();
    QTest::newRow("empty region") << "mix" << Time(0.5) << Time(0.5);
    QTest::newRow("backwards") << "mix" << Time(0.5) << Time(0.1);
    QTest::newRow("beyond the end") << "mix" << Time(1.0) << Time();
    QTest::newRow("shorter than half a sample") << "mix" << Time(0.11) << Time(0.12);
    QTest::newRow("before the start") << "mix" << Time(-0.1) << Time();
    QTest::newRow("NaN") << "mix" << Time(notANumber) << Time();
    QTest::newRow("infinite") << "mix" << Time() << Time(infinity);
}

void SignalTest::rejected() {
    QFETCH(QString, channel);
    QFETCH(std::optional<double>, start);
    QFETCH(std::optional<double>, end);
    const auto signal = extractSignal(stereo(), channel.toStdString(), start, end);
    QVERIFY(!signal.ok());
    QCOMPARE(signal.error().kind, ErrorKind::arguments);
    QVERIFY(!signal.error().message.empty());
}

void SignalTest::nonFiniteSamplesAreLocated() {
    AudioClip clip = stereo();
    clip.interleaved[2 * 7 + 1] = std::numeric_limits<float>::quiet_NaN();
    for (const char* channel : {"mix", "2"}) {
        const auto signal = extractSignal(clip, channel, {}, {});
        QVERIFY(!signal.ok());
        QCOMPARE(signal.error().kind, ErrorKind::input);
        QVERIFY(signal.error().message.find("0.7 s (sample 7 of channel 2)") != std::string::npos);
    }
}

void SignalTest::nonFiniteSamplesElsewhereDoNotMatter() {
    AudioClip clip = stereo();
    clip.interleaved[2 * 7 + 1] = std::numeric_limits<float>::infinity();
    QVERIFY(extractSignal(clip, "1", {}, {}).ok());
    QVERIFY(extractSignal(clip, "mix", 0.0, 0.7).ok());
}

void SignalTest::oneSample() {
    const AudioClip clip{"one", 44100, 1, {0.25F}, {}, 0, {}};
    const auto signal = extractSignal(clip, "mix", {}, {});
    QVERIFY(signal.ok());
    QCOMPARE((*signal)->samples, std::vector{0.25});
    const AudioClip empty{"none", 44100, 1, {}, {}, 0, {}};
    QVERIFY(!extractSignal(empty, "mix", {}, {}).ok());
}

QTEST_APPLESS_MAIN(SignalTest)
#include "signal_test.moc"
