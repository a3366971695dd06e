// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <vector>

class QApplication;
class QCustomPlot;

namespace thetascope {

enum class Theme { system, light, dark };

/// Palettes for Qt's Fusion style, all groups set. Text on window and on base has a contrast of at least 7:1.
QPalette lightPalette();
QPalette darkPalette();

/// Whether a palette is dark: its window is darker than its text (Qt 6.4 has no QStyleHints::colorScheme).
bool isDark(const QPalette& palette);

/// Sets the Fusion style, the palette and a tool-tip palette. system: light or dark as the desktop's palette is.
/// Every widget then gets QEvent::PaletteChange; plots recolour themselves there with stylePlot().
void applyTheme(QApplication& application, Theme theme);

/// Recolours every axis rect of a plot (background, axes, grid, labels, legend, colour bars' axes). Does not replot.
void stylePlot(QCustomPlot& plot, const QPalette& palette);

/// Colours to tell curves apart, most distinct first; safe for the three kinds of colour blindness (after Okabe and Ito,
/// 2008), with a contrast of at least 3:1 on the palette's base. The first is the text's own colour.
const std::vector<QColor>& curveColours(const QPalette& palette);

/// Colours with one meaning each, readable as text on the palette's window and base.
QColor accentColour(const QPalette& palette);  ///< the cursor, the shown iteration
QColor goodColour(const QPalette& palette);    ///< the best iteration
QColor warningColour(const QPalette& palette); ///< attention: at a bound, locked
QColor errorColour(const QPalette& palette);   ///< a problem at a field
QColor mutedColour(const QPalette& palette);   ///< units, hints, ticks: contrast of at least 4.5:1

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), relative luminances).
double contrast(const QColor& first, const QColor& second);

/// The font with digits of one width, so that numbers that change in place do not wobble: the font itself if its digits
/// already are, otherwise the system's fixed-width font at the same size.
QFont tabularFont(const QFont& font);

} // namespace thetascope
