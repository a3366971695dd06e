// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/training_figure.h"

#include "ui/figure/figure_file.h"
#include "ui/views/confusion_plot.h"

#include <algorithm>

namespace thetascope {
namespace {

void dress(QCustomPlot& plot, const FigureStyle& style) {
    plot.setPalette(figurePalette(style.dark));
    plot.setFont(figureFont(style));
    plot.resize(style.size);
}

} // namespace

Status writeTrainingFigure(const QString& path, const std::vector<TrainingCurve>& curves, const FigureStyle& style) {
    if (const Status known = checkFigurePath(path); !known) return known;
    const bool any = std::any_of(curves.begin(), curves.end(), [](const TrainingCurve& c) { return !c.records.empty(); });
    if (!any) return Error{ErrorKind::arguments, "There are no epochs to draw: train first."};
    TrainingPlot plot;
    dress(plot, style);
    plot.setTexts(style.caption, style.settings);
    plot.setCurves(curves, 0);
    return writeDrawing(path, recordPlot(plot, style, isVectorPath(path)));
}

Status writeConfusionFigure(const QString& path, const ConfusionMatrix& matrix, const FigureStyle& style) {
    if (const Status known = checkFigurePath(path); !known) return known;
    if (matrix.labels.empty()) return Error{ErrorKind::arguments, "There is no confusion matrix to draw: train first."};
    ConfusionPlot plot;
    dress(plot, style);
    plot.setCaption(style.caption);
    plot.setMatrix(matrix);
    return writeDrawing(path, recordPlot(plot, style, isVectorPath(path)));
}

} // namespace thetascope
