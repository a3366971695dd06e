// SPDX-License-Identifier: GPL-3.0-or-later
// The program opens no network connection: none of its own code could, and none of the libraries it loads does, on the command line or in
// the window from its start to its end.
#include "tests/support/cli_program.h"
#include "tests/support/paths.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace thetascope::testing;

namespace {

constexpr int waitMs = 120'000;

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

#ifdef THETASCOPE_NO_NETWORK
    QProcessEnvironment watched(const QString& notes) const {
        QProcessEnvironment environment = headlessEnvironment();
        environment.insert("LD_PRELOAD", THETASCOPE_NO_NETWORK);
        environment.insert("THETASCOPE_NETWORK_NOTES", path(notes));
        environment.insert("XDG_CONFIG_HOME", path("config"));
        environment.insert("XDG_DATA_HOME", path("data"));
        environment.insert("XDG_STATE_HOME", path("state"));
        return environment;
    }

    QStringList noted(const QString& notes) const { return QString::fromUtf8(readBytes(path(notes))).split('\n', Qt::SkipEmptyParts); }

    static void run(QProcess& process, const QString& program, const QStringList& arguments, const QProcessEnvironment& environment) {
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        QVERIFY2(process.waitForFinished(waitMs), qPrintable(process.errorString()));
    }
#endif

private slots:
    /// Symbols of sockets, names and Qt's network module in the program itself.
    void theProgramHasNoMeansTo() {
        const QString nm = QStandardPaths::findExecutable(QStringLiteral("nm"));
        if (nm.isEmpty()) QSKIP("nm (binutils) is not installed");
        QProcess process;
        process.start(nm, {"--dynamic", "--undefined-only", "--without-symbol-versions", programPath()});
        QVERIFY(process.waitForFinished(waitMs));
        const QStringList symbols = QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
        QVERIFY(symbols.size() > 100);
        static const QRegularExpression network("\\b(socket|connect|bind|listen|accept4?|send(to|msg)?|recv(from|msg)?|getaddrinfo|"
                                                "gethostby\\w+|res_\\w+|\\w*Q(Network|Tcp|Udp|Ssl|Http|Host|Local|Abstract)(Access|Socket|Server|Info|Request)\\w*)$");
        const QStringList found = symbols.filter(network);
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

#ifdef THETASCOPE_NO_NETWORK
    /// So that silence means something: what does reach for the network is noted.
    void theWatchSees() {
        QProcess process;
        run(process, "/bin/bash", {"-c", "exec 3<>/dev/tcp/127.0.0.1/9"}, watched("bash"));
        const QStringList notes = noted("bash");
        QVERIFY2(!notes.filter("socket ").isEmpty() || !notes.filter("name ").isEmpty(), qPrintable(notes.join('\n')));
    }

    void theCommandLine() {
        QVERIFY(writeMonoWav(path("sound.wav"), toneAndClick()));
        QProcess process;
        run(process, programPath(), {"optimise", path("sound.wav"), "--out", path("out"), "--support", "64", "--hop", "32", "--iterations", "2"},
            watched("typed"));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(noted("typed").size(), 1); // that it was watched
    }

    void theWindow() {
        QProcess process;
        QProcessEnvironment environment = watched("window");
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.start(programPath(), {"--log-file", path("window.log"), "demo:two-tones"});
        const auto kept = [&] { return QFile::exists(path("data/thetascope/thetascope/recovery")); }; // made last, when all is shown
        QVERIFY(QTest::qWaitFor([&] { return kept() || process.state() == QProcess::NotRunning; }, waitMs));
        QCOMPARE(process.state(), QProcess::Running);
        process.terminate();
        QVERIFY(process.waitForFinished(waitMs));
        QCOMPARE(noted("window").size(), 1);
    }
#endif
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
