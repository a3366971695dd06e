// SPDX-License-Identifier: GPL-3.0-or-later
// Animated PNG, read again by a reader of its own and by Qt, which knows only the first frame.
#include "core/io/apng.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <zlib.h>

using namespace thetascope;

namespace {

QByteArray png(QColor colour, QSize size = {20, 10}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    image.setText("Settings", "{\"hop\": 64}");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

struct Chunk {
    QByteArray type, data;
    bool crcIsRight = false;
};

std::vector<Chunk> chunksOf(const QByteArray& file) {
    std::vector<Chunk> chunks;
    for (qsizetype place = 8; place + 12 <= file.size();) {
        const auto length = qFromBigEndian<quint32>(file.constData() + place);
        const QByteArray body = file.mid(place + 4, 4 + length);
        const auto crc = qFromBigEndian<quint32>(file.constData() + place + 8 + length);
        const auto expected = crc32(0, reinterpret_cast<const Bytef*>(body.constData()), static_cast<uInt>(body.size()));
        chunks.push_back({body.left(4), body.mid(4), crc == expected});
        place += 12 + length;
    }
    return chunks;
}

} // namespace

class ApngTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void framesComeInTurn() {
        auto writer = ApngWriter::create(path("a.png"), 3, 40, 1000);
        QVERIFY(writer.ok());
        for (const QColor colour : {Qt::red, Qt::green, Qt::blue}) QVERIFY(writer->add(png(colour).toStdString()).ok());
        QVERIFY(writer->finish().ok());
        QFile file(m_folder.filePath("a.png"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        quint32 sequence = 0;
        QList<int> delays;
        QByteArray types;
        for (const Chunk& chunk : chunksOf(file.readAll())) {
            QVERIFY2(chunk.crcIsRight, chunk.type.constData());
            types += chunk.type + ' ';
            if (chunk.type == "fcTL" || chunk.type == "fdAT") QCOMPARE(qFromBigEndian<quint32>(chunk.data.constData()), sequence++);
            if (chunk.type == "acTL") QCOMPARE(qFromBigEndian<quint32>(chunk.data.constData()), 3U);
            if (chunk.type != "fcTL") continue;
            QCOMPARE(chunk.data.size(), 26);
            QCOMPARE(qFromBigEndian<quint32>(chunk.data.constData() + 4), 20U);
            delays << qFromBigEndian<quint16>(chunk.data.constData() + 20);
        }
        QCOMPARE(delays, (QList<int>{40, 40, 1000}));
        QVERIFY2(types.startsWith("IHDR acTL ") && types.contains("fcTL IDAT") && types.endsWith("fcTL fdAT IEND "), types);
        const QImage first(m_folder.filePath("a.png"));
        QCOMPARE(first.pixelColor(3, 3), QColor(Qt::red));
        QCOMPARE(first.text("Settings"), QString("{\"hop\": 64}"));
    }

    void whatDoesNotFitIsRefused() {
        auto writer = ApngWriter::create(path("b.png"), 2, 40, 1000);
        QVERIFY(writer.ok());
        QVERIFY(writer->add(png(Qt::red).toStdString()).ok());
        QVERIFY_EXCEPTION_THROWN(writer->add(png(Qt::red, {21, 10}).toStdString()), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(writer->add("no PNG at all"), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(writer->finish(), std::logic_error);
        QVERIFY(!QFile::exists(m_folder.filePath("b.png")));
        QVERIFY(!ApngWriter::create("/no/such/folder/a.png", 1, 40, 40).ok());
    }
};

QTEST_APPLESS_MAIN(ApngTest)
#include "apng_test.moc"
