// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/descent.h"

#include <string>

namespace thetascope {

/// A descent begins: what on, with which settings, and what memory it was forecast to take in all, bytes.
void logRunBegins(const std::string& source, const ResolvedSettings& settings, double forecastBytes);

/// It has ended: why, how far it came, and which engine it was.
void logRunEnds(const std::string& source, const DescentResult& result);

} // namespace thetascope
