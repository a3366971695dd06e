// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/snapshot.h"
#include "ui/figure/figure_drawing.h"
#include "ui/render/frequency_scale.h"

#include <QSize>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace thetascope {

/// How a picture looks. Sizes are in units of 1/96 inch; text grows with the height.
struct FigureStyle {
    QSize size{1600, 900};
    double dpiScale = 1;      ///< PNG only: pixels per unit, 1 to 8
    double floorDb = -80;
    double ceilingDb = 0;
    QString colourMap;        ///< see ColourMap::names; empty: inferno, for theta viridis
    bool dark = false;
    FrequencyScale frequency = FrequencyScale::linear;
    bool smooth = false;
    QString caption;          ///< above the picture
    QString settings;         ///< the settings that made it, small, below the picture
    QString metadata;         ///< JSON of everything that made it; goes into the file, unseen
    std::optional<AxisSpan> seconds, hertz; ///< the part to draw; absent: all
    bool axes = true;         ///< without: the cells alone, over all of the picture
};

/// Pictures for print, without a window (a QApplication is needed; the offscreen platform will do). The format is the
/// path's extension: .png, .svg or .pdf. A file appears whole or not at all; errors are of kind output, or arguments
/// for an extension that is none of these and for a spectrogram or history with nothing in it.
Status writeSpectrogramFigure(const QString& path, const std::shared_ptr<const Spectrogram>& spectrogram,
                              const FigureStyle& style);

/// The same, recorded and not yet written: writing (and drawing) it is any thread's. `vector`: for SVG or PDF.
Result<FigureDrawing> spectrogramFigure(const std::shared_ptr<const Spectrogram>& spectrogram, const FigureStyle& style,
                                        bool vector);

/// As spectrogramFigure(), of the two figures below.
Result<FigureDrawing> thetaFigure(const std::shared_ptr<const Spectrogram>& spectrogram, double low, double high,
                                  const FigureStyle& style, bool vector);
Result<FigureDrawing> lossFigure(const std::vector<IterationRecord>& records, const FigureStyle& style, bool vector);

/// The window lengths between the bounds low < high, samples: a map, a curve or a line, as theta varies.
Status writeThetaFigure(const QString& path, const std::shared_ptr<const Spectrogram>& spectrogram, double low, double high,
                        const FigureStyle& style);

/// The signal, and below it every frame's window, drawn as wide as it is long and in the order of their centres; theta of a
/// frame is its shortest. What a descent on positions has done, as in experiment C.1.2 of the paper.
Status writeWindowsFigure(const QString& path, const Spectrogram& spectrogram, const std::vector<double>& samples,
                          const FigureStyle& style);

/// The objective and every weighted term over the iterations.
Status writeLossFigure(const QString& path, const std::vector<IterationRecord>& records, const FigureStyle& style);

} // namespace thetascope
