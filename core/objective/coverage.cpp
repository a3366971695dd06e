// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/coverage.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <vector>

namespace thetascope {

namespace {

/// One frame's window, samples from the start of the signal, and the entry of theta that sets its length.
struct Window {
    double start = 0, end = 0;
    Eigen::Index frame = 0, thetaRow = 0, thetaCol = 0;
};

/// The windows in the order of their starts (of their frames where starts are equal).
std::vector<Window> sortedWindows(const Tiling& tiling) {
    std::vector<Window> windows;
    windows.reserve(static_cast<std::size_t>(tiling.frames()));
    for (int frame = 0; frame < tiling.frames(); ++frame) {
        Window window;
        window.frame = frame;
        window.thetaRow = tiling.theta.rows() > 1 ? frame : 0;
        const double theta = tiling.theta.row(window.thetaRow).minCoeff(&window.thetaCol);
        window.start = tiling.centre(frame) - 0.5 * theta;
        window.end = tiling.centre(frame) + 0.5 * theta;
        windows.push_back(window);
    }
    std::stable_sort(windows.begin(), windows.end(), [](const Window& a, const Window& b) { return a.start < b.start; });
    return windows;
}

/// Length of the union clipped to [0, length]. Calls left(window) and right(window) for the windows whose edge bounds the
/// union inside the signal.
template <class Left, class Right>
double unionLength(const std::vector<Window>& windows, double length, Left left, Right right) {
    double total = 0;
    for (std::size_t first = 0; first < windows.size();) {
        std::size_t last = first, next = first + 1;
        for (; next < windows.size() && windows[next].start <= windows[last].end; ++next)
            if (windows[next].end > windows[last].end)
                last = next;
        const double from = std::max(windows[first].start, 0.0), to = std::min(windows[last].end, length);
        if (from < to) {
            total += to - from;
            if (windows[first].start > 0)
                left(windows[first]);
            if (windows[last].end < length)
                right(windows[last]);
        }
        // `last` may lie anywhere in the run first..next-1: all of them are inside [first's start, last's end].
        first = next;
    }
    return total;
}

bool isFinite(const Tiling& tiling) { return tiling.theta.allFinite() && tiling.positions.allFinite(); }

} // namespace

TermDescription CoverageTerm::description() {
    return {"coverage",
            "Share of the signal inside some window; good is large, so give it a negative weight.",
            "C = |⋃ [c_i − θ_i/2, c_i + θ_i/2] ∩ [0, M]| / M",
            true,
            {}};
}

double CoverageTerm::value(const TermInput& input) const {
    assert(input.signalLength > 0);
    if (!isFinite(input.tiling))
        return std::numeric_limits<double>::quiet_NaN();
    const double length = input.signalLength;
    const auto ignore = [](const Window&) {};
    return unionLength(sortedWindows(input.tiling), length, ignore, ignore) / length;
}

double CoverageTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    assert(input.signalLength > 0);
    if (!isFinite(input.tiling))
        return std::numeric_limits<double>::quiet_NaN();
    const double length = input.signalLength, slope = weight / length;
    const auto move = [&](const Window& window, double direction) {
        gradient.tiling.theta(window.thetaRow, window.thetaCol) += 0.5 * slope;
        gradient.tiling.positions[window.frame] += direction * slope;
    };
    const double covered = unionLength(
        sortedWindows(input.tiling), length, [&](const Window& window) { move(window, -1); },
        [&](const Window& window) { move(window, 1); });
    return covered / length;
}

} // namespace thetascope
