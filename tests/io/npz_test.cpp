// SPDX-License-Identifier: GPL-3.0-or-later
// .npz archives, read again by NumPy where there is one, and member by member by our own .npy reader.
#include "core/io/npy.h"
#include "core/io/npz.h"
#include "tests/support/python.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int localRecord = 30;

std::vector<NpzEntry> someEntries() {
    return {{"theta", {2, 3}, std::vector<double>{1, 2, 3, 4, 5, 6.5}},
            {"stft", {2}, std::vector<std::complex<float>>{{1, -2}, {0.5F, 4}}},
            {"single", {}, std::vector<double>{0.1}},
            {"none", {0}, std::vector<float>{}},
            {"run", {}, std::string("{\"θ\": 1}")}};
}

/// The first member's bytes, taken out by the local record's own numbers.
QByteArray firstMember(const QByteArray& archive) {
    const auto size = qFromLittleEndian<quint32>(archive.constData() + 18);
    const auto name = qFromLittleEndian<quint16>(archive.constData() + 26);
    return archive.mid(localRecord + name, size);
}

} // namespace

class NpzTest : public QObject {
    Q_OBJECT

private slots:
    void membersAreNpyFiles();
    void numpyReadsIt();
    void writesTheSameBytesTwice();
    void valuesMustFillTheirShape();
    void aPlaceThatCannotBeWritten();

private:
    QByteArray written(const QString& name);
    QTemporaryDir m_folder;
};

QByteArray NpzTest::written(const QString& name) {
    const QString path = m_folder.filePath(name);
    if (!writeNpz(path.toStdString(), someEntries()).ok()) return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void NpzTest::membersAreNpyFiles() {
    const QByteArray archive = written("a.npz");
    QVERIFY(archive.startsWith("PK\3\4"));
    QFile member(m_folder.filePath("theta.npy"));
    QVERIFY(member.open(QIODevice::WriteOnly));
    member.write(firstMember(archive));
    member.close();
    const Result<NpyArray> theta = readNpy(member.fileName().toStdString());
    QVERIFY(theta.ok());
    QCOMPARE(theta->shape, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(theta->real.back(), 6.5);
}

void NpzTest::numpyReadsIt() {
    if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
    QVERIFY(!written("b.npz").isEmpty());
    const QString code =
        "import sys, json, numpy as n\n"
        "z = n.load(sys.argv[1], allow_pickle=False)\n"
        "assert z.zip.testzip() is None\n"
        "assert sorted(z.files) == ['none', 'run', 'single', 'stft', 'theta'], z.files\n"
        "assert z['theta'].dtype == n.float64 and z['theta'].tolist() == [[1, 2, 3], [4, 5, 6.5]]\n"
        "assert z['stft'].dtype == n.complex64 and z['stft'][0] == 1 - 2j\n"
        "assert z['single'].shape == () and z['single'] == 0.1\n"
        "assert z['none'].shape == (0,) and z['none'].dtype == n.float32\n"
        "assert json.loads(z['run'].item().decode()) == {'\\u03b8': 1}\n";
    const QString complaint = complaintOfPython(code, {m_folder.filePath("b.npz")});
    QVERIFY2(complaint.isNull(), qPrintable(complaint));
}

void NpzTest::writesTheSameBytesTwice() { QCOMPARE(written("c.npz"), written("d.npz")); }

void NpzTest::valuesMustFillTheirShape() {
    QVERIFY_EXCEPTION_THROWN(
        writeNpz(m_folder.filePath("e.npz").toStdString(), {{"x", {3}, std::vector<double>{1, 2}}}), std::invalid_argument);
    QVERIFY(!QFile::exists(m_folder.filePath("e.npz")));
}

void NpzTest::aPlaceThatCannotBeWritten() {
    const Status status = writeNpz("/no/such/folder/a.npz", someEntries());
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::output);
}

QTEST_APPLESS_MAIN(NpzTest)
#include "npz_test.moc"
