// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/grid_score.h"

#include "app/workers/compute.h"
#include "core/base/thread_pool.h"
#include "core/run/loss.h"

namespace thetascope {
namespace {

/// The grid in samples of the entry's signal.
FrameGrid gridFor(const CommonGrid& grid, const GridEntry& entry) {
    FrameGrid frames = evenGrid(grid.settings, grid.signal->length(), grid.support);
    frames.offset = (grid.signal->startSeconds - entry.startSeconds) * grid.signal->sampleRate;
    return frames;
}

} // namespace

bool CommonGrid::operator==(const CommonGrid& other) const {
    const ResolvedSettings &a = settings, &b = other.settings;
    return signal == other.signal && support == other.support && a.H == b.H && a.frames == b.frames && a.normalise == b.normalise &&
           a.objective == b.objective;
}

double CommonGrid::cells() const {
    return static_cast<double>(frameCount(settings.frames, signal->length(), support, settings.H)) * (support / 2 + 1);
}

bool reaches(const CommonGrid& grid, const GridEntry& entry) { return reaches(entry.tiling, gridFor(grid, entry), grid.settings.H); }

Result<double> scoreOn(const CommonGrid& grid, const GridEntry& entry, const std::stop_token& stop) {
    const Tiling tiling = carriedTo(gridFor(grid, entry), entry.tiling);
    ResolvedSettings settings = grid.settings;
    settings.window = entry.window;
    settings.thetaMode = tiling.mode;
    settings.positionMode = PositionMode::fixed;
    settings.precision = Precision::doublePrecision;
    settings.N = tiling.support;
    settings.F = tiling.bins();
    settings.T = tiling.frames();
    ThreadPool pool(windowThreads(settings.threads));
    pool.setCheckpoint([&stop] { return !stop.stop_requested(); });
    try {
        return makeExactLoss(grid.signal, settings, pool)->value(tiling);
    } catch (const Interrupted&) {
        return Error{ErrorKind::interrupted, "the comparison was given up"};
    }
}

} // namespace thetascope
