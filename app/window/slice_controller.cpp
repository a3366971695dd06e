// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/slice_controller.h"

#include "app/window/picture_controller.h"
#include "ui/views/slice_view.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr float leastMagnitude = 1e-20F; // its level is below any floor
constexpr double millisecondsPerSecond = 1000;

SpectrumSlice sliceOf(const Spectrogram& spectrogram, int frame) {
    SpectrumSlice slice;
    slice.hzPerBin = spectrogram.binHz(1);
    const Eigen::Index bins = spectrogram.magnitude.cols();
    slice.levelDb.reserve(static_cast<std::size_t>(bins));
    for (Eigen::Index bin = 0; bin < bins; ++bin)
        slice.levelDb.push_back(20 * std::log10(std::max(std::abs(spectrogram.magnitude(frame, bin)), leastMagnitude)));
    return slice;
}

} // namespace

SliceController::SliceController(const PictureController& pictures, const MainWindow& window, QObject* parent)
    : QObject(parent), m_pictures(pictures), m_panes(window.panes()) {}

void SliceController::follow(std::optional<double> seconds, std::optional<double> hz) {
    SliceView& slice = *m_panes.slice;
    if (!seconds || !slice.isVisible()) return;
    const auto cell = m_panes.adaptive->cellAt(*seconds, hz.value_or(0));
    if (!cell) return;
    const Spectrogram& spectrogram = *m_panes.adaptive->spectrogram();
    const auto other = m_panes.classical->cellAt(*seconds, hz.value_or(0));
    const auto classical = other ? std::optional(sliceOf(*m_panes.classical->spectrogram(), other->frame)) : std::nullopt;
    slice.setSlices(sliceOf(spectrogram, cell->frame), classical);
    slice.setCursor(hz);
    const double rate = spectrogram.sampleRate;
    if (!m_pictures.isOverview())
        slice.setWindowShape({m_pictures.taper(), cell->theta / rate, spectrogram.tiling.support / rate});
    slice.setCaption(tr("Frame %1 at %2 s; window of %3 ms")
                         .arg(cell->frame)
                         .arg(cell->seconds, 0, 'f', 4)
                         .arg(millisecondsPerSecond * cell->theta / rate, 0, 'f', 2));
}

} // namespace thetascope
