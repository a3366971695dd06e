// SPDX-License-Identifier: GPL-3.0-or-later
// The disk under the window goes wrong: full, read-only, gone (as a network folder goes: unmounted beneath it). Whatever is written says so
// in one sentence with its path, leaves the older file whole and nothing half-written, and the window goes on.
#include "core/io/result_reader.h"
#include "core/io/session_file.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"

#include <QDir>
#include <QDirIterator>
#include <functional>
#include <sys/mount.h>
#include <unistd.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Room for every older file of a row, and for little more.
constexpr const char* diskOptions = "size=2m";
constexpr qint64 page = 4096;

enum class Fault { full, fillsUp, readOnly, gone };

/// Something the window writes, below a folder.
struct Writing {
    const char* name;
    void (*write)(OpenWindow&, const QString& path);
};

const Writing writings[] = {
    {"mine.thetascope", [](OpenWindow& program, const QString& path) { program.controller.sessions().saveTo(path); }},
    {"numbers", [](OpenWindow& program, const QString& path) { program.controller.exports().exportNumbers(path); }},
    {"picture.png", [](OpenWindow& program, const QString& path) { program.controller.exports().exportPicture(path); }},
    {"picture.svg", [](OpenWindow& program, const QString& path) { program.controller.exports().exportPicture(path); }},
    {"picture.pdf", [](OpenWindow& program, const QString& path) { program.controller.exports().exportPicture(path); }},
    {"numbers.npz", [](OpenWindow& program, const QString& path) { program.controller.exports().exportArchive(path); }},
    {"layer.csv", [](OpenWindow& program, const QString& path) { program.controller.exports().exportLayer(path, LayerKind::grid); }},
    {"sound.wav", [](OpenWindow& program, const QString& path) { program.controller.exports().exportSound(path); }},
    {"run.apng", [](OpenWindow& program, const QString& path) { program.controller.exports().exportAnimation(path); }}};

constexpr int numbers = 1; ///< the writing of several files

/// Everything below a folder, by its path.
QMap<QString, QByteArray> filesBelow(const QString& folder) {
    QMap<QString, QByteArray> files;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        files[path] = readBytes(path);
    }
    return files;
}

} // namespace

class WindowFaultsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_settings;
    QTemporaryDir m_folder;
    QString m_sound, m_disk;
    bool m_mounted = false;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A disk of its own, as root only may have one; false if this machine lets nobody.
    bool mountDisk() {
        m_mounted = ::geteuid() == 0 && QDir().mkpath(m_disk) && ::mount("tmpfs", qPrintable(m_disk), "tmpfs", 0, diskOptions) == 0;
        return m_mounted;
    }

    void happen(Fault fault) {
        if (fault == Fault::full || fault == Fault::fillsUp)
            writeBytes(m_disk + "/filler", QByteArray(4 << 20, 'x')); // as much of it as there is room for
        if (fault == Fault::fillsUp) { // room for the arrays again, but not for the rest of a result
            const qint64 arrays = QFileInfo(m_disk + "/numbers/magnitude.npy").size() + QFileInfo(m_disk + "/numbers/stft.npy").size();
            QVERIFY(QFile::resize(m_disk + "/filler", QFileInfo(m_disk + "/filler").size() - arrays - page));
        }
        if (fault == Fault::readOnly) QCOMPARE(::mount(nullptr, qPrintable(m_disk), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
        if (fault == Fault::gone) {
            QCOMPARE(::umount2(qPrintable(m_disk), MNT_DETACH), 0);
            QVERIFY(QDir().rmdir(m_disk));
            QVERIFY(writeBytes(m_disk, "")); // nor can it be made again
            m_mounted = false;
        }
    }

    static void sharpened(OpenWindow& program, const QString& sound) {
        QVERIFY(program.open(sound));
        Settings settings = quickSettings();
        settings.iterations = 4;
        settings.precision = Precision::doublePrecision; // arrays take what is asked for them beforehand, to the byte
        QVERIFY(program.edit(settings) && program.sharpen() && program.waitFor(RunState::idle) && program.idle());
    }

    static void saysSo(OpenWindow& program, const QString& about) {
        const MessageBar& bar = *program.panes().messages;
        QVERIFY2(bar.isVisible() && bar.kind() == MessageBar::Kind::error, qPrintable(bar.text()));
        QVERIFY2(bar.text().contains(about) && bar.text().count('\n') == 0, qPrintable(bar.text()));
    }

private slots:
    void initTestCase() {
        m_sound = path("sound.wav");
        QVERIFY(writeMonoWav(m_sound, toneAndClick()));
    }

    void init() { m_disk = path("disk"); }

    void cleanup() {
        if (m_mounted) QCOMPARE(::umount2(qPrintable(m_disk), MNT_DETACH), 0);
        m_mounted = false;
        QFile::remove(m_disk);
        QDir(m_disk).removeRecursively();
    }

    void writing_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("what");
        const std::pair<const char*, Fault> faults[] = {{"full disk", Fault::full}, {"read-only", Fault::readOnly}, {"gone", Fault::gone}};
        for (const auto& [name, fault] : faults)
            for (std::size_t what = 0; what < std::size(writings); ++what)
                QTest::addRow("%s: %s", name, writings[what].name) << static_cast<int>(fault) << static_cast<int>(what);
        QTest::newRow("fills up: numbers") << static_cast<int>(Fault::fillsUp) << numbers;
    }

    void writing() {
        QFETCH(int, fault);
        QFETCH(int, what);
        if (!mountDisk()) QSKIP("this machine does not let anybody mount a tmpfs");
        const Writing& writing = writings[what];
        const QString place = m_disk + '/' + QLatin1String(writing.name);
        OpenWindow program;
        sharpened(program, m_sound);
        writing.write(program, place);
        QVERIFY(program.idle());
        QVERIFY2(program.panes().messages->kind() != MessageBar::Kind::error, qPrintable(program.panes().messages->text()));
        const auto older = filesBelow(m_disk);
        QVERIFY(!older.empty());

        happen(static_cast<Fault>(fault));
        const QByteArray filler = readBytes(m_disk + "/filler");
        sharpened(program, m_sound); // something new to write
        program.panes().messages->clear();
        writing.write(program, place);
        QVERIFY(program.idle());
        saysSo(program, m_disk);
        auto now = filesBelow(m_disk);
        now.remove(m_disk + "/filler");
        if (static_cast<Fault>(fault) != Fault::gone) QCOMPARE(now, older);
        program.panes().messages->clear();
        writing.write(program, path(QStringLiteral("elsewhere-%1").arg(QLatin1String(writing.name)))); // the window goes on
        QVERIFY(program.idle());
        QVERIFY2(program.panes().messages->kind() != MessageBar::Kind::error, qPrintable(program.panes().messages->text()));
    }

    void autosaving_data() {
        QTest::addColumn<int>("fault");
        QTest::newRow("full disk") << static_cast<int>(Fault::full); // (none turns read-only below the lock that a window holds there)
        QTest::newRow("gone") << static_cast<int>(Fault::gone);
    }

    /// What was kept for recovery stays; that no more can be kept is said.
    void autosaving() {
        QFETCH(int, fault);
        if (!mountDisk()) QSKIP("this machine does not let anybody mount a tmpfs");
        OpenWindow program;
        program.controller.autosave().setInterval(0);
        program.controller.autosave().start(m_disk);
        int saved = 0, failed = 0;
        connect(&program.controller.autosave(), &AutosaveController::saved, &program.window, [&] { ++saved; });
        connect(&program.controller.autosave(), &AutosaveController::failed, &program.window, [&] { ++failed; });
        sharpened(program, m_sound); // the end of a run is kept
        QVERIFY(OpenWindow::waitUntil([&] { return saved > 0; }));
        const QString kept = program.controller.autosave().path();
        const QByteArray older = readBytes(kept);
        QVERIFY(parseSession(older.toStdString()).ok());

        happen(static_cast<Fault>(fault));
        sharpened(program, m_sound); // so would be this one's: no clearing of messages from here on, the sentence comes once
        QVERIFY(OpenWindow::waitUntil([&] { return failed > 0; }));
        QVERIFY2(program.panes().messages->text().contains("recovery"), qPrintable(program.panes().messages->text()));
        saysSo(program, m_disk);
        if (static_cast<Fault>(fault) != Fault::gone) QCOMPARE(readBytes(kept), older);
    }

    void aFolderOfNobody() {
        OpenWindow program;
        sharpened(program, m_sound);
        for (const Writing& writing : writings) {
            program.panes().messages->clear();
            writing.write(program, QStringLiteral("/proc/nowhere/") + QLatin1String(writing.name));
            QVERIFY(program.idle());
            saysSo(program, QStringLiteral("/proc/nowhere"));
            if (QTest::currentTestFailed()) return;
        }
    }
};

QTEST_MAIN(WindowFaultsTest)
#include "window_faults_test.moc"
