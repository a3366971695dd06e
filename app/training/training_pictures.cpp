// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_pictures.h"

#include "ui/figure/training_figure.h"

namespace thetascope {
namespace {

constexpr QSize curvesSize{1200, 1000}, confusionSize{900, 900};

} // namespace

Status writeTrainingPictures(const std::string& folder, const TrainData& data, const TrainSettings& settings, const TrainResult& result,
                             const std::vector<std::string>& formats) {
    FigureStyle curves, confusion;
    curves.size = curvesSize;
    curves.caption = QStringLiteral("θ %1 → %2 samples, test loss %3, test accuracy %4 %")
                         .arg(settings.theta, 0, 'g', 5)
                         .arg(result.model.theta, 0, 'f', 1)
                         .arg(result.test.loss, 0, 'f', 3)
                         .arg(100 * result.test.accuracy, 0, 'f', 1);
    confusion.size = confusionSize;
    confusion.caption = QStringLiteral("Test: %1 of %2 right")
                            .arg(qRound(result.test.accuracy * static_cast<double>(result.test.examples.size())))
                            .arg(result.test.examples.size());
    Status written = success();
    for (const std::string& format : formats) {
        const QString stem = QString::fromStdString(folder) + QLatin1Char('/'), extension = QLatin1Char('.') + QString::fromStdString(format);
        if (written && !result.state.history.empty())
            written = writeTrainingFigure(stem + QStringLiteral("curves") + extension,
                                          {{QString(), result.state.history, settings.theta, settings.thetaRate > 0}}, curves);
        if (written) written = writeConfusionFigure(stem + QStringLiteral("confusion") + extension, confusionOf(data, result.test), confusion);
    }
    return written;
}

} // namespace thetascope
