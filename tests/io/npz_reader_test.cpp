// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npz_reader.h"
#include "core/io/unzip.h"
#include "tests/support/python.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <zlib.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {


/// Deflated as Python's zipfile does it.
QByteArray deflatedRaw(const QByteArray& bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<int>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<int>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// The bytes of an archive of one text, and where its only member's bytes are.
struct Stored {
    std::string zip, name, content;
};

Stored storedZip(const std::string& text) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.npz");
    if (!writeNpz(path.toStdString(), {{"a", {}, text}})) return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const std::string zip = file.readAll().toStdString(), name = "a.npy";
    return {zip, name, unzip(zip).value().at(name)};
}

/// The same with its member deflated, made from the stored one by hand.
std::string deflatedZip(const Stored& stored) {
    const auto& [original, name, content] = stored;
    const QByteArray packed = deflatedRaw(QByteArray::fromStdString(content));
    const std::size_t header = 30 + name.size(), directory = header + content.size();
    std::string zip = original.substr(0, header) + packed.toStdString() + original.substr(directory);
    const auto put32 = [&](std::size_t at, std::size_t value) {
        for (int byte = 0; byte < 4; ++byte) zip[at + static_cast<std::size_t>(byte)] = static_cast<char>(value >> 8 * byte & 0xff);
    };
    const auto size = static_cast<std::size_t>(packed.size()), newDirectory = header + size;
    zip[8] = 8;
    put32(18, size);
    zip[newDirectory + 10] = 8;
    put32(newDirectory + 20, size);
    put32(zip.size() - 22 + 16, newDirectory);
    return zip;
}

NpzFile someFile() {
    NpzFile file;
    file.arrays["conv1.weight"] = {{2, 3, 1, 2}, {0, 0.5, -1, 2, 3, 4, 5, 6, 7, 8, 9, 1e-30}, true};
    file.arrays["theta"] = {{}, {34.912345678901234}, false};
    file.arrays["nothing"] = {{0, 5}, {}, false};
    file.arrays["edges"] = {{3}, {std::numeric_limits<double>::infinity(), -0.0, 5e-324}, false};
    file.texts["settings"] = "{\"theta\": 1}\n";
    return file;
}

} // namespace

class NpzReaderTest : public QObject {
    Q_OBJECT
private slots:
    void roundTrip() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("a.npz").toStdString();
        const NpzFile file = someFile();
        QVERIFY(writeNpz(path, entriesOf(file)).ok());
        const auto read = readNpz(path);
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->arrays.size(), file.arrays.size());
        for (const auto& [name, array] : file.arrays) {
            const NpzArray& other = read->arrays.at(name);
            QCOMPARE(other.shape, array.shape);
            QCOMPARE(other.single, array.single);
            QCOMPARE(other.values.size(), array.values.size());
            for (std::size_t i = 0; i < array.values.size(); ++i)
                QCOMPARE(other.values[i], array.single ? static_cast<double>(static_cast<float>(array.values[i])) : array.values[i]);
        }
        QCOMPARE(read->texts.at("settings"), file.texts.at("settings"));
    }

    void sameContentsGiveTheSameBytes() {
        const QTemporaryDir folder;
        const auto bytes = [&](const char* name) {
            const QString path = folder.filePath(name);
            if (!writeNpz(path.toStdString(), entriesOf(someFile()))) return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray first = bytes("a.npz");
        QVERIFY(!first.isEmpty());
        QCOMPARE(bytes("b.npz"), first);
    }

    void readsWhatOthersWrite() {
        // Python's zipfile judges the file, and its own deflated one is read back.
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.npz"), other = folder.filePath("b.npz");
        QVERIFY(writeNpz(path.toStdString(), entriesOf(someFile())).ok());
        const QString code =
            "import sys, zipfile\n"
            "z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None\n"
            "o = zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED)\n"
            "[o.writestr(n, z.read(n)) for n in z.namelist()]\n"
            "o.comment = b'made by python'; o.close()\n";
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        const QString complaint = complaintOfPython(code, {path, other});
        QVERIFY2(complaint.isNull(), qPrintable(complaint));
        const auto read = readNpz(other.toStdString());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->arrays.at("theta").values.front(), 34.912345678901234);
        QCOMPARE(read->arrays.at("conv1.weight").shape, (std::vector<std::size_t>{2, 3, 1, 2}));
    }

    void inflates() {
        const Stored stored = storedZip(std::string(5000, 'x'));
        const auto members = unzip(deflatedZip(stored));
        QVERIFY2(members.ok(), members.ok() ? "" : members.error().message.c_str());
        QCOMPARE(members->at("a.npy"), stored.content);
    }

    void everyTruncationIsAnError() {
        const std::string zip = storedZip("some content").zip;
        QVERIFY(unzip(zip).ok());
        for (std::size_t size = 0; size < zip.size(); ++size)
            QVERIFY2(!unzip(std::string_view(zip).substr(0, size)).ok(), qPrintable(QString::number(size)));
    }

    void damageIsNoticed() {
        const Stored stored = storedZip("some content");
        std::string damaged = stored.zip;
        damaged[30 + 5 + 3] = static_cast<char>(damaged[30 + 5 + 3] ^ 1); // a byte of the member
        QVERIFY(!unzip(damaged).ok());
        const std::string deflated = deflatedZip(stored);
        for (const std::string& zip : {stored.zip, deflated}) {
            for (std::size_t at = 0; at < zip.size(); ++at) { // anything may come out that says what is wrong, but no crash
                damaged = zip;
                damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
                const auto members = unzip(damaged);
                QVERIFY(members.ok() || !members.error().message.empty());
            }
        }
    }

    void errorsNameTheFile() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.npz");
        QVERIFY(readNpz(path.toStdString()).error().kind == ErrorKind::input);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no zip at all");
        file.close();
        const auto read = readNpz(path.toStdString());
        QVERIFY(!read.ok());
        QVERIFY(read.error().message.starts_with(path.toStdString() + ": "));
    }
};

QTEST_GUILESS_MAIN(NpzReaderTest)
#include "npz_reader_test.moc"
