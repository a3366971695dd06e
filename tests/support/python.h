// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace thetascope::testing {

/// Whether NumPy, the independent reader of what is written, is there (./check installs it).
bool hasNumPy();

/// Runs a Python program with its arguments; what is wrong in its words, null where it ended well.
QString complaintOfPython(const QString& code, const QStringList& arguments);

/// The same of a program that begins with `import sys, json, numpy, readers`: tests/support/readers.py, which opens exports.
QString complaintOfReaders(const QString& code, const QStringList& arguments);

/// Fails the test that runs where such a program complains.
void verify(const QString& code, const QStringList& arguments);

} // namespace thetascope::testing
