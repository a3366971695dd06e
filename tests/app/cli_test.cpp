// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says of itself, and of arguments that mean nothing.
#include "app/cli/lists.h"
#include "app/cli/presets.h"
#include "app/cli/progress.h"
#include "app/cli/summary.h"
#include "core/model/settings_fields.h"
#include "core/run/check_settings.h"
#include "tests/support/cli_program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

using namespace thetascope;
using namespace thetascope::testing;

class CliTest : public QObject {
    Q_OBJECT
private slots:
    void version();
    void help_data();
    void help();
    void helpNamesEverySetting();
    void lists_data();
    void lists();
    void badArguments_data();
    void badArguments();
    void demoWritesAudio();
    void demoRefuses_data();
    void demoRefuses();
    void everyPresetCanStart();
    void foldersOfSeveralFiles();
    void overallCodes_data();
    void overallCodes();
    void summaryIsQuoted();
    void iterationAsJson();
    void barFitsTheTerminal();
};

void CliTest::version() {
    const Outcome outcome = runProgram({"--version"});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(QRegularExpression("^thetascope \\d+\\.\\d+\\.\\d+\n$").match(outcome.out).hasMatch(), qPrintable(outcome.out));
}

void CliTest::help_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("program") << QStringList{"--help"} << "optimise";
    for (const char* command : {"optimise", "evaluate", "demo"})
        QTest::newRow(command) << QStringList{command, "--help"} << "--out";
    for (const char* list : {"presets", "objectives", "windows", "demos"})
        QTest::newRow(list) << QStringList{list, "--help"} << list;
}

void CliTest::help() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const Outcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(word), qPrintable(outcome.out));
    QCOMPARE(outcome.err, QString());
}

void CliTest::helpNamesEverySetting() {
    for (const char* command : {"optimise", "evaluate"}) {
        const QString help = runProgram({command, "--help"}).out;
        for (const SettingsField& field : settingsFields())
            QVERIFY2(help.contains(QString::fromStdString("--" + field.key)), field.key.c_str());
        for (const char* flag : {"--out", "--preset", "--config", "--positions", "--images", "--quiet", "--progress"})
            QVERIFY2(help.contains(flag), flag);
    }
    const QString help = runProgram({"evaluate", "--help"}).out;
    QVERIFY(help.contains("--gradients") && help.contains("--check-gradients"));
}

void CliTest::lists_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("member");
    QTest::newRow("presets") << "presets" << "sharpen";
    QTest::newRow("objectives") << "objectives" << "entropy";
    QTest::newRow("windows") << "windows" << "gaussian-paper";
    QTest::newRow("demos") << "demos" << "three-components";
}

void CliTest::lists() {
    QFETCH(QString, list);
    QFETCH(QString, member);
    const Outcome outcome = runProgram({list});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QString());
    const QStringList lines = outcome.out.split('\n', Qt::SkipEmptyParts);
    QStringList names;
    for (const QString& line : lines) {
        const QStringList parts = line.split('\t');
        QVERIFY2(parts.size() == 2 && !parts[0].isEmpty() && parts[1].contains(' '), qPrintable(line));
        names << parts[0];
    }
    QVERIFY2(names.contains(member), qPrintable(outcome.out));
    QCOMPARE(static_cast<std::size_t>(names.size()), listEntries(list.toStdString()).size());
}

void CliTest::badArguments_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList run{"optimise", "demo:chirp-clicks", "--out", "/nowhere/at/all"};
    QTest::newRow("no output folder") << QStringList{"optimise", "demo:chirp-clicks"} << "--out";
    QTest::newRow("no file") << QStringList{"optimise", "--out", "x"} << "FILE";
    QTest::newRow("unknown option") << run + QStringList{"--sharpness", "3"} << "sharpness";
    QTest::newRow("unknown preset") << run + QStringList{"--preset", "blur"} << "blur";
    QTest::newRow("unknown picture") << run + QStringList{"--images", "png,gif"} << "gif";
    QTest::newRow("empty picture list") << run + QStringList{"--images", ""} << "--images";
    QTest::newRow("unknown progress") << run + QStringList{"--progress", "loud"} << "--progress";
    QTest::newRow("quiet progress") << run + QStringList{"--progress", "json", "--quiet"} << "--progress";
    QTest::newRow("option twice") << run + QStringList{"--hop", "3", "--hop", "4"} << "--hop";
    QTest::newRow("gradients of a descent") << run + QStringList{"--gradients"} << "gradients";
    QTest::newRow("two files to evaluate") << QStringList{"evaluate", "demo:shocks", "demo:shocks", "--out", "x"} << "demo:shocks";
    QTest::newRow("knots") << run + QStringList{"--theta-grid", "24"} << "--theta-grid";
}

void CliTest::badArguments() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(outcome.err.startsWith("thetascope: ") && outcome.err.contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

void CliTest::demoWritesAudio() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("shocks.wav");
    QCOMPARE(runProgram({"demo", "shocks", "--out", path}).code, 0);
    const QByteArray first = readBytes(path);
    QVERIFY(first.startsWith("RIFF"));
    QCOMPARE(runProgram({"demo", "shocks", "--out", path}).code, 0);
    QCOMPARE(readBytes(path), first); // the same signal every time
}

void CliTest::demoRefuses_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown name") << "silence" << "x.wav" << 2;
    QTest::newRow("unwritable") << "shocks" << "/proc/x.wav" << 4;
    QTest::newRow("no such folder") << "shocks" << "/nowhere/at/all/x.wav" << 4;
}

void CliTest::demoRefuses() {
    QFETCH(QString, name);
    QFETCH(QString, path);
    const Outcome outcome = runProgram({"demo", name, "--out", path});
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.errLines().size(), 1);
}

void CliTest::everyPresetCanStart() {
    constexpr int length = 44100;
    QCOMPARE(presets().front().name, std::string(defaultPreset));
    for (const Preset& preset : presets()) {
        const Problems problems = checkSettings(preset.settings, {}, length, length);
        QVERIFY2(problems.empty(), problems.empty() ? "" : (preset.name + ": " + problems[0].field + " " + problems[0].message).c_str());
        QVERIFY(!preset.description.empty());
    }
    QCOMPARE(findPreset("no such preset"), static_cast<const Preset*>(nullptr));
}

void CliTest::foldersOfSeveralFiles() {
    const std::vector<std::string> folders = outputFolders("out", {"a/x.wav", "b/x.flac", "demo:shocks", "x-2", "/"});
    QCOMPARE(folders, (std::vector<std::string>{"out/x", "out/x-2", "out/demo-shocks", "out/x-2-2", "out/result"}));
}

void CliTest::overallCodes_data() {
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<int>("overall");
    QTest::newRow("all well") << QList<int>{0, 0} << 0;
    QTest::newRow("one unreadable") << QList<int>{0, 3, 0} << 1;
    QTest::newRow("all bad") << QList<int>{2, 2} << 1;
    QTest::newRow("interrupted") << QList<int>{0, 3, 130} << 130;
}

void CliTest::overallCodes() {
    QFETCH(QList<int>, codes);
    std::vector<FileOutcome> outcomes;
    for (const int code : codes)
        outcomes.push_back({.file = "f", .folder = "d", .code = static_cast<ExitCode>(code)});
    QTEST(static_cast<int>(overallCode(outcomes)), "overall");
}

void CliTest::summaryIsQuoted() {
    FileOutcome outcome{.file = "a,\"b\".wav", .folder = "out/x", .code = ExitCode::input, .message = "no, \"never\""};
    const QStringList lines = QString::fromStdString(summaryCsv({outcome})).split('\n');
    QCOMPARE(lines[0], QString("file,folder,status,exit_code,iterations,initial_objective,best_objective,message"));
    QVERIFY2(lines[1].contains("\"a,\"\"b\"\".wav\"") && lines[1].contains(",unreadable,3,0,,,"), qPrintable(lines[1]));
}

void CliTest::iterationAsJson() {
    IterationRecord record;
    record.iteration = 7;
    record.objective = 9.25;
    record.terms = {{"entropy", 9.0, 1}, {"smoothness", 2.5, 0.1}};
    record.gradientNorm = std::numeric_limits<double>::quiet_NaN();
    const std::string line = iterationJson("a\"b\xff.wav", record); // a name that is neither JSON nor UTF-8
    QVERIFY(line.find('\n') == std::string::npos);
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    QCOMPARE(object["iteration"].toInt(), 7);
    QCOMPARE(object["objective"].toDouble(), 9.25);
    QCOMPARE(object["terms"].toObject()["smoothness"].toDouble(), 2.5);
    QVERIFY(object["gradient_norm"].isNull());
}

void CliTest::barFitsTheTerminal() {
    IterationRecord record;
    record.iteration = 50;
    record.objective = 9.5;
    const std::string wide = progressBar("trumpet.ogg", record, 200, 200);
    QVERIFY(wide.find("50/200") != std::string::npos && wide.find("trumpet.ogg") != std::string::npos);
    QCOMPARE(std::count(wide.begin(), wide.end(), '#'), 6); // a quarter of 24
    QVERIFY(progressBar(std::string(500, 'x'), record, 200, 40).size() < 40);
    QCOMPARE(std::count_if(wide.begin(), wide.end(), [](char c) { return c == '\n'; }), 0);
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
