// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/settings_json.h"

#include "core/model/settings_fields.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace thetascope;

namespace {

Settings unusual() {
    Settings settings;
    settings.channel = "2";
    settings.startSeconds = 0.1;
    settings.endSeconds = 1.0 / 3;
    settings.support = 1000;
    settings.hop = 33.3;
    settings.frames = FrameLayout::inside;
    settings.window = "gaussian";
    settings.normalise = Normalisation::sum;
    settings.thetaMode = ThetaMode::frequency;
    settings.thetaGrid = {24, 6};
    settings.theta = 577;
    settings.thetaMin = 0.5;
    settings.thetaMax = 999;
    settings.positionMode = PositionMode::hop;
    settings.objective = "-1*coverage+renyi(alpha=3)";
    settings.optimiser = "sgd";
    settings.step = 1e-3;
    settings.iterations = 7;
    settings.stop = StopMode::none;
    settings.seed = 9007199254740993ULL; // not a double
    settings.threads = 3;
    settings.precision = Precision::doublePrecision;
    return settings;
}

void compare(const Settings& actual, const Settings& expected) {
    for (const SettingsField& field : settingsFields())
        QCOMPARE(fieldText(field, actual), fieldText(field, expected));
}

} // namespace

class SettingsJsonTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private slots:
    void everySettingComesBack();
    void openSettingsAreNull();
    void documentsOfEveryKind_data();
    void documentsOfEveryKind();
    void refused_data();
    void refused();
    void filesAreNamed();
    void presetsOfTheProgram();
};

void SettingsJsonTest::everySettingComesBack() {
    const std::string text = settingsToJson(unusual()).dump();
    Settings again;
    const Status status = parseSettings(text, again);
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().message.c_str());
    compare(again, unusual());
    Settings byDefault = unusual();
    QVERIFY(settingsFromJson(settingsToJson(Settings()), byDefault).ok());
    compare(byDefault, Settings());
}

void SettingsJsonTest::openSettingsAreNull() {
    const auto object = settingsToJson(Settings());
    QCOMPARE(object.size(), settingsFields().size());
    QVERIFY(object["support"].is_null());
    QCOMPARE(object.begin().key(), std::string("channel"));
}

void SettingsJsonTest::documentsOfEveryKind_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("bare") << R"({"hop": 10})";
    QTest::newRow("run.json") << R"({"thetascope": "1", "source": {"hop": "x"}, "settings": {"hop": 10}, "result": []})";
    QTest::newRow("whole number with a point") << R"({"hop": 10.0, "support": 512.0})";
    QTest::newRow("auto") << R"({"hop": 10, "theta": "auto", "support": null})";
    QTest::newRow("channel as a number") << R"({"hop": 10, "channel": 1})";
}

void SettingsJsonTest::documentsOfEveryKind() {
    QFETCH(QString, text);
    Settings settings;
    settings.thetaMin = 17;
    QVERIFY(parseSettings(text.toStdString(), settings).ok());
    QCOMPARE(settings.hop, std::optional(10.0));
    QCOMPARE(settings.thetaMin, std::optional(17.0)); // not named: left
}

void SettingsJsonTest::refused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << "" << "not JSON";
    QTest::newRow("cut") << R"({"hop": 10)" << "not JSON";
    QTest::newRow("binary") << QString(QChar(0x1)) << "not JSON";
    QTest::newRow("list") << "[1, 2]" << "no settings";
    QTest::newRow("number") << "1" << "no settings";
    QTest::newRow("settings is a list") << R"({"settings": []})" << "\"settings\"";
    QTest::newRow("unknown key") << R"({"hopp": 10})" << "\"hopp\"";
    QTest::newRow("text for a number") << R"({"hop": "10"})" << "\"hop\" must be a number";
    QTest::newRow("true") << R"({"theta-min": true})" << "\"theta-min\"";
    QTest::newRow("list for a number") << R"({"theta-min": [4]})" << "\"theta-min\"";
    QTest::newRow("null for a needed one") << R"({"step": null})" << "\"step\"";
    QTest::newRow("half a sample") << R"({"support": 1024.5})" << "\"support\" must be a whole number";
    QTest::newRow("beyond integers") << R"({"iterations": 1e300})" << "\"iterations\"";
    QTest::newRow("seed too large") << R"({"seed": 18446744073709551615})" << "\"seed\"";
    QTest::newRow("no such choice") << R"({"theta-mode": "diagonal"})" << "\"time-frequency\"";
    QTest::newRow("number for a choice") << R"({"normalise": 2})" << "\"normalise\"";
    QTest::newRow("deeply nested") << QString("[").repeated(100000) << "not JSON";
}

void SettingsJsonTest::refused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    Settings settings = unusual();
    const Status status = parseSettings(text.toStdString(), settings);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::arguments);
    QVERIFY2(status.error().message.find(says.toStdString()) != std::string::npos, status.error().message.c_str());
    compare(settings, unusual());
}

void SettingsJsonTest::filesAreNamed() {
    Settings settings;
    const std::string missing = m_folder.filePath("missing.json").toStdString();
    QCOMPARE(readSettings(missing, settings).error().kind, ErrorKind::input);
    QCOMPARE(readSettings(m_folder.path().toStdString(), settings).error().kind, ErrorKind::input);
    QFile file(m_folder.filePath("a.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"settings": {"hop": 12, "stepp": 1}})");
    file.close();
    const Status status = readSettings(file.fileName().toStdString(), settings);
    QVERIFY(!status.ok());
    QVERIFY(status.error().message.starts_with(file.fileName().toStdString()));
    QVERIFY(!settings.hop); // nothing changes on an error
}

void SettingsJsonTest::presetsOfTheProgram() {
    const QDir folder(testing::sourceRoot() + "/resources/presets");
    const QStringList names = folder.entryList({"*.json"});
    QVERIFY(names.contains("sharpen.json"));
    for (const QString& name : names) {
        Settings settings;
        const Status status = readSettings(folder.filePath(name).toStdString(), settings);
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message.c_str());
        QVERIFY2(validate(settings, 441000, 44100).empty(), qPrintable(name));
    }
}

QTEST_APPLESS_MAIN(SettingsJsonTest)
#include "settings_json_test.moc"
