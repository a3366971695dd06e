// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QString>

namespace thetascope {

/// What stands over the picture of a run's iteration: "Sharpest, iteration 131 · objective 9.62".
QString momentCaption(const RunData& run, int iteration);

} // namespace thetascope
