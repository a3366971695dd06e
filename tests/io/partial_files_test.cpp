// SPDX-License-Identifier: GPL-3.0-or-later
// What killed writers leave, and that nobody's live file is ever taken for it.
#include "core/io/partial_files.h"

#include "core/io/atomic_file.h"
#include "core/io/input_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace thetascope;

namespace {

/// Runs `work` in a forked child, which says through a pipe when it is done and then waits to be killed.
template <class Work>
pid_t childThat(Work work) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    const pid_t child = fork();
    if (child == 0) {
        const auto result = work();
        const char done = result ? 1 : 0;
        if (::write(ends[1], &done, 1) != 1) _exit(1);
        for (;;) pause();
    }
    char done = 0;
    const bool told = ::read(ends[0], &done, 1) == 1 && done == 1;
    ::close(ends[0]);
    ::close(ends[1]);
    return told ? child : -1;
}

bool killAndReap(pid_t child) {
    int status = 0;
    return child > 0 && kill(child, SIGKILL) == 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

constexpr time_t hour = 3600, day = 24 * hour;

bool makeOlder(const std::string& path, time_t seconds) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0) return false;
    const timespec times[2] = {{file.st_atime - seconds, 0}, {file.st_mtime - seconds, 0}};
    return utimensat(AT_FDCWD, path.c_str(), times, 0) == 0;
}

} // namespace

class PartialFilesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string folder() const { return m_folder->path().toStdString(); }
    std::string path(const std::string& name) const { return folder() + "/" + name; }
    QStringList entries() const {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    }
    void put(const std::string& name) const { QVERIFY(QFile(QString::fromStdString(path(name))).open(QIODevice::WriteOnly)); }
    /// A child that is in the middle of writing a file.
    pid_t writer(const std::string& name) const {
        return childThat([&] {
            static Result<AtomicFile> file = AtomicFile::create(path(name));
            return file.ok() && file->write("half").ok();
        });
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKilledWritersFileGoesALivingOnesStays() {
        const pid_t child = writer("a.npy");
        QVERIFY(child > 0);
        QCOMPARE(entries().size(), 1);
        QVERIFY(makeFolder(folder()).ok());
        QVERIFY(writeTextFile(path("a.npy"), "other").ok()); // the same file beside it
        QVERIFY(makeOlder(path(entries().filter("partial").value(0).toStdString()), 2 * day)); // however long it takes
        QCOMPARE(sweepPartials(folder()), 0);
        QCOMPARE(entries().size(), 2);
        QVERIFY(killAndReap(child));
        QCOMPARE(sweepPartials(folder()), 1);
        QCOMPARE(entries(), QStringList{"a.npy"});
        QCOMPARE(*readTextFile(path("a.npy"), 10), std::string("other"));
    }

    void aFileTakesItsOwnLeftoversAwayAndNoOthers() {
        for (const char* const name : {"a.thetascope", "b.thetascope"}) QVERIFY(killAndReap(writer(name)));
        QCOMPARE(entries().size(), 2);
        QVERIFY(writeTextFile(path("a.thetascope"), "whole").ok());
        QCOMPARE(entries().size(), 2);
        QCOMPARE(entries().filter("partial").filter("b.thetascope").size(), 1);
        QVERIFY(makeFolder(folder()).ok());
        QCOMPARE(entries(), QStringList{"a.thetascope"});
    }

    void anotherMachinesFileStaysForADay() {
        const QString name = QStringLiteral("a.npy.partial-feedf00d-12-0"); // or of before a power cut
        put(name.toStdString());
        QCOMPARE(sweepPartials(folder()), 0);
        QVERIFY(makeOlder(path(name.toStdString()), 23 * hour));
        QCOMPARE(sweepPartials(folder()), 0);
        QVERIFY(makeOlder(path(name.toStdString()), 2 * hour));
        QVERIFY(makeOlder(folder(), 2 * hour)); // nothing says that a day went by since
        QCOMPARE(sweepPartials(folder()), 0);
        QVERIFY(makeOlder(folder(), -2 * hour));
        QCOMPARE(sweepPartials(folder()), 1);
        QVERIFY(entries().isEmpty());
    }

    void whatLooksLikeOneStays() {
        const QStringList names{"a.partial-", "a.partial-12-0", "a.partial-draft", "a.partial-1", "a.partial-12-3x", "a.partial-feedf00-1-2",
                                "a.partial-feedf00d-1-2.bak", "a.partial-0-feedf00d-1-2", "partial-1-2"};
        for (const QString& name : names) {
            put(name.toStdString());
            QVERIFY(makeOlder(path(name.toStdString()), 2 * day));
        }
        const std::string link = partialName(path("link")), nested = partialName(path("folder"));
        QVERIFY(symlink(path("a.partial-1").c_str(), link.c_str()) == 0);
        QVERIFY(QDir().mkdir(QString::fromStdString(nested)));
        QVERIFY(mkfifo(partialName(path("pipe")).c_str(), 0600) == 0);
        QCOMPARE(sweepPartials(folder()), 0);
        QCOMPARE(entries().size(), names.size() + 3);
    }

    void foldersThatCannotBeListed() {
        QCOMPARE(sweepPartials(path("missing")), 0);
        QCOMPARE(sweepPartials("/dev/null"), 0);
    }

    /// An end without destructors: what this process has open goes; what it only reads, or is named like that of another, stays.
    void openOnesAreRemoved() {
        const std::string elsewhere = "a.partial-feedf00d-1-2", closed = partialName("closed");
        put(elsewhere);
        put(closed);
        QFile other(QString::fromStdString(path(elsewhere)));
        QVERIFY(other.open(QIODevice::ReadOnly));
        Result<AtomicFile> one = AtomicFile::create(path("one")), two = AtomicFile::create(path("two"));
        QVERIFY(one.ok() && two.ok());
        QCOMPARE(entries().size(), 4);
        removeOpenPartials();
        QCOMPARE(entries(), QStringList({QString::fromStdString(elsewhere), QString::fromStdString(closed)}));
        QVERIFY(!one->commit().ok());
    }

    /// Another process sweeps as fast as it can: no file of ours may go before it is whole.
    void sweepingBesideWriters() {
        const pid_t sweeper = fork();
        if (sweeper == 0)
            for (;;) sweepPartials(folder());
        bool whole = true;
        for (int i = 0; whole && i < 200; ++i) {
            const Status written = writeTextFile(path("a" + std::to_string(i)), "text");
            if (!written) qWarning("%s", written.error().message.c_str());
            whole = written.ok();
        }
        QVERIFY(killAndReap(sweeper));
        QVERIFY(whole);
        QCOMPARE(entries().size(), 200);
    }
};

QTEST_APPLESS_MAIN(PartialFilesTest)
#include "partial_files_test.moc"
