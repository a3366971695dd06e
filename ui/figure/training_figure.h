// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/figure/figure.h"
#include "ui/views/training_plot.h"

namespace thetascope {

/// Losses and theta over the epochs of one training or several (the paper's Figure 3). Errors as in figure.h; (kind arguments) also
/// where no curve has an epoch.
Status writeTrainingFigure(const QString& path, const std::vector<TrainingCurve>& curves, const FigureStyle& style);

/// A confusion matrix with at least one label.
Status writeConfusionFigure(const QString& path, const ConfusionMatrix& matrix, const FigureStyle& style);

} // namespace thetascope
