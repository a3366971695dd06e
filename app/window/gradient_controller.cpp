// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/gradient_controller.h"

#include "app/window/picture_controller.h"
#include "app/workers/compute.h"
#include "app/workers/task_thread.h"
#include "ui/render/cell_grid.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

const std::string gradientSlot = "gradient";

/// The frame whose stretch holds that time, else the one in the middle.
int frameAt(const Spectrogram& spectrogram, std::optional<double> seconds) {
    const FrameSpans spans = frameSpans(spectrogram);
    const auto [first, last] = seconds ? spans.placesAt(*seconds) : std::pair(0, 0);
    return first < last ? spans.frame[static_cast<std::size_t>(first)] : spectrogram.tiling.frames() / 2;
}

} // namespace

GradientController::GradientController(const PictureController& pictures, TaskThread& tasks, QObject* parent)
    : QObject(parent), m_pictures(pictures), m_tasks(tasks) {}

void GradientController::setCursor(std::optional<double> seconds, std::optional<double> hz) {
    if (seconds) m_seconds = seconds;
    if (hz) m_hz = hz;
}

void GradientController::check(const std::string& objective) {
    const auto spectrogram = m_pictures.adaptive();
    if (!spectrogram || m_pictures.isOverview() || !m_pictures.start())
        return emit failed(tr("There is no gradient to check yet: zoom in until the picture is no overview"));
    const Tiling& tiling = spectrogram->tiling;
    const double bin = std::round(m_hz.value_or(0.25 * spectrogram->sampleRate) / spectrogram->binHz(1));
    const int frame = frameAt(*spectrogram, m_seconds);
    const int row = static_cast<int>(std::clamp(bin, 0.0, tiling.bins() - 1.0));
    ResolvedSettings settings = m_pictures.start()->resolved;
    settings.threads = windowThreads(settings.threads);
    settings.objective = objective;
    m_tasks.latest(gradientSlot,
                   [signal = m_pictures.start()->signal, settings, spectrogram, frame, row](const std::stop_token& stop) {
                       return checkGradientAt(signal, settings, spectrogram->tiling, frame, row, stop);
                   },
                   [this](const GradientAt& result) { emit checked(result); },
                   [this](const QString& message) { emit failed(message); });
}

} // namespace thetascope
