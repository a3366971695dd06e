// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/run/history.h"
#include "ui/figure/figure_drawing.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace thetascope {

/// A descent as a moving picture.
struct AnimationJob {
    std::shared_ptr<const History> history;
    std::vector<IterationRecord> records;
    std::shared_ptr<const Signal> signal;
    ResolvedSettings settings;
    FigureDrawing figure; ///< of any moment: its map is replaced
};

/// Iterations that become frames: at most `most` of those kept, the first and the last among them, evenly chosen.
std::vector<int> animationFrames(const std::vector<int>& kept, int most);

/// Transforms and draws every chosen iteration, with its number and objective in the upper right corner, into an animated PNG
/// (APNG) that plays for ever. Any thread; takes a transform and a picture per frame. Errors (kind output; run, if stopped or
/// nothing is kept).
Status writeAnimation(const std::string& path, const AnimationJob& job, const std::stop_token& stop);

} // namespace thetascope
