// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every source file of the tree and fails on an include that the table of rooms and doors forbids.
#include "tests/support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace thetascope::testing;

namespace {

/// A room: a folder, the folders it may include from, and the headers beyond the standard library that it may name.
struct Room {
    QString folder;
    QStringList doors;
    QStringList libraries;         ///< prefixes of <...> includes
    QStringList forbiddenStandard; ///< standard headers it must not name
};

const QStringList noFilesNoClock = {"fstream", "filesystem", "iostream", "chrono"};
const QStringList noFiles = {"fstream", "filesystem", "iostream"};

/// The table of the design, `architecture.md`. A file belongs to the room with the longest folder that it lies in.
const std::vector<Room>& rooms() {
    static const QStringList engines = {"core/base/", "core/model/", "core/fft/", "core/window/", "core/dstft/",
                                        "core/objective/", "core/optim/", "core/choice/", "core/run/"};
    static const std::vector<Room> table = {
        {"core/base/", {"core/base/"}, {"Eigen/", "sched.h"}, noFilesNoClock},
        {"core/model/", {"core/base/", "core/model/"}, {"Eigen/"}, noFilesNoClock},
        {"core/fft/", {"core/base/", "core/fft/"}, {"Eigen/", "fftw3.h"}, noFilesNoClock},
        {"core/window/", {"core/base/", "core/window/"}, {"Eigen/"}, noFilesNoClock},
        {"core/dstft/", {"core/base/", "core/model/", "core/fft/", "core/window/", "core/dstft/"}, {"Eigen/"}, noFilesNoClock},
        {"core/objective/", {"core/base/", "core/model/", "core/objective/"}, {"Eigen/"}, noFilesNoClock},
        {"core/optim/", {"core/base/", "core/optim/"}, {"Eigen/"}, noFilesNoClock},
        {"core/choice/", {"core/base/", "core/model/", "core/window/", "core/dstft/", "core/objective/", "core/choice/"}, {"Eigen/"},
         noFilesNoClock},
        {"core/run/", engines, {"Eigen/", "sys/resource.h", "unistd.h"}, noFiles},
        {"core/inverse/", {"core/base/", "core/model/", "core/fft/", "core/window/", "core/dstft/", "core/inverse/"}, {"Eigen/"},
         noFilesNoClock},
        {"core/baselines/", engines + QStringList{"core/baselines/"}, {"Eigen/"}, noFilesNoClock},
        {"core/learn/", engines + QStringList{"core/learn/"}, {"Eigen/"}, noFiles},
        {"core/io/", {"core/base/", "core/model/", "core/io/"},
         {"Eigen/", "sndfile.h", "nlohmann/", "zlib.h", "unistd.h", "dirent.h", "fcntl.h", "sys/file.h", "sys/resource.h",
          "sys/stat.h"}, {"chrono"}},
        {"ui/", {"ui/", "core/base/", "core/model/"}, {"Q", "qcustomplot.h", "Eigen/", "unistd.h", "sys/resource.h"}, {}},
        {"app/", {"app/", "ui/", "core/"}, {"Q", "qcustomplot.h", "Eigen/", "CLI/", "nlohmann/", "fcntl.h", "unistd.h", "malloc.h", "sys/"}, {}},
        {"tests/", {"app/", "ui/", "core/", "tests/"},
         {"Q", "qcustomplot.h", "Eigen/", "nlohmann/", "fftw3.h", "sndfile.h", "zlib.h", "unistd.h", "sys/", "fcntl.h", "malloc.h",
          "dlfcn.h", "link.h", "netdb.h"}, {}},
    };
    return table;
}

const Room* roomOf(const QString& path) {
    const auto& table = rooms();
    const auto room = std::find_if(table.begin(), table.end(), [&](const Room& r) { return path.startsWith(r.folder); });
    return room == table.end() ? nullptr : &*room;
}

bool startsWithAny(const QString& text, const QStringList& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString& prefix) { return text.startsWith(prefix); });
}

/// Why a file must not have this include, given as written with its brackets or quotes; empty if it may.
QString objection(const QString& path, const QString& include) {
    static const QRegularExpression standardHeader("^[a-z_0-9]+$");
    const Room* room = roomOf(path);
    if (!room) return path + " lies in no room of the table";
    const QString target = include.mid(1, include.size() - 2);
    if (include.startsWith('"')) {
        if (target == QFileInfo(path).completeBaseName() + ".moc") return {};
        return startsWithAny(target, room->doors) ? QString() : path + " must not include " + include;
    }
    const bool allowed = standardHeader.match(target).hasMatch() ? !room->forbiddenStandard.contains(target)
                                                                 : startsWithAny(target, room->libraries);
    return allowed ? QString() : path + " must not include " + include;
}

QString contentOf(const QString& relativePath) {
    QFile file(sourceRoot() + '/' + relativePath);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Paths below the root of every file in the source folders whose name matches.
QStringList sourceFiles(const QStringList& patterns) {
    const QDir root(sourceRoot());
    QStringList paths;
    for (const char* folder : {"app", "core", "ui", "tests"}) {
        QDirIterator files(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) paths << root.relativeFilePath(files.next());
    }
    paths.sort();
    return paths;
}

QStringList includesOf(const QString& source) {
    static const QRegularExpression line("^\\s*#\\s*include\\s*([\"<][^\">]+[\">])", QRegularExpression::MultilineOption);
    QStringList includes;
    for (auto match = line.globalMatch(source); match.hasNext();) includes << match.next().captured(1);
    return includes;
}

/// All that a target_link_libraries(target ...) of a CMake file names.
QString linkLine(const QString& cmakeFile, const QString& target) {
    const QRegularExpression line("target_link_libraries\\(" + target + "\\s([^)]*)\\)");
    return line.match(contentOf(cmakeFile)).captured(1);
}

} // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT
private slots:
    void rule_data();
    void rule();
    void everyIncludeIsAllowed();
    void everyFileNamesItsLicence();
    void topLevelIsTheHouse();
    void buildListsTheRooms();
    void linkLinesKeepTheDirection();
};

void ArchitectureTest::rule_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("a term sees a spectrogram") << "core/objective/entropy.cpp" << "\"core/model/tiling.h\"" << true;
    QTest::newRow("a term sees no engine") << "core/objective/entropy.cpp" << "\"core/dstft/engine.h\"" << false;
    QTest::newRow("an optimiser sees no spectrogram") << "core/optim/adam.cpp" << "\"core/model/snapshot.h\"" << false;
    QTest::newRow("a view sees no engine") << "ui/map.cpp" << "\"core/dstft/engine.h\"" << false;
    QTest::newRow("a view sees no run") << "ui/map.cpp" << "\"core/run/descent.h\"" << false;
    QTest::newRow("a view sees plain values") << "ui/map.cpp" << "\"core/model/snapshot.h\"" << true;
    QTest::newRow("a view sees no app") << "ui/map.cpp" << "\"app/session/session.h\"" << false;
    QTest::newRow("the core has no Qt") << "core/run/descent.cpp" << "<QString>" << false;
    QTest::newRow("the core has no files") << "core/dstft/engine.cpp" << "<fstream>" << false;
    QTest::newRow("the core has no clock") << "core/objective/entropy.cpp" << "<chrono>" << false;
    QTest::newRow("a run measures its time") << "core/run/descent.cpp" << "<chrono>" << true;
    QTest::newRow("FFTW behind one room") << "core/dstft/engine.cpp" << "<fftw3.h>" << false;
    QTest::newRow("FFTW in its room") << "core/fft/fft.cpp" << "<fftw3.h>" << true;
    QTest::newRow("files see no engine") << "core/io/npy.cpp" << "\"core/run/descent.h\"" << false;
    QTest::newRow("the app sees everything") << "app/cli/command_line.cpp" << "\"core/run/descent.h\"" << true;
    QTest::newRow("nobody sees the tests") << "app/cli/command_line.cpp" << "\"tests/support/paths.h\"" << false;
    QTest::newRow("includes are root-relative") << "core/optim/adam.cpp" << "\"optimiser.h\"" << false;
    QTest::newRow("no room") << "core/misc/thing.cpp" << "<vector>" << false;
}

void ArchitectureTest::rule() {
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    QCOMPARE(objection(path, include).isEmpty(), allowed);
}

void ArchitectureTest::everyIncludeIsAllowed() {
    QStringList objections;
    int seen = 0;
    for (const QString& path : sourceFiles({"*.h", "*.cpp"})) {
        for (const QString& include : includesOf(contentOf(path))) {
            ++seen;
            if (const QString why = objection(path, include); !why.isEmpty()) objections << why;
        }
    }
    QVERIFY(seen > 0);
    QVERIFY2(objections.isEmpty(), qPrintable('\n' + objections.join('\n')));
}

void ArchitectureTest::everyFileNamesItsLicence() {
    const QString licence = "SPDX-License-Identifier: GPL-3.0-or-later\n";
    QStringList without;
    for (const QString& path : sourceFiles({"*.h", "*.cpp"}))
        if (!contentOf(path).startsWith("// " + licence)) without << path;
    for (const QString& path : QStringList("CMakeLists.txt") + sourceFiles({"CMakeLists.txt"}))
        if (!contentOf(path).startsWith("# " + licence)) without << path;
    for (const char* script : {"run", "check", ".ci/run", ".ci/setup.sh"})
        if (!contentOf(script).contains("# " + licence)) without << script;
    QVERIFY2(without.isEmpty(), qPrintable("the first line is no licence line in:\n" + without.join('\n')));
}

void ArchitectureTest::topLevelIsTheHouse() {
    QStringList folders = QDir(sourceRoot()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    folders.removeIf([](const QString& name) { return name == "build" || name.startsWith("build-"); });
    QCOMPARE(folders, QStringList({"app", "core", "resources", "tests", "ui"}));
}

void ArchitectureTest::buildListsTheRooms() {
    static const QRegularExpression pattern("\\b(\\w+)/\\*\\.cpp");
    QStringList built;
    for (auto match = pattern.globalMatch(contentOf("core/CMakeLists.txt")); match.hasNext();)
        built << match.next().captured(1);
    for (const QString& name : built) QVERIFY2(roomOf("core/" + name + '/'), qPrintable("no room of the table: core/" + name));

    const QDir core(sourceRoot() + "/core");
    for (const QString& name : core.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QVERIFY2(roomOf("core/" + name + '/'), qPrintable("no room of the table: core/" + name));
        const bool hasCode = !QDir(core.filePath(name)).entryList({"*.cpp"}, QDir::Files).isEmpty();
        QVERIFY2(!hasCode || built.contains(name), qPrintable("not built by core/CMakeLists.txt: core/" + name));
    }
}

void ArchitectureTest::linkLinesKeepTheDirection() {
    const std::map<QString, QPair<QString, QStringList>> forbidden = {
        {"thetascope_core", {"core/CMakeLists.txt", {"Qt6", "QCustomPlot", "sndfile", "thetascope_io", "thetascope_ui"}}},
        {"thetascope_io", {"core/CMakeLists.txt", {"Qt6", "QCustomPlot", "thetascope_ui", "thetascope_app"}}},
        {"thetascope_ui", {"ui/CMakeLists.txt", {"thetascope_io", "thetascope_app", "sndfile", "fftw"}}},
    };
    for (const auto& [target, rule] : forbidden) {
        const QString line = linkLine(rule.first, target);
        QVERIFY2(!line.isEmpty(), qPrintable("no link line found for " + target));
        for (const QString& name : rule.second) QVERIFY2(!line.contains(name), qPrintable(target + " links " + name));
    }
}

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
