// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/input_file.h"
#include "tests/support/file_size_limit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace thetascope;

class AtomicFileTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string path(const char* name = "a.txt") { return m_folder->filePath(name).toStdString(); }
    QStringList entries() {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void appearsOnlyWhenWhole();
    void keepsTheOlderOneUntilThen();
    void moves();
    void fullDiskKeepsTheOlderOne();
    void placesThatCannotBeWritten();
    void folders();
    void readsBack();
    void readingRefused();
};

void AtomicFileTest::appearsOnlyWhenWhole() {
    {
        auto file = AtomicFile::create(path());
        QVERIFY(file.ok());
        QVERIFY(file->write("half").ok());
        QVERIFY(!QFile::exists(m_folder->filePath("a.txt")));
    }
    QVERIFY(entries().isEmpty());
    QVERIFY(writeTextFile(path(), "whole").ok());
    QCOMPARE(entries(), QStringList{"a.txt"});
    QCOMPARE(*readTextFile(path(), 100), std::string("whole"));
}

void AtomicFileTest::keepsTheOlderOneUntilThen() {
    QVERIFY(writeTextFile(path(), "old").ok());
    auto file = AtomicFile::create(path());
    QVERIFY(file.ok());
    QVERIFY(file->write("new").ok());
    QCOMPARE(*readTextFile(path(), 100), std::string("old"));
    QVERIFY(file->commit().ok());
    QCOMPARE(*readTextFile(path(), 100), std::string("new"));
    QVERIFY(!file->write("more").ok());
    QVERIFY(!file->commit().ok());
}

void AtomicFileTest::moves() {
    auto first = AtomicFile::create(path("one"));
    auto second = AtomicFile::create(path("two"));
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first->write("1").ok());
    AtomicFile moved = std::move(*first);
    moved = std::move(*second);
    QVERIFY(moved.write("2").ok());
    QVERIFY(moved.commit().ok());
    QCOMPARE(*readTextFile(path("two"), 10), std::string("2"));
}

void AtomicFileTest::fullDiskKeepsTheOlderOne() {
    QVERIFY(writeTextFile(path(), "old").ok());
    const Status status = [&] {
        const testing::FileSizeLimit limit(1000);
        return writeTextFile(path(), std::string(5000, 'x'));
    }();
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::output);
    QCOMPARE(entries(), QStringList{"a.txt"});
    QCOMPARE(*readTextFile(path(), 100), std::string("old"));
}

void AtomicFileTest::placesThatCannotBeWritten() {
    for (const std::string& place : {path("no/folder/a.txt"), m_folder->path().toStdString(), std::string("/dev/null"),
                                     std::string(), std::string("/proc/nothing")}) {
        const Status status = writeTextFile(place, "text");
        QVERIFY2(!status.ok(), place.c_str());
        QCOMPARE(status.error().kind, ErrorKind::output);
    }
}

void AtomicFileTest::folders() {
    QVERIFY(makeFolder(path("a/b/c")).ok());
    QVERIFY(QDir(m_folder->filePath("a/b/c")).exists());
    QVERIFY(makeFolder(path("a/b/c")).ok());
    QVERIFY(makeFolder(path("with slash/")).ok());
    QVERIFY(writeTextFile(path("file"), "x").ok());
    for (const std::string& place : {path("file"), path("file/below"), std::string(), std::string("/proc/nothing")}) {
        const Status status = makeFolder(place);
        QVERIFY2(!status.ok(), place.c_str());
        QCOMPARE(status.error().kind, ErrorKind::output);
    }
}

void AtomicFileTest::readsBack() {
    const std::string large(200000, 'y');
    QVERIFY(writeTextFile(path(), large).ok());
    QCOMPARE(*readTextFile(path(), large.size()), large);
    QVERIFY(writeTextFile(path(), "").ok());
    QCOMPARE(*readTextFile(path(), 0), std::string());
}

void AtomicFileTest::readingRefused() {
    QVERIFY(writeTextFile(path(), "12345").ok());
    QCOMPARE(readTextFile(path(), 4).error().kind, ErrorKind::input);
    QCOMPARE(readTextFile(path("missing"), 4).error().kind, ErrorKind::input);
    QCOMPARE(readTextFile(m_folder->path().toStdString(), 4).error().kind, ErrorKind::input);
    QCOMPARE(readTextFile("/dev/null", 4).error().kind, ErrorKind::input);
}

QTEST_APPLESS_MAIN(AtomicFileTest)
#include "atomic_file_test.moc"
