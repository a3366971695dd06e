// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/io/atomic_file.h"
#include "core/io/npy_header.h"
#include "tests/support/golden.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace thetascope;

namespace {

std::string header(const char* type, const std::vector<std::size_t>& shape) { return npyHeaderText(type, shape); }

/// A version 1 header around any dictionary.
std::string rawHeader(const std::string& dictionary) {
    return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(dictionary.size()) + std::string(1, '\0') + dictionary;
}

template <class T>
std::string bytes(std::initializer_list<T> values) {
    return {reinterpret_cast<const char*>(values.begin()), values.size() * sizeof(T)};
}

} // namespace

class NpyTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string path(const char* name = "a.npy") { return m_folder.filePath(name).toStdString(); }
    void put(const std::string& content) {
        QFile file(m_folder.filePath("a.npy"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content.data(), qint64(content.size())), qint64(content.size()));
    }

private slots:
    void numbersComeBack();
    void rowsComeBack();
    void headerIsNumPys();
    void everyType();
    void fortranOrder();
    void hostile_data();
    void hostile();
    void vectorsMustBeReal();
    void goldenCasesLoad();
};

void NpyTest::numbersComeBack() {
    QVERIFY(writeNpy(path(), 0.1).ok());
    const auto scalar = readNpy(path());
    QVERIFY(scalar.ok());
    QVERIFY(scalar->shape.empty());
    QCOMPARE(scalar->real, std::vector{0.1});

    const Vector three{{1.5, -2.25, 1e-300}};
    QVERIFY(writeNpy(path(), three).ok());
    const auto again = readNpyVector(path());
    QVERIFY(again.ok());
    QVERIFY((*again == three).all());

    QVERIFY(writeNpy(path(), Vector()).ok());
    QCOMPARE(readNpyVector(path())->size(), 0);
}

void NpyTest::rowsComeBack() {
    using Complex = std::complex<float>;
    const auto fill = [](std::size_t row, Complex* out) {
        for (int column = 0; column < 3; ++column)
            out[column] = {static_cast<float>(row), static_cast<float>(column)};
    };
    QVERIFY(writeWhole(path(), [&](AtomicFile& file) { return writeNpyRows<Complex>(file, 2, 3, fill); }).ok());
    const auto array = readNpy(path());
    QVERIFY(array.ok());
    QVERIFY(array->isComplex);
    QCOMPARE(array->shape, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(array->complex.at(5), std::complex<double>(1, 2));
}

void NpyTest::headerIsNumPys() {
    QFile golden(QString::fromStdString(testing::goldenPath("c11_signal_clean_f64.npy")));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const std::string ours = npyHeaderText("<f8", {6000});
    QCOMPARE(golden.read(qint64(ours.size())), QByteArray(ours.data(), qsizetype(ours.size())));
}

void NpyTest::everyType() {
    put(header("<f4", {2}) + bytes({0.5F, -3.0F}));
    QCOMPARE(readNpy(path())->real, (std::vector{0.5, -3.0}));
    put(header("<i4", {2}) + bytes<std::int32_t>({7, -8}));
    QCOMPARE(readNpy(path())->real, (std::vector{7.0, -8.0}));
    put(header("<i8", {1}) + bytes<std::int64_t>({1LL << 40}));
    QCOMPARE(readNpy(path())->real, (std::vector{1099511627776.0}));
    put(header("<c16", {1}) + bytes({1.0, 2.0}));
    QCOMPARE(readNpy(path())->complex.at(0), std::complex<double>(1, 2));
}

void NpyTest::fortranOrder() {
    put(rawHeader("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }\n") + bytes({1.0, 4.0, 2.0, 5.0, 3.0, 6.0}));
    const auto array = readNpy(path());
    QVERIFY(array.ok());
    QCOMPARE(array->real, (std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}));
}

void NpyTest::hostile_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& content, const char* says) {
        QTest::newRow(name) << QByteArray(content.data(), qsizetype(content.size())) << QString(says);
    };
    row("empty", "", "not a NumPy");
    row("text", "theta,time\n1,2\n", "not a NumPy");
    row("header cut", header("<f8", {4}).substr(0, 40), "ends within its header");
    row("no length", std::string("\x93NUMPY\x01\x00", 8), "damaged");
    row("version 9", std::string("\x93NUMPY\x09\x00\x10\x00", 10), "version 9");
    row("huge header", std::string("\x93NUMPY\x02\x00\xff\xff\xff\xff", 12), "damaged");
    row("values cut", header("<f8", {4}) + bytes({1.0, 2.0, 3.0}), "truncated");
    row("huge shape", header("<f8", {1000000000000, 2}) + bytes({1.0}), "truncated");
    row("overflowing shape", header("<f8", {1ULL << 63, 8}) + bytes({1.0}), "truncated");
    row("shape beyond size_t",
        rawHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999,), }"), "damaged");
    row("negative shape", rawHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }"), "damaged");
    row("open shape", rawHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (1,"), "damaged");
    row("no shape", rawHeader("{'descr': '<f8', 'fortran_order': False}"), "damaged");
    row("no order", rawHeader("{'descr': '<f8', 'fortran_order': None, 'shape': (1,)}"), "damaged");
    row("open type", rawHeader("{'descr': '<f8"), "damaged");
    row("pickled", header("|O", {1}), "type |O");
    row("big endian", header(">f8", {1}) + bytes({1.0}), "type >f8");
    row("three axes", header("<f8", {1, 1, 1}) + bytes({1.0}), "3 axes");
}

void NpyTest::hostile() {
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    put(content.toStdString());
    const auto array = readNpy(path());
    QVERIFY(!array.ok());
    QCOMPARE(array.error().kind, ErrorKind::input);
    QVERIFY2(array.error().message.find(says.toStdString()) != std::string::npos, array.error().message.c_str());
    QVERIFY(array.error().message.starts_with(path()));
}

void NpyTest::vectorsMustBeReal() {
    QVERIFY(!readNpyVector(path("missing.npy")).ok());
    QVERIFY(!readNpyVector(m_folder.path().toStdString()).ok());
    put(header("<f8", {2}) + bytes({1.0, std::nan("")}));
    QVERIFY(!readNpyVector(path()).ok());
    put(header("<f8", {1, 1}) + bytes({1.0}));
    QVERIFY(!readNpyVector(path()).ok());
    put(header("<c16", {1}) + bytes({1.0, 0.0}));
    QVERIFY(!readNpyVector(path()).ok());
}

void NpyTest::goldenCasesLoad() {
    const auto names = testing::goldenCases();
    QVERIFY(names.size() > 20);
    for (const std::string& name : names) {
        const testing::GoldenCase golden = testing::loadGolden(name);
        QCOMPARE(golden.signal.length(), 500);
        QCOMPARE(golden.tiling.theta.rows(), thetaRows(golden.tiling.mode, golden.tiling.frames()));
        QCOMPARE(golden.tiling.theta.cols(), thetaCols(golden.tiling.mode, golden.tiling.bins()));
        QCOMPARE(golden.spectrum("S").rows(), golden.tiling.frames());
        QCOMPARE(golden.spectrum("S").cols(), golden.tiling.bins());
        QCOMPARE(golden.thetaLike("vjp_theta").size(), golden.tiling.theta.size());
    }
}

QTEST_APPLESS_MAIN(NpyTest)
#include "npy_test.moc"
