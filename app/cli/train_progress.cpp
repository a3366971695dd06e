// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_progress.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace thetascope {
namespace {

constexpr std::chrono::milliseconds betweenBars{100};
constexpr const char* eraseLine = "\r\033[K";

} // namespace

TrainReport::TrainReport(ProgressMode mode, std::string title, int epochs)
    : m_mode(mode == ProgressMode::automatic && !isatty(STDERR_FILENO) ? ProgressMode::none : mode), m_title(std::move(title)),
      m_epochs(epochs) {}

TrainReport::~TrainReport() {
    if (m_mode == ProgressMode::automatic) std::fputs(eraseLine, stderr);
}

void TrainReport::tell(const TrainProgress& progress) {
    const double done = progress.epoch - 1 + static_cast<double>(progress.batch) / progress.batches;
    if (m_doneBefore < 0) m_doneBefore = progress.epoch - 1;
    const auto now = std::chrono::steady_clock::now();
    if (m_mode != ProgressMode::automatic || now - m_drawn < betweenBars) return;
    m_drawn = now;
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    const double left = seconds * (m_epochs - done) / (done - m_doneBefore);
    std::fprintf(stderr, "%s%s  epoch %d/%d  loss %.3f  theta %.1f  %.0f s left", eraseLine, m_title.c_str(), progress.epoch, m_epochs,
                 progress.loss, progress.theta, std::ceil(left));
    std::fflush(stderr);
}

void TrainReport::tell(const EpochRecord& record) {
    if (m_mode != ProgressMode::json) return;
    const nlohmann::ordered_json line = {{"epoch", record.epoch},
                                         {"train_loss", record.trainLoss},
                                         {"train_accuracy", record.trainAccuracy},
                                         {"validation_loss", record.validationLoss},
                                         {"validation_accuracy", record.validationAccuracy},
                                         {"theta", record.theta},
                                         {"seconds", record.seconds}};
    std::fprintf(stderr, "%s\n", line.dump().c_str());
}

} // namespace thetascope
