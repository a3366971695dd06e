// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/mouse.h"
#include "ui/theme/theme.h"
#include "ui/views/waveform_view.h"

#include <QTest>
#include <memory>

namespace thetascope::testing {

constexpr double kRate = 8000;
constexpr int kSeconds = 4;

inline std::shared_ptr<std::vector<float>> silence() { return std::make_shared<std::vector<float>>(kSeconds * int(kRate), 0.0F); }

inline Tiling evenTiling(int frames) {
    Tiling tiling;
    tiling.support = 256;
    tiling.theta = RealFrames::Constant(1, 1, 128);
    tiling.positions = Vector::LinSpaced(frames, 0, kSeconds * kRate) - 0.5 * (tiling.support - 1);
    return tiling; // centres from 0 to the end
}

/// A view of silence with one click.
class ShownWaveform {
protected:
    std::unique_ptr<WaveformView> m_view;

    bool show() {
        m_view = std::make_unique<WaveformView>();
        m_view->setPalette(lightPalette());
        m_view->resize(900, 150);
        m_view->show();
        if (!QTest::qWaitForWindowExposed(m_view.get()))
            return false;
        auto samples = silence();
        (*samples)[std::size_t(2.5 * kRate)] = 1; // a click of one sample
        m_view->setPeaks(std::make_shared<WaveformPeaks>(samples, kRate));
        m_view->replot();
        return true;
    }
    QPoint at(double seconds) const {
        return {qRound(m_view->xAxis->coordToPixel(seconds)), m_view->axisRect()->center().y()};
    }
    void wheel(QPoint position, int notches, Qt::KeyboardModifiers modifiers = {}) {
        turnWheel(*m_view, position, {0, wheelNotch * notches}, modifiers);
    }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        dragPointer(*m_view, from, to, modifiers, button);
    }
};

} // namespace thetascope::testing
