// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/figure/figure.h"

#include <QFont>
#include <QPalette>
#include <QString>

namespace thetascope {

/// Whether writeDrawing() knows the path's extension; asked before any work is done.
Status checkFigurePath(const QString& path);

/// The palette of print: black on white, or its dark counterpart.
QPalette figurePalette(bool dark);
/// Text that grows with the picture's height.
QFont figureFont(const FigureStyle& style);

} // namespace thetascope
