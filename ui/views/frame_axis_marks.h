// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/cell_grid.h"

#include <qcustomplot.h>

namespace thetascope {

/// Where the frames are: level 1 draws a tick at each frame's centre along the lower edge, level 2 also bars as long as
/// each frame's longest window along the upper edge, in staggered rows so that overlapping windows can be told apart.
/// Where ticks would run into each other, one of them stands for all.
class FrameAxisMarks : public QCPLayerable {
    Q_OBJECT
public:
    explicit FrameAxisMarks(QCPAxis* timeAxis);

    void setGrid(std::shared_ptr<const CellGrid> grid) { m_grid = std::move(grid); }
    void setLevel(int level) { m_level = level; }
    int level() const { return m_level; }

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void drawTicks(QCPPainter& painter, int first, int last) const;
    void drawBars(QCPPainter& painter, int first, int last) const;

    QCPAxis* m_timeAxis; // owned by the plot
    std::shared_ptr<const CellGrid> m_grid;
    int m_level = 0;
};

} // namespace thetascope
