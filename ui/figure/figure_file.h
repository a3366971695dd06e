// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/figure/figure.h"

#include <QFont>
#include <QPalette>
#include <QString>

class QCustomPlot;

namespace thetascope {

/// Writes a plot as .png, .svg or .pdf, by the path's extension, laid out at style.size. See figure.h for the errors.
Status writePlot(const QString& path, QCustomPlot& plot, const FigureStyle& style);

/// Whether writePlot knows the path's extension; asked before any work is done.
Status checkFigurePath(const QString& path);

/// The palette of print: black on white, or its dark counterpart.
QPalette figurePalette(bool dark);
/// Text that grows with the picture's height.
QFont figureFont(const FigureStyle& style);

} // namespace thetascope
