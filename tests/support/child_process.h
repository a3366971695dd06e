// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace thetascope::testing {

/// A finished child and the most memory it had.
struct Measured {
    int code = -1;          ///< -1: it crashed
    double peakBytes = 0;   ///< its greatest resident size (getrusage)
    QString err;
};

/// Runs the built program headless under `ulimit` settings ("" for none, e.g. "-v 500000") and waits for its end.
Measured measureProgram(const QStringList& arguments, const QString& limits = {});

} // namespace thetascope::testing
