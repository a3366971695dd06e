// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings_fields.h"

#include <QtTest>

#include <set>

using namespace thetascope;

class SettingsFieldsTest : public QObject {
    Q_OBJECT

private slots:
    void everyOptionIsThereInOrder();
    void everyFieldIsDescribed();
    void textComesBack_data();
    void textComesBack();
    void refused_data();
    void refused();
    void valuesOfEveryKind();
    void defaultsLieWithinTheirRanges();
};

void SettingsFieldsTest::everyOptionIsThereInOrder() {
    const std::vector<std::string> expected{
        "channel", "start", "end", "support", "hop", "frames", "window", "normalise", "theta-mode", "theta-grid", "theta",
        "theta-start", "theta-min", "theta-max", "position-mode", "objective", "combine", "optimiser", "step", "schedule", "iterations", "stop", "seed", "threads",
        "precision", "engine"};
    std::vector<std::string> keys;
    for (const SettingsField& field : settingsFields())
        keys.push_back(field.key);
    QCOMPARE(keys, expected);
    QCOMPARE(findField("nothing"), nullptr);
    QCOMPARE(findField("hop"), &settingsFields()[4]);
}

void SettingsFieldsTest::everyFieldIsDescribed() {
    std::set<std::string> labels;
    for (const SettingsField& field : settingsFields()) {
        QVERIFY2(!field.label.empty() && field.help.ends_with('.'), field.key.c_str());
        QVERIFY2(labels.insert(field.label).second, field.key.c_str());
        const bool number = field.kind == FieldKind::real || field.kind == FieldKind::integer;
        QVERIFY2(!number || field.maximum > field.minimum, field.key.c_str());
        QVERIFY2(!number || field.increment > 0, field.key.c_str());
        for (const FieldChoice& choice : field.choices)
            QVERIFY2(!choice.name.empty() && !choice.sentence.empty(), field.key.c_str());
    }
    QVERIFY(findField("step")->live && findField("objective")->live);
    QVERIFY(!findField("support")->live);
}

void SettingsFieldsTest::textComesBack_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const auto row = [](const char* key, const char* text, const char* again = nullptr) {
        QTest::addRow("%s %s", key, text) << QString(key) << QString(text) << QString(again ? again : text);
    };
    row("channel", "mix");
    row("channel", "2");
    row("start", "0.1");
    row("start", "auto");
    row("support", "4096");
    row("support", "+16", "16");
    row("support", "1e3", "1000");
    row("support", "auto");
    row("hop", "33.333333333333336");
    row("hop", "1e-05");
    for (const char* name : {"cover", "inside"})
        row("frames", name);
    row("window", "hann");
    for (const char* name : {"none", "sum", "energy"})
        row("normalise", name);
    for (const char* name : {"shared", "time", "frequency", "time-frequency"})
        row("theta-mode", name);
    row("theta-grid", "1x1");
    row("theta-grid", "24x6");
    row("theta-grid", "auto");
    row("theta", "auto");
    row("theta-min", "0.5");
    row("theta-min", "auto");
    row("theta-max", "4095");
    for (const char* name : {"fixed", "hop", "hops", "frames"})
        row("position-mode", name);
    row("objective", "entropy+0.01*smoothness");
    row("optimiser", "sgd");
    row("step", "0.1");
    row("iterations", "0");
    for (const char* name : {"plateau", "none"})
        row("stop", name);
    row("seed", "9223372036854775807");
    row("threads", "0");
    for (const char* name : {"double", "float"})
        row("precision", name);
}

void SettingsFieldsTest::textComesBack() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    const SettingsField* const field = findField(key.toStdString());
    QVERIFY(field);
    Settings settings;
    QCOMPARE(setFieldFromText(*field, settings, text.toStdString()), std::string());
    QTEST(QString::fromStdString(fieldText(*field, settings)), "again");
}

void SettingsFieldsTest::refused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* key, const char* text) {
        QTest::addRow("%s '%s'", key, text) << QString(key) << QString(text);
    };
    for (const char* text : {"", "4096 samples", "abc", "1.5", "99999999999", "1e300", "0x10", "nan", "4096,"})
        row("support", text);
    for (const char* text : {"", "a", "1,5", "--3", "+-3", " 3", "3 "})
        row("hop", text);
    row("step", "auto");
    row("theta-mode", "Time");
    row("theta-mode", "");
    row("precision", "single");
    for (const char* text : {"", "x", "1", "0x1", "1x0", "-1x1", "1x1x1", "1 x 1"})
        row("theta-grid", text);
    row("seed", "-1");
    row("seed", "9223372036854775808");
    row("objective", "");
    row("channel", "");
}

void SettingsFieldsTest::refused() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    const SettingsField* const field = findField(key.toStdString());
    QVERIFY(field);
    Settings settings;
    const std::string before = fieldText(*field, settings);
    QVERIFY(!setFieldFromText(*field, settings, text.toStdString()).empty());
    QCOMPARE(fieldText(*field, settings), before);
}

void SettingsFieldsTest::valuesOfEveryKind() {
    Settings settings;
    const SettingsField& support = *findField("support");
    QVERIFY(support.set(settings, 512.0).empty()); // a JSON number with a point
    QCOMPARE(settings.support, std::optional(512));
    QVERIFY(!support.set(settings, 512.5).empty());
    QVERIFY(support.set(settings, std::string("auto")).empty());
    QCOMPARE(settings.support, std::optional<int>());
    QVERIFY(findField("hop")->set(settings, std::int64_t{7}).empty());
    QCOMPARE(settings.hop, std::optional(7.0));
    QVERIFY(findField("hop")->set(settings, FieldValue()).empty());
    QVERIFY(!settings.hop);
    QVERIFY(findField("channel")->set(settings, std::int64_t{2}).empty());
    QCOMPARE(settings.channel, std::string("2"));
    QVERIFY(!findField("step")->set(settings, FieldValue()).empty());
    QVERIFY(!findField("normalise")->set(settings, FieldValue()).empty());
    QVERIFY(!findField("normalise")->set(settings, 1.0).empty());
}

void SettingsFieldsTest::defaultsLieWithinTheirRanges() {
    const Settings settings;
    for (const SettingsField& field : settingsFields()) {
        const FieldValue value = field.get(settings);
        QCOMPARE(value.index() == 0, field.optional);
        const auto* const real = std::get_if<double>(&value);
        const auto* const integer = std::get_if<std::int64_t>(&value);
        const double number = real ? *real : integer ? double(*integer) : field.minimum;
        QVERIFY2(number >= field.minimum && number <= field.maximum, field.key.c_str());
    }
}

QTEST_APPLESS_MAIN(SettingsFieldsTest)
#include "settings_fields_test.moc"
