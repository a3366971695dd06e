// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of a tiling drawn under the signal: as wide as they are long, where they are, in the order of their centres.
#include "ui/figure/figure.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace thetascope;

namespace {

constexpr int support = 512, samples = 4000;

/// The second frame lies before the first.
Spectrogram twoWindows() {
    Spectrogram spectrogram;
    spectrogram.sampleRate = 8000;
    spectrogram.tiling.support = support;
    spectrogram.tiling.mode = ThetaMode::time;
    spectrogram.tiling.theta.resize(2, 1);
    spectrogram.tiling.theta << 400, 100;
    spectrogram.tiling.positions.resize(2);
    spectrogram.tiling.positions << 2000, 500;
    spectrogram.magnitude.setConstant(2, support / 2 + 1, 1);
    return spectrogram;
}

/// Where pixels of the windows' blue lie in one half of a picture.
struct Extent {
    int left = 1 << 30, right = -1;
    double centre() const { return 0.5 * (left + right); }
    double width() const { return right - left; }
};

bool isBlue(QRgb pixel) {
    return qBlue(pixel) > 120 && qRed(pixel) < 110 && qBlue(pixel) - qRed(pixel) > 60;
}

std::vector<Extent> extentsOf(const QImage& image) {
    std::vector<Extent> found;
    bool inside = false;
    for (int y = 0; y < image.height(); ++y) {
        Extent row;
        for (int x = 0; x < image.width(); ++x)
            if (isBlue(image.pixel(x, y))) row = {std::min(row.left, x), std::max(row.right, x)};
        if (row.right < 0) {
            inside = false;
            continue;
        }
        if (!inside) found.push_back({});
        inside = true;
        found.back() = {std::min(found.back().left, row.left), std::max(found.back().right, row.right)};
    }
    return found;
}

} // namespace

class WindowsFigureTest : public QObject {
    Q_OBJECT
private slots:
    void everyWindowIsAsWideAsItIsLong() {
        QTemporaryDir folder;
        const QString path = folder.filePath("windows.png");
        const Spectrogram spectrogram = twoWindows();
        std::vector<double> signal(samples);
        for (std::size_t k = 0; k < signal.size(); ++k) signal[k] = std::sin(0.1 * static_cast<double>(k));
        const Status written = writeWindowsFigure(path, spectrogram, signal, {});
        QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
        const std::vector<Extent> windows = extentsOf(QImage(path));
        QCOMPARE(windows.size(), std::size_t(2));
        const Extent &upper = windows[0], &lower = windows[1]; // the earlier one stands higher
        constexpr double line = 6; // pixels that a pen and antialiasing add
        QVERIFY2(std::abs(lower.width() - 4 * upper.width()) < 4 * line,
                 qPrintable(QString("%1 %2").arg(upper.width()).arg(lower.width())));
        const double pixelsPerSample = lower.width() / 400;
        QVERIFY(std::abs((lower.centre() - upper.centre()) / pixelsPerSample - 1500) < 0.03 * 1500);
    }

    void nothingToDrawIsSaid() {
        QTemporaryDir folder;
        const Status none = writeWindowsFigure(folder.filePath("a.png"), twoWindows(), {}, {});
        QVERIFY(!none.ok());
        QVERIFY(!QFile::exists(folder.filePath("a.png")));
        QVERIFY(!writeWindowsFigure(folder.filePath("a.bmp"), twoWindows(), {0.0, 1.0}, {}).ok());
    }
};

QTEST_MAIN(WindowsFigureTest)
#include "windows_figure_test.moc"
