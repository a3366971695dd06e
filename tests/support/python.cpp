// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/python.h"

#include "tests/support/own_thread.h"
#include "tests/support/paths.h"

#include <QProcess>
#include <QTest>

namespace thetascope::testing {
namespace {

constexpr int longestRunMs = 240'000;

} // namespace

bool hasNumPy() { return complaintOfPython(QStringLiteral("import numpy"), {}).isNull(); }

QString complaintOfPython(const QString& code, const QStringList& arguments) {
    return onOwnThread([&code, &arguments] {
        QProcess process;
        process.start(QStringLiteral("/usr/bin/python3"), QStringList{QStringLiteral("-c"), code} + arguments);
        if (!process.waitForFinished(longestRunMs)) return process.errorString();
        const bool well = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        return well ? QString() : QStringLiteral("Python: ") + QString::fromUtf8(process.readAllStandardError());
    });
}

QString complaintOfReaders(const QString& code, const QStringList& arguments) {
    const QString begin = QStringLiteral("import sys\n"
                                         "sys.dont_write_bytecode = True\n"
                                         "sys.path.insert(0, sys.argv.pop(1))\n"
                                         "import json, numpy, readers\n");
    return complaintOfPython(begin + code, QStringList(sourceRoot() + QStringLiteral("/tests/support")) + arguments);
}

void verify(const QString& code, const QStringList& arguments) {
    const QString complaint = complaintOfReaders(code, arguments);
    QVERIFY2(complaint.isNull(), qPrintable(complaint));
}

} // namespace thetascope::testing
