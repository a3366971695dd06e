// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/animation.h"

#include "core/io/apng.h"
#include "core/run/descent.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

namespace thetascope {
namespace {

constexpr int mostFrames = 120, frameMilliseconds = 50, lastMilliseconds = 2000;
constexpr double labelShare = 0.03; // height of the label's text, of the picture's height
constexpr int leastLabel = 12;

QString label(const AnimationJob& job, int iteration) {
    const QString name = QCoreApplication::translate("Animation", "iteration %1").arg(iteration);
    const auto index = static_cast<std::size_t>(iteration);
    return index < job.records.size() ? QStringLiteral("%1 · %2").arg(name).arg(job.records[index].objective, 0, 'f', 4) : name;
}

void drawLabel(QImage& image, const FigureDrawing& figure, const QString& text) {
    QPainter painter(&image);
    QFont font = painter.font();
    font.setPixelSize(std::max(leastLabel, qRound(labelShare * image.height())));
    font.setBold(true);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int pad = metrics.height() / 3, width = metrics.horizontalAdvance(text) + 2 * pad;
    const QRectF map = figure.mapRect;
    const double scale = figure.pngScale;
    const QRectF box(map.right() * scale - width - pad, map.top() * scale + pad, width, metrics.height() + pad);
    constexpr int veil = 180;
    painter.fillRect(box, QColor(0, 0, 0, veil));
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
}

Result<std::string> drawFrame(const AnimationJob& job, int iteration) {
    const auto kept = job.history->nearest(iteration);
    if (!kept) return Error{ErrorKind::run, "iteration " + std::to_string(iteration) + " is no longer kept"};
    FigureDrawing figure = job.figure;
    figure.grid = magnitudeGrid(transformAt(job.signal, job.settings, kept->second));
    QImage image = drawFigure(figure, figure.pngScale);
    if (image.isNull()) return Error{ErrorKind::run, "not enough memory for a picture; choose a smaller scale"};
    drawLabel(image, figure, label(job, kept->first));
    image.setText(QStringLiteral("Software"), QStringLiteral("Thetascope"));
    image.setText(QStringLiteral("Title"), figure.caption);
    image.setText(QStringLiteral("Settings"), figure.metadata);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG", pngQuality)) return Error{ErrorKind::output, "a picture could not be packed"};
    return bytes.toStdString();
}

} // namespace

std::vector<int> animationFrames(const std::vector<int>& kept, int most) {
    const auto count = static_cast<int>(kept.size());
    if (count <= most) return kept;
    std::vector<int> chosen;
    for (int i = 0; i < most; ++i) {
        const auto index = static_cast<std::int64_t>(i) * (count - 1) / (most - 1);
        chosen.push_back(kept[static_cast<std::size_t>(index)]);
    }
    return chosen;
}

Status writeAnimation(const std::string& path, const AnimationJob& job, const std::stop_token& stop) {
    const std::vector<int> frames = animationFrames(job.history->iterations(), mostFrames);
    if (frames.empty()) return Error{ErrorKind::run, path + ": there are no iterations to show; sharpen first"};
    Result<ApngWriter> writer =
        ApngWriter::create(path, static_cast<int>(frames.size()), frameMilliseconds, lastMilliseconds);
    if (!writer) return writer.error();
    for (const int iteration : frames) {
        if (stop.stop_requested()) return Error{ErrorKind::interrupted, path + ": the animation was given up"};
        const Result<std::string> frame = drawFrame(job, iteration);
        if (!frame) return frame.error();
        if (Status status = writer->add(*frame); !status) return status;
    }
    return writer->finish();
}

} // namespace thetascope
