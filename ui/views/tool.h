// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// What a plain left drag does in a view: pan, select a stretch of time (and a band), or measure (keys 1, 2, 6).
enum class Tool { navigate, select, measure };

} // namespace thetascope
