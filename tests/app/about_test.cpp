// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says of itself: versions, processor, parts; and what a report leaves out.
#include "app/about/environment.h"
#include "app/window/text_box.h"
#include "core/base/kernel_clone.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

using namespace thetascope;
using namespace thetascope::testing;

class AboutTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;

private slots:
    void versionInOneLineAndInMany() {
        const Outcome brief = runProgram({"--version"});
        QCOMPARE(brief.code, 0);
        QCOMPARE(brief.out.count('\n'), 1);
        for (const QStringList& words : {QStringList{"--version", "--verbose"}, QStringList{"--verbose", "--version"}}) {
            const Outcome full = runProgram(words);
            QCOMPARE(full.code, 0);
            for (const char* const name : {"Thetascope: ", "Qt: 6.", "FFT: fftw-3", "sound files: libsndfile-", "Eigen: 3.", "QCustomPlot: 2.",
                                           "processor features: ", "kernels: ", "threads: ", "memory: ", "engine by default: "})
                QVERIFY2(full.out.contains(QLatin1String(name)), name);
        }
    }

    void kernelsAreThoseOfTheProcessor() {
        const QString kernels = QString::fromLatin1(kernelClone());
        QVERIFY(QStringList({"baseline", "x86-64-v3", "x86-64-v4"}).contains(kernels));
    }

    void reportsHoldNoNames_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("home") << "in /home/ada alone" << "in ~ alone";
        QTest::newRow("path") << "/home/ada/music/song.wav: is bad" << "<file>.wav: is bad";
        QTest::newRow("other path") << "can't open /media/disk/x/y.flac now" << "can't open <file>.flac now";
        QTest::newRow("no ending") << "/etc/passwd; done" << "<file>; done";
        QTest::newRow("in quotes") << "\"/home/ada/my music/a song.wav\" is bad" << "\"<file>.wav\" is bad";
        QTest::newRow("named") << "secret talk.wav holds nothing" << "<file>.wav holds nothing";
        QTest::newRow("relative") << "../tapes/one.wav ends" << "<file>.wav ends";
        QTest::newRow("spaces, as errors begin") << "latest error: /home/ada/my music/a song.wav: is bad" << "latest error: <file>.wav: is bad";
        QTest::newRow("numbers stay") << "3/4 of 1.5 s, 20 dB/octave" << "3/4 of 1.5 s, 20 dB/octave";
    }

    void reportsHoldNoNames() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::string clean = withoutPrivateNames(text.toStdString(), "/home/ada", {"secret talk.wav"});
        QCOMPARE(QString::fromStdString(clean), expected);
    }

    void theReportIsCopied() {
        QTemporaryDir folder;
        const QString sound = folder.filePath("private name.wav");
        QVERIFY(writeMonoWav(sound, toneAndClick()));
        OpenWindow program;
        QVERIFY(program.open(sound));
        program.actions().about->trigger();
        auto* const box = program.window.findChild<TextBox*>(QStringLiteral("about"));
        QVERIFY(box != nullptr && box->text().contains(QStringLiteral("kernels")));
        auto* const copy = box->findChild<QPushButton*>(QStringLiteral("copyReport"));
        QVERIFY(copy != nullptr);
        copy->click();
        QVERIFY(box->isVisible());
        const QString report = QGuiApplication::clipboard()->text();
        for (const char* const part : {"Thetascope: ", "settings: {", "recording: "}) QVERIFY2(report.contains(QLatin1String(part)), part);
        QVERIFY(!report.contains("private") && !report.contains(folder.path()));
        box->close();
    }

    void partsAreListed() {
        const QByteArray text = readBytes(QFileInfo(programPath()).absolutePath() + "/../thetascope.cdx.json");
        const QJsonObject bom = QJsonDocument::fromJson(text).object();
        QCOMPARE(bom["bomFormat"].toString(), QString("CycloneDX"));
        QStringList names;
        for (const QJsonValue component : bom["components"].toArray()) {
            names << component["name"].toString();
            QVERIFY2(QRegularExpression("^\\d+(\\.\\d+)+").match(component["version"].toString()).hasMatch(), qPrintable(names.back()));
            QVERIFY(!component["licenses"].toArray().isEmpty());
        }
        QCOMPARE(names, (QStringList{"Qt", "QCustomPlot", "FFTW", "libsndfile", "zlib", "Eigen", "nlohmann-json", "CLI11"}));
    }
};

QTEST_MAIN(AboutTest)
#include "about_test.moc"
