// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure.h"

#include "ui/figure/figure_file.h"
#include "ui/views/axis_margins.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"

#include <qcustomplot.h>

namespace thetascope {
namespace {

Error nothingToDraw() {
    return {ErrorKind::arguments, "There is no spectrogram to draw: analyse a sound first."};
}

Error noSize() {
    return {ErrorKind::arguments, "A picture needs a width and a height above zero."};
}

/// Palette, font, size and words that both kinds of figure share.
template <class View>
void dress(View& view, const FigureStyle& style) {
    view.setPalette(figurePalette(style.dark));
    view.setFont(figureFont(style));
    view.resize(style.size);
    view.setCaption(style.caption);
    view.setFooter(style.settings);
    view.setFrequencyScale(style.frequency);
    view.ensurePolished();
    view.grab(); // lays out the children as showing would
}

Status checkInput(const QString& path, const std::shared_ptr<const Spectrogram>& spectrogram) {
    if (const Status known = checkFigurePath(path); !known)
        return known;
    if (magnitudeGrid(spectrogram) == nullptr)
        return nothingToDraw();
    return success();
}

} // namespace

Result<FigureDrawing> spectrogramFigure(const std::shared_ptr<const Spectrogram>& spectrogram, const FigureStyle& style,
                                        bool vector) {
    if (magnitudeGrid(spectrogram) == nullptr)
        return nothingToDraw();
    if (style.size.isEmpty())
        return noSize();
    if (!(style.floorDb < style.ceilingDb))
        return Error{ErrorKind::arguments, "The lower end of the level range must lie below the upper end."};
    SpectrogramView view;
    view.setSpectrogram(spectrogram);
    view.setDbLimits(style.floorDb, style.ceilingDb);
    if (!style.colourMap.isEmpty())
        view.setColourMap(style.colourMap);
    view.setSmooth(style.smooth);
    dress(view, style);
    if (style.seconds)
        view.setTimeRange(style.seconds->low, style.seconds->high);
    if (style.hertz)
        view.setFrequencyRange(style.hertz->low, style.hertz->high);
    return recordPlot(view.plot(), style, vector);
}

Status writeSpectrogramFigure(const QString& path, const std::shared_ptr<const Spectrogram>& spectrogram,
                              const FigureStyle& style) {
    if (const Status usable = checkInput(path, spectrogram); !usable)
        return usable;
    const Result<FigureDrawing> drawing = spectrogramFigure(spectrogram, style, isVectorPath(path));
    return drawing ? writeDrawing(path, *drawing) : Status(drawing.error());
}

Result<FigureDrawing> thetaFigure(const std::shared_ptr<const Spectrogram>& spectrogram, double low, double high,
                                  const FigureStyle& style, bool vector) {
    if (magnitudeGrid(spectrogram) == nullptr)
        return nothingToDraw();
    if (style.size.isEmpty())
        return noSize();
    if (!(low > 0 && low < high))
        return Error{ErrorKind::arguments, "The lower bound of theta must be above zero and below the upper bound."};
    ThetaView view;
    view.setBounds(low, high);
    view.setSpectrogram(spectrogram);
    if (!style.colourMap.isEmpty())
        view.setColourMap(style.colourMap);
    dress(view, style);
    if (style.seconds)
        view.setTimeRange(style.seconds->low, style.seconds->high);
    if (style.hertz)
        view.setFrequencyRange(style.hertz->low, style.hertz->high);
    if (spectrogram->tiling.mode != ThetaMode::timeFrequency) { // no colour bar to leave room for
        const QFontMetrics metrics(figureFont(style));
        view.plot().axisRect()->setMargins({axisLeftMargin(metrics), 0, 2 * metrics.height(), 0});
    }
    return recordPlot(view.plot(), style, vector);
}

Status writeThetaFigure(const QString& path, const std::shared_ptr<const Spectrogram>& spectrogram, double low, double high,
                        const FigureStyle& style) {
    if (const Status usable = checkInput(path, spectrogram); !usable)
        return usable;
    const Result<FigureDrawing> drawing = thetaFigure(spectrogram, low, high, style, isVectorPath(path));
    return drawing ? writeDrawing(path, *drawing) : Status(drawing.error());
}

} // namespace thetascope
