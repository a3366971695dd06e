// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_file.h"

#include "ui/figure/figure_drawing.h"

#include <QApplication>
#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <initializer_list>
#include <utility>

namespace thetascope {
namespace {

constexpr double unitsPerInch = 96;
constexpr double pointsPerInch = 72;
/// Map pixels per unit in vector files, unless more are asked for.
constexpr double vectorMapScale = 2;
constexpr double textShare = 0.022; // height of text, of the picture's height
constexpr int leastText = 9;        // units

Error outputError(const QString& path, const QString& reason) {
    const QString text = QStringLiteral("Can't write %1: %2. Choose another place or free some space.").arg(path, reason);
    return {ErrorKind::output, text.toStdString()};
}

QString describe(const FigureDrawing& drawing) {
    return drawing.metadata.isEmpty() ? drawing.settings : drawing.settings + QLatin1Char('\n') + drawing.metadata;
}

bool writePng(QIODevice& device, const FigureDrawing& drawing) {
    QImage image = drawFigure(drawing, drawing.pngScale);
    if (image.isNull())
        return false;
    constexpr double inchesPerMetre = 1 / 0.0254;
    image.setDotsPerMeterX(qRound(unitsPerInch * drawing.pngScale * inchesPerMetre));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Software"), QStringLiteral("Thetascope"));
    const std::initializer_list<std::pair<const char*, QString>> texts{
        {"Title", drawing.caption}, {"Description", drawing.settings}, {"Settings", drawing.metadata}};
    for (const auto& [key, text] : texts)
        if (!text.isEmpty())
            image.setText(QLatin1String(key), text);
    QBuffer packed; // where Qt can't be stopped half way by a full disk: it forgets its rows then
    packed.open(QIODevice::WriteOnly);
    return image.save(&packed, "PNG", pngQuality) && device.write(packed.data()) == packed.size();
}

bool paintVector(QPaintDevice& device, const FigureDrawing& drawing) {
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHint(QPainter::LosslessImageRendering); // Qt writes JPEG into PDF otherwise
    drawInto(painter, drawing, std::max(vectorMapScale, drawing.pngScale));
    return painter.end();
}

bool writeSvg(QIODevice& device, const FigureDrawing& drawing) {
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(qRound(unitsPerInch));
    generator.setSize(drawing.size);
    generator.setViewBox(QRect(QPoint(0, 0), drawing.size));
    generator.setTitle(drawing.caption);
    generator.setDescription(describe(drawing));
    return paintVector(generator, drawing);
}

bool writePdf(QIODevice& device, const FigureDrawing& drawing) {
    QPdfWriter writer(&device);
    writer.setTitle(drawing.caption);
    writer.setCreator(QStringLiteral("Thetascope"));
    writer.setResolution(qRound(unitsPerInch));
    if (!drawing.metadata.isEmpty())
        writer.addFileAttachment(QStringLiteral("settings.json"), drawing.metadata.toUtf8(), QStringLiteral("application/json"));
    const QSizeF points = QSizeF(drawing.size) * (pointsPerInch / unitsPerInch);
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    return paintVector(writer, drawing);
}

} // namespace

Status checkFigurePath(const QString& path) {
    static const QStringList known{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
    if (known.contains(QFileInfo(path).suffix().toLower()))
        return success();
    const QString text = QStringLiteral("Can't tell the picture's format from %1: end its name in .png, .svg or .pdf.");
    return Error{ErrorKind::arguments, text.arg(path).toStdString()};
}

bool isVectorPath(const QString& path) { return QFileInfo(path).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) != 0; }

Status writeDrawing(const QString& path, const FigureDrawing& drawing) {
    if (const Status known = checkFigurePath(path); !known)
        return known;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return outputError(path, file.errorString());
    const QString format = QFileInfo(path).suffix().toLower();
    const bool written = format == QLatin1String("png")   ? writePng(file, drawing)
                         : format == QLatin1String("svg") ? writeSvg(file, drawing)
                                                          : writePdf(file, drawing);
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
