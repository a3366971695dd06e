// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/result_files.h"
#include "core/run/descent.h"

namespace thetascope {

/// What a result directory (core/io/result_files.h) says of a descent.
ResultData resultData(const DescentResult& result);

/// The same of one evaluation: a history of the starting point alone, stop reason "evaluated"; gradients if it has them.
ResultData resultData(const Evaluation& evaluation);

/// "plateau", "iterations", "stopped", "not finite" or "failed", as run.json's stop_reason.
const char* stopReasonName(StopReason reason);

} // namespace thetascope
