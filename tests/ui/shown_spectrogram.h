// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/mouse.h"
#include "ui/render/colour_map.h"
#include "ui/views/spectrogram_view.h"

#include <QTest>
#include <cmath>
#include <qcustomplot.h>

namespace thetascope::testing {

constexpr double rate = 8000;
constexpr int support = 256;
constexpr int bins = support / 2 + 1;
constexpr int frames = 200;

/// 200 frames 10 ms apart, quiet, with a tone at 1000 Hz.
inline std::shared_ptr<Spectrogram> tone() {
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->sampleRate = rate;
    spectrogram->tiling.support = support;
    spectrogram->tiling.theta.setConstant(1, 1, 200);
    spectrogram->tiling.positions.setLinSpaced(frames, 0, (frames - 1) * 80.0);
    spectrogram->magnitude.setConstant(frames, bins, 1e-6f);
    spectrogram->magnitude.col(32).setConstant(1);
    return spectrogram;
}

struct Shown {
    Shown() {
        view.resize(800, 400);
        view.setSpectrogram(tone());
        view.setDbLimits(-80, 0);
        view.show();
        ready = QTest::qWaitForWindowExposed(&view) && QTest::qWaitFor([this] { return view.isCurrent(); });
    }
    QPoint at(double seconds, double hz) {
        return {qRound(view.plot().xAxis->coordToPixel(seconds)), qRound(view.plot().yAxis->coordToPixel(hz))};
    }
    void wheel(const QPoint& position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        turnWheel(view.plot(), position, {0, delta}, modifiers);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
              Qt::MouseButton button = Qt::LeftButton) {
        dragPointer(view.plot(), from, to, modifiers, button);
    }
    QImage grab() {
        view.plot().replot();
        ready = QTest::qWaitFor([this] { return view.isCurrent(); });
        view.plot().replot();
        return view.plot().grab().toImage();
    }
    QRgb colourIn(const QImage& image, FrequencyScale scale, double hz) {
        const QPointF place(view.plot().xAxis->coordToPixel(1), view.plot().yAxis->coordToPixel(scaleUnit(scale, hz)));
        return image.pixel((place * image.devicePixelRatio()).toPoint());
    }
    SpectrogramView view;
    bool ready = false;
};

inline bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

} // namespace thetascope::testing
