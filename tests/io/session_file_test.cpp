// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions as files: what goes in comes out, and what didn't come from here is refused politely.
#include "core/io/packed_numbers.h"
#include "core/io/session_file.h"
#include "core/io/settings_json.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>

using namespace thetascope;

namespace {

constexpr int length = 4000;
constexpr double sampleRate = 8000;

Settings someSettings() {
    Settings settings;
    settings.support = 64;
    settings.hop = 50;
    settings.thetaMode = ThetaMode::time;
    settings.startSeconds = 0.25;
    settings.objective = "entropy";
    return settings;
}

Tiling someTiling(const ResolvedSettings& resolved) {
    Tiling tiling = initialTiling(resolved);
    for (Eigen::Index i = 0; i < tiling.theta.rows(); ++i) tiling.theta(i, 0) = 10 + 1.0 / (3 + static_cast<double>(i));
    return tiling;
}

SessionFile someSession() {
    SessionFile session;
    session.audio = {"../sounds/a \"b\" \xC3\xA9.wav", "00ff", sampleRate, 2, length};
    session.settings = someSettings();
    session.view = {{"start", 0.25}, {"end", 0.75}, {"split", true}};
    session.display = {{"colour-map", "viridis"}, {"floor", -70.5}};
    SessionRun& run = session.runs.emplace_back();
    const ResolvedSettings resolved = resolve(someSettings(), length, sampleRate);
    run.settings = resolved;
    run.reasonText = "plateau";
    run.stopReason = "plateau";
    run.bestIteration = 1;
    setTiling(run, someTiling(resolved));
    for (int i = 0; i < 3; ++i) {
        IterationRecord& record = run.history.emplace_back();
        record.iteration = i;
        record.objective = 9.5 - i / 3.0;
        record.terms = {{"entropy", 9.5 - i / 3.0, 1}};
        record.gradientNorm = i == 0 ? std::numeric_limits<double>::quiet_NaN() : 0.25;
        record.thetaMean = 32;
    }
    return session;
}

} // namespace

class SessionFileTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void writesTheSameBytesTwice();
    void settingsCanBeReadFromIt();
    void packedNumbersAreExact_data();
    void packedNumbersAreExact();
    void packedNumbersRefuse_data();
    void packedNumbersRefuse();
    void hostileOnesAreRefused_data();
    void hostileOnesAreRefused();
    void bracketsAskForNoMemory();
    void missingFile();
};

void SessionFileTest::comesBackAsItWas() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("s.thetascope").toStdString();
    const SessionFile before = someSession();
    QVERIFY(writeSession(path, before, "0.1").ok());
    const Result<SessionFile> after = readSession(path);
    QVERIFY2(after.ok(), after ? "" : after.error().message.c_str());
    QCOMPARE(after->audio.path, before.audio.path);
    QCOMPARE(after->audio.sha256, before.audio.sha256);
    QCOMPARE(after->audio.frames, before.audio.frames);
    QVERIFY(settingsToJson(after->settings) == settingsToJson(before.settings));
    QVERIFY(nlohmann::json(after->view) == nlohmann::json(before.view));
    QVERIFY(nlohmann::json(after->display) == nlohmann::json(before.display));
    QCOMPARE(after->runs.size(), std::size_t{1});
    const SessionRun& run = after->runs.front();
    QVERIFY(settingsToJson(run.settings) == settingsToJson(before.runs.front().settings));
    QCOMPARE(run.bestIteration, 1);
    QCOMPARE(run.history.size(), std::size_t{3});
    QCOMPARE(run.history[2].objective, before.runs.front().history[2].objective);
    QCOMPARE(run.history[2].terms.front().name, std::string("entropy"));
    QVERIFY(std::isnan(run.history[0].gradientNorm));
    const ResolvedSettings resolved = resolve(run.settings, length, sampleRate);
    const Result<Tiling> tiling = sessionTiling(run, resolved);
    QVERIFY(tiling.ok());
    const Tiling expected = someTiling(resolved);
    QVERIFY((tiling->theta == expected.theta).all());
    QVERIFY((tiling->positions == expected.positions).all());
    QCOMPARE(tiling->support, 64);
}

void SessionFileTest::writesTheSameBytesTwice() {
    QCOMPARE(sessionText(someSession(), "0.1"), sessionText(someSession(), "0.1"));
}

void SessionFileTest::settingsCanBeReadFromIt() {
    Settings settings;
    QVERIFY(parseSettings(sessionText(someSession(), "0.1"), settings).ok());
    QCOMPARE(settings.support, std::optional(64));
    QCOMPARE(settings.startSeconds, std::optional(0.25));
}

void SessionFileTest::packedNumbersAreExact_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("none") << std::vector<double>{};
    QTest::newRow("one") << std::vector<double>{0.1};
    QTest::newRow("extremes") << std::vector<double>{-0.0, 5e-324, 1.7976931348623157e308, -1e300};
    std::vector<double> many(1000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = std::sin(static_cast<double>(i));
    QTest::newRow("many") << many;
}

void SessionFileTest::packedNumbersAreExact() {
    QFETCH(std::vector<double>, values);
    const auto back = unpackNumbers(packNumbers(values), values.size());
    QVERIFY2(back.ok(), back ? "" : back.error().message.c_str());
    QCOMPARE(back->size(), values.size());
    if (!values.empty()) QVERIFY(std::memcmp(back->data(), values.data(), values.size() * sizeof(double)) == 0);
}

void SessionFileTest::packedNumbersRefuse_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<quint64>("count");
    const std::string three = packNumbers(std::vector<double>{1, 2, 3});
    QTest::newRow("fewer") << three << quint64{4};
    QTest::newRow("more") << three << quint64{2};
    QTest::newRow("none wanted") << three << quint64{0};
    QTest::newRow("no base64") << std::string("#!%&") << quint64{1};
    QTest::newRow("cut short") << three.substr(0, three.size() - 5) << quint64{3};
    QTest::newRow("half") << three.substr(0, 8) << quint64{3};
    QTest::newRow("not zlib") << std::string("AAAAAAAAAAAA") << quint64{3};
    QTest::newRow("empty") << std::string() << quint64{3};
    const std::string zeros = packNumbers(std::vector<double>(1'000'000));
    QTest::newRow("bomb") << zeros << quint64{10};
    QTest::newRow("claims a petabyte") << zeros << (quint64{1} << 47);
}

void SessionFileTest::packedNumbersRefuse() {
    QFETCH(std::string, text);
    QFETCH(quint64, count);
    const auto numbers = unpackNumbers(text, count);
    QVERIFY(!numbers.ok());
    QCOMPARE(numbers.error().kind, ErrorKind::input);
}

void SessionFileTest::hostileOnesAreRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("word"); // of the sentence
    QTest::newRow("newer") << QByteArray("\"thetascope-session\": 1") << QByteArray("\"thetascope-session\": 2") << QByteArray("newer");
    QTest::newRow("no session") << QByteArray("\"thetascope-session\"") << QByteArray("\"something\"") << QByteArray("missing");
    QTest::newRow("version text") << QByteArray("\"thetascope-session\": 1") << QByteArray("\"thetascope-session\": \"1\"") << QByteArray("whole number");
    QTest::newRow("frames negative") << QByteArray("\"frames\": 4000") << QByteArray("\"frames\": -4000") << QByteArray("frames");
    QTest::newRow("frames beyond 64 bits") << QByteArray("\"frames\": 4000") << QByteArray("\"frames\": 1e30") << QByteArray("frames");
    QTest::newRow("channels huge") << QByteArray("\"channels\": 2") << QByteArray("\"channels\": 99999999999") << QByteArray("channels");
    QTest::newRow("rate zero") << QByteArray("\"sample-rate\": 8000.0") << QByteArray("\"sample-rate\": 0") << QByteArray("sample-rate");
    QTest::newRow("path with a zero") << QByteArray("../sounds") << QByteArray("\\u0000sounds") << QByteArray("path");
    QTest::newRow("audio a list") << QByteArray("\"audio\": {") << QByteArray("\"audio\": [], \"x\": {") << QByteArray("audio");
    QTest::newRow("unknown setting") << QByteArray("\"hop\": 50.0") << QByteArray("\"hopp\": 50.0") << QByteArray("hopp");
    QTest::newRow("structured view") << QByteArray("\"split\": true") << QByteArray("\"split\": {}") << QByteArray("split");
    QTest::newRow("iteration out of turn") << QByteArray("\"iteration\": 1,") << QByteArray("\"iteration\": 7,") << QByteArray("iteration");
    QTest::newRow("best beyond the end") << QByteArray("\"best-iteration\": 1") << QByteArray("\"best-iteration\": 3") << QByteArray("best-iteration");
    QTest::newRow("history no list") << QByteArray("\"history\": [") << QByteArray("\"history\": 3, \"x\": [") << QByteArray("history");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("(") << QByteArray("JSON");
}

void SessionFileTest::hostileOnesAreRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, word);
    QByteArray text = QByteArray::fromStdString(sessionText(someSession(), "0.1"));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    const Result<SessionFile> session = parseSession(text.toStdString());
    QVERIFY(!session.ok());
    QCOMPARE(session.error().kind, ErrorKind::input);
    QVERIFY2(session.error().message.find(word.toStdString()) != std::string::npos, session.error().message.c_str());
}

void SessionFileTest::bracketsAskForNoMemory() {
    const std::string deep(1'000'000, '[');
    QVERIFY(!parseSession(deep).ok());
    std::string nested = sessionText(someSession(), "0.1");
    nested.insert(nested.find("\"view\": {") + 9, "\"x\": [[[[[[[[[[[[]]]]]]]]]]]], ");
    QVERIFY(!parseSession(nested).ok());
}

void SessionFileTest::missingFile() {
    const Result<SessionFile> session = readSession("/no/such/file.thetascope");
    QVERIFY(!session.ok());
    QVERIFY(session.error().message.starts_with("/no/such/file.thetascope: "));
}

QTEST_APPLESS_MAIN(SessionFileTest)
#include "session_file_test.moc"
