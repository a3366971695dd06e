// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure.h"

#include "ui/figure/figure_file.h"
#include "ui/views/axis_colours.h"
#include "ui/views/guarded_plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace thetascope {
namespace {

constexpr int pointsPerWindow = 64;
constexpr double windowHeight = 0.8; // of the distance between two windows
constexpr double signalHeight = 4;   // windows' distances that the signal takes up
constexpr double thin = 1, thick = 2;

/// The signal between the level of the topmost window and the upper edge.
void addSignal(QCustomPlot& plot, const Spectrogram& spectrogram, const std::vector<double>& samples, const QPen& pen) {
    double peak = 0;
    for (const double sample : samples) peak = std::max(peak, std::abs(sample));
    QVector<double> times, levels;
    for (std::size_t k = 0; k < samples.size(); ++k) {
        times.append(spectrogram.startSeconds + static_cast<double>(k) / spectrogram.sampleRate);
        levels.append(0.5 * signalHeight * (1 + (peak > 0 ? samples[k] / peak : 0)));
    }
    QCPGraph* graph = plot.addGraph();
    graph->setData(times, levels, true);
    graph->setPen(pen);
}

/// A raised cosine as wide as frame's window, standing at -rank.
void addWindow(QCustomPlot& plot, const Spectrogram& spectrogram, int frame, int rank, const QPen& pen) {
    const Tiling& tiling = spectrogram.tiling;
    const double theta = tiling.theta.row(tiling.theta.rows() > 1 ? frame : 0).minCoeff();
    QVector<double> times, levels;
    for (int k = 0; k <= pointsPerWindow; ++k) {
        const double place = static_cast<double>(k) / pointsPerWindow - 0.5; // y / theta
        times.append(spectrogram.centreSeconds(frame) + place * theta / spectrogram.sampleRate);
        levels.append(-1 - rank + windowHeight * 0.5 * (1 + std::cos(2 * std::numbers::pi * place)));
    }
    QCPGraph* graph = plot.addGraph();
    graph->setData(times, levels, true);
    graph->setPen(pen);
}

void setAxes(QCustomPlot& plot, const Spectrogram& spectrogram, std::size_t samples, const FigureStyle& style) {
    const AxisColours colours = axisColours(figurePalette(style.dark));
    plot.axisRect()->setupFullAxesBox(true);
    for (QCPAxis* axis : {plot.yAxis, plot.yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    plot.xAxis->setLabel(QObject::tr("Time (s)"));
    plot.xAxis->setRange(spectrogram.startSeconds,
                         spectrogram.startSeconds + static_cast<double>(samples) / spectrogram.sampleRate);
    plot.yAxis->setRange(-spectrogram.tiling.frames() - 0.5, signalHeight + 0.5);
    plot.yAxis->setLabel(QStringLiteral("Windows in order, below the signal"));
    colourAxes(*plot.axisRect(), colours, figureFont(style));
}

} // namespace

Status writeWindowsFigure(const QString& path, const Spectrogram& spectrogram, const std::vector<double>& samples,
                          const FigureStyle& style) {
    if (const Status known = checkFigurePath(path); !known)
        return known;
    const Tiling& tiling = spectrogram.tiling;
    if (tiling.frames() < 1 || samples.empty())
        return Error{ErrorKind::arguments, "There is nothing to draw: no frames or no signal."};
    const AxisColours colours = axisColours(figurePalette(style.dark));
    GuardedPlot plot;
    plot.setBackground(colours.background);
    if (!style.caption.isEmpty()) {
        plot.plotLayout()->insertRow(0);
        auto* caption = new QCPTextElement(&plot, style.caption, figureFont(style));
        caption->setTextColor(colours.text);
        plot.plotLayout()->addElement(0, 0, caption);
    }
    addSignal(plot, spectrogram, samples, QPen(colours.text, thin));
    std::vector<int> order(static_cast<std::size_t>(tiling.frames()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return tiling.positions[a] < tiling.positions[b]; });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        addWindow(plot, spectrogram, order[rank], static_cast<int>(rank), QPen(QColor(0x00, 0x72, 0xb2), thick));
    setAxes(plot, spectrogram, samples.size(), style);
    return writeDrawing(path, recordPlot(plot, style, isVectorPath(path)));
}

} // namespace thetascope
