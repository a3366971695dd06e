// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/cell_grid.h"

#include <algorithm>
#include <numeric>

namespace thetascope {
namespace {

/// Frames closer than this stand at one place, seconds: far below a sample of any recording.
constexpr double sameplaceSeconds = 1e-9;

/// min(distance, half the frame's longest window), in seconds. Stops reading theta as soon as the window is long enough.
double reachOf(const Spectrogram& spectrogram, int frame, double distance) {
    const Tiling& tiling = spectrogram.tiling;
    const double needed = 2 * distance * spectrogram.sampleRate;
    const Eigen::Index row = tiling.theta.rows() > 1 ? frame : 0;
    double longest = 0;
    for (Eigen::Index bin = 0; bin < tiling.theta.cols(); ++bin) {
        longest = std::max(longest, tiling.theta(row, bin));
        if (longest >= needed)
            return distance;
    }
    return 0.5 * longest / spectrogram.sampleRate;
}

bool fitsTogether(const Spectrogram* s) {
    if (s == nullptr || s->magnitude.size() == 0 || s->sampleRate <= 0 || s->tiling.support < 2)
        return false;
    const Tiling& tiling = s->tiling;
    const bool thetaFits = (tiling.theta.rows() == 1 || tiling.theta.rows() == s->magnitude.rows()) &&
                           (tiling.theta.cols() == 1 || tiling.theta.cols() == s->magnitude.cols());
    return tiling.positions.size() == s->magnitude.rows() && tiling.positions.allFinite() && thetaFits;
}

/// Fills left and right for the frames [first, last) that share a place.
void spanPlace(const Spectrogram& spectrogram, FrameSpans& spans, int first, int last) {
    const auto at = [](int k) { return static_cast<size_t>(k); };
    const double centre = spans.centre[at(first)];
    const bool hasBefore = first > 0;
    const bool hasAfter = last < spans.count();
    const double unlimited = spectrogram.tiling.support / spectrogram.sampleRate;
    double before = hasBefore ? 0.5 * (centre - spans.centre[at(first - 1)]) : 0;
    double after = hasAfter ? 0.5 * (spans.centre[at(last)] - centre) : (hasBefore ? before : unlimited);
    if (!hasBefore)
        before = after;
    double reachBefore = 0;
    double reachAfter = 0;
    for (int k = first; k < last; ++k) {
        reachBefore = std::max(reachBefore, reachOf(spectrogram, spans.frame[at(k)], before));
        reachAfter = std::max(reachAfter, reachOf(spectrogram, spans.frame[at(k)], after));
    }
    std::fill(spans.left.begin() + first, spans.left.begin() + last, centre - reachBefore);
    std::fill(spans.right.begin() + first, spans.right.begin() + last, centre + reachAfter);
}

CellGrid gridOf(std::shared_ptr<const Spectrogram> spectrogram) {
    CellGrid grid;
    grid.bins = static_cast<int>(spectrogram->magnitude.cols());
    grid.hzPerBin = spectrogram->binHz(1);
    grid.spans = frameSpans(*spectrogram);
    grid.spectrogram = std::move(spectrogram);
    return grid;
}

} // namespace

double longestWindow(const Tiling& tiling, int frame) {
    return tiling.theta.row(tiling.theta.rows() > 1 ? frame : 0).maxCoeff();
}

FrameSpans frameSpans(const Spectrogram& spectrogram) {
    const auto count = static_cast<size_t>(spectrogram.tiling.frames());
    FrameSpans spans;
    spans.frame.resize(count);
    std::iota(spans.frame.begin(), spans.frame.end(), 0);
    const auto& positions = spectrogram.tiling.positions;
    const auto earlier = [&](int a, int b) { return positions[a] < positions[b]; };
    if (!std::is_sorted(spans.frame.begin(), spans.frame.end(), earlier))
        std::stable_sort(spans.frame.begin(), spans.frame.end(), earlier);
    spans.centre.reserve(count);
    for (const int frame : spans.frame)
        spans.centre.push_back(spectrogram.centreSeconds(frame));
    spans.left.resize(count);
    spans.right.resize(count);
    for (int first = 0; first < spans.count();) {
        const double limit = spans.centre[static_cast<size_t>(first)] + sameplaceSeconds;
        const auto after = std::upper_bound(spans.centre.begin() + first, spans.centre.end(), limit);
        const int last = static_cast<int>(after - spans.centre.begin());
        spanPlace(spectrogram, spans, first, last);
        first = last;
    }
    return spans;
}

std::pair<int, int> FrameSpans::placesAt(double seconds) const {
    const auto first = std::upper_bound(right.begin(), right.end(), seconds);
    const auto last = std::upper_bound(left.begin(), left.end(), seconds);
    const int from = static_cast<int>(first - right.begin());
    return {from, std::max(from, static_cast<int>(last - left.begin()))};
}

double FrameSpans::nearestCentre(double seconds) const {
    auto after = std::lower_bound(centre.begin(), centre.end(), seconds);
    if (after == centre.end() || (after != centre.begin() && seconds - *(after - 1) < *after - seconds))
        --after;
    return *after;
}

std::pair<int, int> FrameSpans::centresWithin(double from, double to) const {
    const auto first = std::lower_bound(centre.begin(), centre.end(), from);
    const auto last = std::lower_bound(first, centre.end(), to);
    return {static_cast<int>(first - centre.begin()), static_cast<int>(last - centre.begin())};
}

std::shared_ptr<const CellGrid> magnitudeGrid(std::shared_ptr<const Spectrogram> spectrogram) {
    if (!fitsTogether(spectrogram.get()))
        return nullptr;
    auto grid = std::make_shared<CellGrid>(gridOf(std::move(spectrogram)));
    grid->values = grid->spectrogram->magnitude.data();
    grid->rows = grid->spectrogram->magnitude.rows();
    grid->cols = grid->spectrogram->magnitude.cols();
    return grid;
}

std::shared_ptr<const CellGrid> thetaGrid(std::shared_ptr<const Spectrogram> spectrogram) {
    if (!fitsTogether(spectrogram.get()))
        return nullptr;
    auto grid = std::make_shared<CellGrid>(gridOf(std::move(spectrogram)));
    grid->theta = grid->spectrogram->tiling.theta.cast<float>();
    grid->values = grid->theta.data();
    grid->rows = grid->theta.rows();
    grid->cols = grid->theta.cols();
    return grid;
}

} // namespace thetascope
