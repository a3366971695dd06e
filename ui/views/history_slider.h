// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace thetascope {

/// A horizontal slider that goes where it is clicked and marks the best iteration above its groove.
class HistorySlider : public QSlider {
    Q_OBJECT

public:
    explicit HistorySlider(QWidget* parent = nullptr);

    void setBest(int value); ///< -1: none
    /// Middle of the handle at a value, logical pixels.
    int pixelOf(int value) const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect handle() const;

    int m_best = -1;
};

} // namespace thetascope
