// SPDX-License-Identifier: GPL-3.0-or-later
// The protections of resources/cmake/hardening.cmake, read back from the built program.
#include "tests/support/paths.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace thetascope::testing;

class HardeningTest : public QObject {
    Q_OBJECT

    QString m_readelf = QStandardPaths::findExecutable(QStringLiteral("readelf"));

    QString read(const QStringList& options) const {
        QProcess process;
        process.start(m_readelf, options + QStringList{QStringLiteral("-W"), programPath()});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private slots:
    void initTestCase() {
#ifndef THETASCOPE_HARDENED
        QSKIP("this build is not hardened (sanitizers bring their own checks)");
#endif
        if (m_readelf.isEmpty()) QSKIP("readelf (binutils) is not installed");
    }

    void loadedAnywhere() { QVERIFY(read({"-h"}).contains(QStringLiteral("DYN (Position-Independent"))); }

    void tablesAreReadOnlyBeforeMain() {
        QVERIFY(read({"-l"}).contains(QStringLiteral("GNU_RELRO")));
        QVERIFY(read({"-d"}).contains(QStringLiteral("BIND_NOW")) || read({"-d"}).contains(QStringLiteral("NOW PIE")));
    }

    void stacksHoldNoCode() {
        const QStringList lines = read({"-l"}).split('\n').filter(QStringLiteral("GNU_STACK"));
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.front().contains(QStringLiteral(" RW ")), qPrintable(lines.front()));
    }

    void overflowsAreNoticed() {
        const QString symbols = read({"--dyn-syms"});
        QVERIFY(symbols.contains(QStringLiteral("__stack_chk_fail")));
        QVERIFY(symbols.contains(QStringLiteral("__snprintf_chk")) || symbols.contains(QStringLiteral("__fprintf_chk")));
    }
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "hardening_test.moc"
