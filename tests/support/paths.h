// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace thetascope::testing {

/// Path of a file below tests/golden.
std::string goldenPath(const std::string& name);

/// Path below ../shared (real recordings); empty where it is missing: the test then calls QSKIP.
QString sharedPath(const QString& name);

/// The built program.
QString programPath();

/// The root of the source tree.
QString sourceRoot();

} // namespace thetascope::testing
