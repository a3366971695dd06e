// SPDX-License-Identifier: GPL-3.0-or-later
// What the window decides: which region is taken, which settings change the picture, which arguments open it.
#include "app/session/region.h"
#include "app/session/session.h"
#include "app/window/hold_key.h"
#include "app/window/status_controller.h"
#include "app/window/window_program.h"
#include "core/model/settings_fields.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <cmath>

using namespace thetascope;

namespace {

Recording noiseRecording(double sampleRate, int frames, int channels) {
    auto clip = std::make_shared<AudioClip>();
    clip->name = "noise";
    clip->sampleRate = sampleRate;
    clip->channels = channels;
    std::uint32_t state = 1;
    for (int i = 0; i < frames * channels; ++i) {
        state = state * 1664525U + 1013904223U;
        clip->interleaved.push_back(static_cast<float>(state >> 8) / 16777216.0F - 0.5F);
    }
    return std::move(withChannel(clip, "mix")).value();
}

} // namespace

class ControllerTest : public QObject {
    Q_OBJECT

private slots:
    void regionRules_data() {
        QTest::addColumn<double>("duration");
        QTest::addColumn<double>("setStart"); // negative: open
        QTest::addColumn<double>("setEnd");
        QTest::addColumn<double>("viewStart");
        QTest::addColumn<double>("viewEnd");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<bool>("coarse");
        QTest::newRow("short: all of it") << 5.0 << -1.0 << -1.0 << 0.0 << 5.0 << 0.0 << 5.0 << true << false;
        QTest::newRow("short and zoomed: all of it") << 5.0 << -1.0 << -1.0 << 1.0 << 2.0 << 0.0 << 5.0 << true << false;
        QTest::newRow("set") << 60.0 << 3.0 << 4.5 << 0.0 << 60.0 << 3.0 << 4.5 << false << false;
        QTest::newRow("only a start") << 60.0 << 50.0 << -1.0 << 0.0 << 60.0 << 50.0 << 60.0 << false << false;
        QTest::newRow("an end beyond the file") << 60.0 << 50.0 << 99.0 << 0.0 << 60.0 << 50.0 << 60.0 << false << false;
        QTest::newRow("set longer than the limit") << 60.0 << 0.0 << 30.0 << 0.0 << 60.0 << 0.0 << 30.0 << false << false;
        QTest::newRow("long, zoomed in") << 60.0 << -1.0 << -1.0 << 12.3456 << 15.0 << 12.346 << 15.0 << false << false;
        QTest::newRow("long, all in view") << 60.0 << -1.0 << -1.0 << 0.0 << 60.0 << 25.0 << 35.0 << false << true;
        QTest::newRow("view beyond the end") << 60.0 << -1.0 << -1.0 << 55.0 << 80.0 << 55.0 << 60.0 << false << false;
        QTest::newRow("view outside altogether") << 60.0 << -1.0 << -1.0 << 70.0 << 80.0 << 25.0 << 35.0 << false << true;
    }

    void regionRules() {
        QFETCH(double, duration);
        QFETCH(double, setStart);
        QFETCH(double, setEnd);
        QFETCH(double, viewStart);
        QFETCH(double, viewEnd);
        const auto open = [](double value) { return value < 0 ? std::nullopt : std::optional(value); };
        const RegionChoice region = chooseRegion(duration, open(setStart), open(setEnd), {viewStart, viewEnd});
        QTEST(region.range.start, "start");
        QTEST(region.range.end, "end");
        QTEST(region.whole, "whole");
        QTEST(region.coarse, "coarse");
        QCOMPARE(region.asSet, setStart >= 0 || setEnd >= 0);
        QVERIFY(!region.sentence.empty());
    }

    void theSessionFillsTheRegionIn() {
        Session session;
        session.open(noiseRecording(1000, 30000, 1));
        const RegionChoice region = session.region({4, 6});
        QCOMPARE(session.settingsFor(region).startSeconds, std::optional(4.0));
        QCOMPARE(session.settingsFor(region).endSeconds, std::optional(6.0));
        QVERIFY(!session.settings().startSeconds); // it stays automatic
        QVERIFY(session.problems(region).empty());
        QCOMPARE(session.resolved(region).T, 1 + static_cast<int>(std::floor(2000 / session.resolved(region).H)));
    }

    void problemsAreFoundBeforeAnythingRuns() {
        Session session;
        session.open(noiseRecording(1000, 3000, 1));
        Settings settings;
        settings.support = 255;
        session.setSettings(settings);
        const Problems problems = session.problems(session.region({0, 3}));
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().field, std::string("support"));
    }

    void openingAnotherRecordingForgetsTheRegionOnly() {
        Session session;
        Settings settings;
        settings.startSeconds = 1;
        settings.hop = 50;
        session.setSettings(settings);
        session.open(noiseRecording(1000, 3000, 2));
        QVERIFY(!session.settings().startSeconds);
        QCOMPARE(session.settings().hop, std::optional(50.0));
    }

    void channelsAreMixedOrTaken() {
        const Recording both = noiseRecording(1000, 100, 2);
        const Recording second = *withChannel(both.clip, "2");
        QCOMPARE(second.samples->at(7), both.clip->interleaved[15]);
        QCOMPARE(both.samples->at(7), 0.5F * (both.clip->interleaved[14] + both.clip->interleaved[15]));
        const Result<Recording> third = withChannel(both.clip, "3");
        QVERIFY(!third);
        QVERIFY(third.error().message.find("channel \"3\"") != std::string::npos);
    }

    void onlySignalAndTransformChangeThePicture_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("same");
        QTest::newRow("hop") << "hop" << "33" << false;
        QTest::newRow("window") << "window" << "gaussian" << false;
        QTest::newRow("start") << "start" << "0.5" << false;
        QTest::newRow("theta mode") << "theta-mode" << "shared" << false;
        QTest::newRow("step") << "step" << "0.3" << true;
        QTest::newRow("objective") << "objective" << "entropy" << true;
        QTest::newRow("iterations") << "iterations" << "7" << true;
        QTest::newRow("threads") << "threads" << "2" << true;
    }

    void onlySignalAndTransformChangeThePicture() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, same);
        Settings changed;
        const SettingsField* const field = findField(key.toStdString());
        QVERIFY(field != nullptr);
        QCOMPARE(setFieldFromText(*field, changed, value.toStdString()), std::string());
        QCOMPARE(sameTransform(Settings{}, changed), same);
    }

    /// Frames under one pixel are pooled by their peak, so that a click of one sample is never lost.
    void theOverviewShowsALoneClickWhereItIs() {
        constexpr int length = 200000, click = 123456, columns = 100;
        auto clip = std::make_shared<AudioClip>();
        clip->sampleRate = 1000;
        clip->channels = 1;
        clip->interleaved.assign(length, 0.0F);
        clip->interleaved[click] = 1;
        const Recording recording = *withChannel(clip, "mix");
        const SampleRange all{0, length};
        Settings settings;
        settings.support = 256;
        const ResolvedSettings resolved = resolve(settings, length, 1000);
        const auto fine = makeOverview(recording.reader(), resolved, all, columns, OverviewDetail::fine, {});
        Eigen::Index row = 0, column = 0;
        QVERIFY(fine->magnitude.maxCoeff(&row, &column) > 0);
        QCOMPARE(static_cast<int>(row), click / (length / columns));
        QCOMPARE(fine->tiling.frames(), columns);
        const SampleRange part{120000, 130000}; // closer: the same click, in the column that it falls into now
        const auto close = makeOverview(recording.reader(), resolved, part, columns, OverviewDetail::fine, {});
        QVERIFY(close->magnitude.maxCoeff(&row, &column) > 0);
        QVERIFY(std::abs(static_cast<int>(row) - 34) <= 1);
        QVERIFY(std::abs(close->centreSeconds(static_cast<int>(row)) - 123.456) < 0.2);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!makeOverview(recording.reader(), resolved, all, columns, OverviewDetail::fine, stop.get_token()));
    }

    void startPicturesAreTheClassicalOnes() {
        const Recording recording = noiseRecording(1000, 3000, 1);
        Settings settings;
        settings.support = 128;
        settings.hop = 40;
        const Result<StartPictures> made = makeStartPictures(*recording.clip, settings, {});
        QVERIFY(made.ok());
        QVERIFY(made->classical->tiling.mode == ThetaMode::shared);
        QVERIFY(made->start->tiling.mode == ThetaMode::timeFrequency);
        QCOMPARE(made->start->tiling.theta.rows(), Eigen::Index{made->resolved.T});
        // The same windows by the engine of the start's own mode.
        const auto direct = transformAt(made->signal, made->resolved, made->start->tiling);
        constexpr float floatRounding = 1e-4F;
        const float worst = (direct->magnitude - made->start->magnitude).abs().maxCoeff();
        QVERIFY(worst < floatRounding * direct->magnitude.maxCoeff());
    }

    void speedIsOfTheNewestIterations() {
        std::vector<IterationRecord> records(1);
        QVERIFY(!millisecondsPerIteration(records));
        for (int i = 1; i <= 100; ++i) {
            IterationRecord record;
            record.seconds = records.back().seconds + (i <= 50 ? 1.0 : 0.01);
            records.push_back(record);
        }
        QVERIFY(std::abs(*millisecondsPerIteration(records) - 10.0) < 1e-9);
    }

    void aKeyIsHeldExceptInText() {
        QWidget window;
        QVBoxLayout column(&window);
        QWidget plot;
        QLineEdit text;
        plot.setFocusPolicy(Qt::StrongFocus);
        column.addWidget(&plot);
        column.addWidget(&text);
        window.show();
        const HoldKey hold(Qt::Key_A, nullptr);
        QSignalSpy changes(&hold, &HoldKey::heldChanged);
        QTest::keyPress(&plot, Qt::Key_A);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.takeFirst().first().toBool(), true);
        QTest::keyPress(&plot, Qt::Key_A); // held, not pressed again
        QCOMPARE(changes.count(), 0);
        QTest::keyRelease(&plot, Qt::Key_A);
        QCOMPARE(changes.takeFirst().first().toBool(), false);
        QTest::keyClick(&text, Qt::Key_A);
        QCOMPARE(changes.count(), 0);
        QCOMPARE(text.text(), QStringLiteral("a"));
        QTest::keyClick(&plot, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(changes.count(), 0);
    }

    void whoWantsTheCommandLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("commandLine");
        QTest::newRow("nothing") << QStringList{} << false;
        QTest::newRow("a file") << QStringList{"a.wav"} << false;
        QTest::newRow("an unknown option") << QStringList{"--wat"} << false;
        QTest::newRow("a file named as a subcommand") << QStringList{"./optimise"} << false;
        for (const char* const command : {"optimise", "evaluate", "reconstruct", "baselines", "scenes", "reproduce", "train", "demo", "presets",
                                          "objectives", "windows", "demos", "--help", "-h", "--version"}) {
            QTest::newRow(command) << QStringList{command} << true;
        }
        QTest::newRow("help after a file") << QStringList{"a.wav", "--help"} << true;
    }

    void whoWantsTheCommandLine() {
        QFETCH(QStringList, arguments);
        QList<QByteArray> bytes{"thetascope"};
        for (const QString& argument : arguments) bytes << argument.toUtf8();
        std::vector<const char*> argv;
        for (const QByteArray& argument : bytes) argv.push_back(argument.constData());
        QTEST(wantsCommandLine(static_cast<int>(argv.size()), argv.data()), "commandLine");
    }
};

QTEST_MAIN(ControllerTest)
#include "controller_test.moc"
