// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/frequency_scale.h"

#include <QString>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QCPAxisRect;
class QCPGraph;
class QCPItemStraightLine;
class QCPTextElement;
class QCustomPlot;

namespace thetascope {

class FrequencyAxis;

/// A column of a spectrogram: levels of bins hzPerBin apart, from 0 Hz.
struct SpectrumSlice {
    double hzPerBin = 0;
    std::vector<double> levelDb;
};

/// The window of a cell: weights at even distances over thetaSeconds, within a support of supportSeconds.
struct SliceWindow {
    std::vector<double> weights;
    double thetaSeconds = 0, supportSeconds = 0;
};

/// The spectrum at one moment, adaptive and classical one over the other, and above them the window that made the cell under
/// the cursor, to its true length. Follows the widget's palette and font. GUI thread.
class SliceView : public QWidget {
    Q_OBJECT

public:
    explicit SliceView(QWidget* parent = nullptr);
    ~SliceView() override;

    void setSlices(const SpectrumSlice& adaptive, const std::optional<SpectrumSlice>& classical);
    void setWindowShape(const SliceWindow& window);
    /// A line in words above all, e.g. which frame it is.
    void setCaption(const QString& caption);
    void setCursor(std::optional<double> hz);
    void setDbLimits(double floorDb, double ceilingDb);
    void setFrequencyScale(FrequencyScale scale);
    void setFrequencyRange(double lowHz, double highHz);
    /// Nothing to show yet.
    void clear();

    QCustomPlot& plot() { return *m_plot; }
    QCPGraph& adaptiveGraph() { return *m_adaptive; }
    QCPGraph& windowGraph() { return *m_window; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildWindowRect();
    void buildSpectrumRect();
    void fill(QCPGraph& graph, const SpectrumSlice& slice) const;
    void recolour();

    QCustomPlot* m_plot; ///< child widget; owns what follows
    QCPAxisRect *m_windowRect = nullptr, *m_spectrumRect = nullptr;
    QCPGraph *m_window = nullptr, *m_adaptive = nullptr, *m_classical = nullptr;
    QCPItemStraightLine* m_line = nullptr;
    QCPTextElement* m_caption = nullptr;
    std::unique_ptr<FrequencyAxis> m_frequency;
    SpectrumSlice m_adaptiveSlice;
    std::optional<SpectrumSlice> m_classicalSlice;
    std::optional<double> m_cursorHz;
};

} // namespace thetascope
