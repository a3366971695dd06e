// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/theta_view.h"

#include "ui/views/map_axis_pane.h"
#include "ui/views/theta_axis_curve.h"

#include <QStackedLayout>
#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {

double thetaInUnit(double theta, ThetaUnit unit, double sampleRate) {
    switch (unit) {
    case ThetaUnit::milliseconds:
        return 1000 * theta / sampleRate;
    case ThetaUnit::bandwidthHz:
        return 2 * sampleRate / theta;
    case ThetaUnit::samples:
        break;
    }
    return theta;
}

QString thetaUnitName(ThetaUnit unit) {
    switch (unit) {
    case ThetaUnit::milliseconds:
        return QStringLiteral("ms");
    case ThetaUnit::bandwidthHz:
        return QStringLiteral("Hz");
    case ThetaUnit::samples:
        break;
    }
    return QStringLiteral("samples");
}

class ThetaView::Private {
public:
    explicit Private(ThetaView& view) : stack(new QStackedLayout(&view)), map(new MapPane), curve(new ThetaCurve) {
        stack->setContentsMargins(0, 0, 0, 0);
        stack->addWidget(curve);
        stack->addWidget(map);
    }

    bool showsMap() const { return stack->currentWidget() == map; }

    void applyScale() {
        const double rate = grid ? grid->spectrogram->sampleRate : 1;
        const auto ends = std::minmax({thetaInUnit(bounds.low, unit, rate), thetaInUnit(bounds.high, unit, rate)});
        map->setLevels({20 * std::log10(bounds.low), 20 * std::log10(bounds.high)});
        map->setScale({ends.first, ends.second}, thetaAxisLabel(unit), true, unit == ThetaUnit::bandwidthHz);
        curve->setScale(bounds, unit);
    }

    void show(std::shared_ptr<const Spectrogram> spectrogram) {
        const double before = grid ? grid->spectrogram->sampleRate : 0;
        grid = thetaGrid(std::move(spectrogram));
        const bool isMap = grid && grid->spectrogram->tiling.mode == ThetaMode::timeFrequency;
        map->setGrid(isMap ? grid : nullptr);
        curve->setGrid(isMap ? nullptr : grid);
        stack->setCurrentWidget(isMap ? static_cast<QWidget*>(map) : curve);
        if (grid && before != grid->spectrogram->sampleRate)
            applyScale();
    }

    QStackedLayout* stack; // owned by the view, as the two below
    MapPane* map;
    ThetaCurve* curve;
    std::shared_ptr<const CellGrid> grid;
    AxisSpan bounds{1, 2};
    ThetaUnit unit = ThetaUnit::samples;
};

ThetaView::ThetaView(QWidget* parent) : QWidget(parent), m_private(std::make_unique<Private>(*this)) {
    setAccessibleName(tr("Window length"));
    setAccessibleDescription(tr("The window length over time and frequency, on a logarithmic scale between its bounds."));
    m_private->map->setColourMap(QStringLiteral("viridis"));
    m_private->applyScale();
    AxisPlot* map = &m_private->map->plot();
    map->setColourScale(nullptr); // its ends are the bounds: nothing to drag
    ThetaCurve* curve = m_private->curve;
    // What is changed in one is set in the other, so that they agree when the mode changes.
    connect(map, &AxisPlot::timeEdited, this, [this](double low, double high) {
        m_private->curve->setTimeRange({low, high});
        emit timeRangeChanged(low, high);
    });
    connect(m_private->map, &MapPane::frequencyEdited, this, [this](double low, double high) {
        m_private->curve->setFrequencyRange({low, high});
        emit frequencyRangeChanged(low, high);
    });
    connect(curve, &ThetaCurve::timeEdited, this, [this](double low, double high) {
        m_private->map->setTimeRange({low, high});
        emit timeRangeChanged(low, high);
    });
    connect(curve, &ThetaCurve::frequencyEdited, this, [this](double low, double high) {
        m_private->map->setFrequencyRange({low, high});
        emit frequencyRangeChanged(low, high);
    });
    connect(m_private->map, &MapPane::pointerMoved, this, &ThetaView::cursorMoved);
    connect(map, &AxisPlot::pointerLeft, this, &ThetaView::cursorLeft);
    connect(m_private->map, &MapPane::regionSelected, this, [this](double from, double to, double low, double high) {
        emit regionSelected(AxisSpan{from, to}, high > low ? std::optional(AxisSpan{low, high}) : std::nullopt);
    });
    connect(m_private->map, &MapPane::measured, this, [this](double from, double to, double low, double high) {
        emit measured(AxisSpan{from, to}, AxisSpan{low, high});
    });
    connect(curve, &ThetaCurve::regionSelected, this, &ThetaView::regionSelected);
    connect(curve, &ThetaCurve::measured, this, &ThetaView::measured);
    connect(curve, &ThetaCurve::pointerMoved, this, [this](std::optional<double> seconds, std::optional<double> hz) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        emit cursorMoved(seconds.value_or(none), hz.value_or(none));
    });
    connect(&curve->plot(), &AxisPlot::pointerLeft, this, &ThetaView::cursorLeft);
}

ThetaView::~ThetaView() = default;

void ThetaView::setSpectrogram(std::shared_ptr<const Spectrogram> spectrogram) { m_private->show(std::move(spectrogram)); }

void ThetaView::setCaption(const QString& caption) {
    m_private->map->setCaption(caption);
    m_private->curve->setCaption(caption);
}

void ThetaView::setFooter(const QString& footer) {
    m_private->map->setFooter(footer);
    m_private->curve->setFooter(footer);
}

void ThetaView::setBounds(double low, double high) {
    if (!(low > 0 && low < high))
        return;
    m_private->bounds = {low, high};
    m_private->applyScale();
}

void ThetaView::setUnit(ThetaUnit unit) {
    m_private->unit = unit;
    m_private->applyScale();
}

ThetaUnit ThetaView::unit() const { return m_private->unit; }
void ThetaView::setColourMap(const QString& name) { m_private->map->setColourMap(name); }

void ThetaView::setFrequencyScale(FrequencyScale scale) {
    m_private->map->setFrequencyScale(scale);
    m_private->curve->setFrequencyScale(scale);
}

void ThetaView::setTool(Tool tool) {
    m_private->map->plot().setTool(tool);
    m_private->curve->plot().setTool(tool);
}

void ThetaView::setSelection(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz) {
    m_private->map->setSelection(seconds, hertz);
    m_private->curve->setSelection(seconds, hertz);
}

void ThetaView::setHarmonics(bool on) {
    m_private->map->setHarmonics(on);
    m_private->curve->setHarmonics(on);
}

void ThetaView::setMeasure(std::optional<AxisSpan> seconds, std::optional<AxisSpan> hertz, const QString& figures) {
    m_private->map->setMeasure(seconds, hertz, figures);
    m_private->curve->setMeasure(seconds, hertz, figures);
}

void ThetaView::setTimeRange(double low, double high) {
    m_private->map->setTimeRange({low, high});
    m_private->curve->setTimeRange({low, high});
}

void ThetaView::setFrequencyRange(double low, double high) {
    m_private->map->setFrequencyRange({low, high});
    m_private->curve->setFrequencyRange({low, high});
}

AxisSpan ThetaView::timeRange() const {
    return m_private->showsMap() ? m_private->map->timeRange() : m_private->curve->timeRange();
}

AxisSpan ThetaView::frequencyRange() const {
    return m_private->showsMap() ? m_private->map->frequencyRange() : m_private->curve->frequencyRange();
}

void ThetaView::setTimeLimits(double low, double high) {
    m_private->map->setTimeLimits({low, high});
    m_private->curve->setTimeLimits({low, high});
}

void ThetaView::setCursor(std::optional<double> seconds, std::optional<double> hz) {
    m_private->map->setCursor(seconds, hz);
    m_private->curve->setCursor(seconds, hz);
}

bool ThetaView::isCurrent() const { return !m_private->showsMap() || m_private->map->isCurrent(); }

QCustomPlot& ThetaView::plot() {
    return m_private->showsMap() ? m_private->map->plot() : m_private->curve->plot();
}

} // namespace thetascope
