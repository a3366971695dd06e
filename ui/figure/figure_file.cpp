// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_file.h"

#include <QApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPalette>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <qcustomplot.h>

namespace thetascope {
namespace {

constexpr double unitsPerInch = 96;
constexpr double pointsPerInch = 72;
constexpr double leastScale = 1;
constexpr double greatestScale = 8;
constexpr double textShare = 0.022; // height of text, of the picture's height
constexpr int leastText = 9;        // units

Error outputError(const QString& path, const QString& reason) {
    const QString text = QStringLiteral("Can't write %1: %2. Choose another place or free some space.").arg(path, reason);
    return {ErrorKind::output, text.toStdString()};
}

bool writePng(QIODevice& device, QCustomPlot& plot, const FigureStyle& style) {
    const double scale = std::clamp(style.dpiScale, leastScale, greatestScale);
    QImage image((QSizeF(style.size) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return false;
    image.fill(plot.palette().color(QPalette::Window));
    constexpr double inchesPerMetre = 1 / 0.0254;
    image.setDotsPerMeterX(qRound(unitsPerInch * scale * inchesPerMetre));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QCPPainter painter(&image);
    if (!painter.isActive())
        return false;
    painter.setMode(QCPPainter::pmNoCaching);
    if (scale > 1)
        painter.setMode(QCPPainter::pmNonCosmetic);
    painter.scale(scale, scale);
    plot.toPainter(&painter, style.size.width(), style.size.height());
    painter.end();
    return image.save(&device, "PNG");
}

bool paintVector(QPaintDevice& device, QCustomPlot& plot, const FigureStyle& style) {
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering); // Qt writes JPEG into PDF otherwise
    plot.toPainter(&painter, style.size.width(), style.size.height());
    return painter.end();
}

bool writeSvg(QIODevice& device, QCustomPlot& plot, const FigureStyle& style) {
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(qRound(unitsPerInch));
    generator.setSize(style.size);
    generator.setViewBox(QRect(QPoint(0, 0), style.size));
    generator.setTitle(style.caption);
    generator.setDescription(style.settings);
    return paintVector(generator, plot, style);
}

bool writePdf(QIODevice& device, QCustomPlot& plot, const FigureStyle& style) {
    QPdfWriter writer(&device);
    writer.setTitle(style.caption);
    writer.setCreator(QStringLiteral("Thetascope"));
    writer.setResolution(qRound(unitsPerInch));
    const QSizeF points = QSizeF(style.size) * (pointsPerInch / unitsPerInch);
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    return paintVector(writer, plot, style);
}

} // namespace

Status checkFigurePath(const QString& path) {
    static const QStringList known{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
    if (known.contains(QFileInfo(path).suffix().toLower()))
        return success();
    const QString text = QStringLiteral("Can't tell the picture's format from %1: end its name in .png, .svg or .pdf.");
    return Error{ErrorKind::arguments, text.arg(path).toStdString()};
}

Status writePlot(const QString& path, QCustomPlot& plot, const FigureStyle& style) {
    if (const Status known = checkFigurePath(path); !known)
        return known;
    if (style.size.isEmpty())
        return Error{ErrorKind::arguments, "A picture needs a width and a height above zero."};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return outputError(path, file.errorString());
    const QString format = QFileInfo(path).suffix().toLower();
    const bool written = format == QLatin1String("png")   ? writePng(file, plot, style)
                         : format == QLatin1String("svg") ? writeSvg(file, plot, style)
                                                          : writePdf(file, plot, style);
    if (!written) {
        file.cancelWriting();
        const bool hasReason = file.error() != QFileDevice::NoError;
        return outputError(path, hasReason ? file.errorString() : QStringLiteral("drawing failed"));
    }
    if (!file.commit())
        return outputError(path, file.errorString());
    return success();
}

QPalette figurePalette(bool dark) {
    const QColor ink = dark ? QColor(0xec, 0xec, 0xec) : QColor(0x14, 0x14, 0x14);
    const QColor paper = dark ? QColor(0x16, 0x17, 0x1a) : QColor(Qt::white);
    QPalette palette;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, paper);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, ink);
    return palette;
}

QFont figureFont(const FigureStyle& style) {
    QFont font = QApplication::font();
    font.setPixelSize(std::max(leastText, qRound(textShare * style.size.height())));
    return font;
}

} // namespace thetascope
