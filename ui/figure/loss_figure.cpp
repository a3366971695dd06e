// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure.h"

#include "ui/figure/figure_file.h"
#include "ui/views/axis_colours.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/guarded_plot.h"
#include "ui/views/map_axis_pane.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {
namespace {

constexpr double curveWidth = 2;
constexpr double rangePadding = 0.08; // share of a panel's range left free above and below
constexpr double objectiveShare = 2;  // height of the objective's panel, in terms' panels
constexpr int labelEms = 4;           // width of the numbers on the left, lines of text
constexpr double footEms = 2.7;       // height of the numbers and the label below

/// One curve of the figure, in its own panel: terms differ by orders of magnitude and must not hide each other.
struct Trace {
    QString title;
    QVector<double> iterations, values;
    double first = 0, last = 0;
};

double notANumber() { return std::numeric_limits<double>::quiet_NaN(); }

/// Iteration 0 has no place on a logarithmic axis: iterations are counted from 1 here, as the axis label says.
double place(const IterationRecord& record) { return record.iteration + 1.0; }

const TermValue* findTerm(const IterationRecord& record, const std::string& name) {
    const auto named = [&](const TermValue& term) { return term.name == name; };
    const auto found = std::find_if(record.terms.begin(), record.terms.end(), named);
    return found == record.terms.end() ? nullptr : &*found;
}

double weightedTerm(const IterationRecord& record, const std::string& name) {
    const TermValue* term = findTerm(record, name);
    return term != nullptr ? term->weight * term->value : notANumber();
}

/// The term's name, with its last weight where that isn't 1.
QString termTitle(const IterationRecord& record, const std::string& name) {
    const TermValue* term = findTerm(record, name);
    const QString title = QString::fromStdString(name);
    return term == nullptr || term->weight == 1 ? title : plainNumber(term->weight, 3) + QStringLiteral(" × ") + title;
}

void finish(Trace& trace) {
    const auto finite = [](double value) { return std::isfinite(value); };
    const auto first = std::find_if(trace.values.begin(), trace.values.end(), finite);
    const auto last = std::find_if(trace.values.rbegin(), trace.values.rend(), finite);
    trace.first = first == trace.values.end() ? notANumber() : *first;
    trace.last = last == trace.values.rend() ? notANumber() : *last;
}

std::vector<Trace> tracesOf(const std::vector<IterationRecord>& records) {
    std::vector<std::string> names; // every term that ever took part, in order of appearance
    for (const IterationRecord& record : records) {
        for (const TermValue& term : record.terms) {
            if (std::find(names.begin(), names.end(), term.name) == names.end())
                names.push_back(term.name);
        }
    }
    std::vector<Trace> traces(1 + names.size());
    traces[0].title = QStringLiteral("objective");
    for (size_t i = 0; i < names.size(); ++i)
        traces[i + 1].title = termTitle(records.back(), names[i]);
    for (const IterationRecord& record : records) {
        for (size_t i = 0; i < traces.size(); ++i) {
            traces[i].iterations.append(place(record));
            traces[i].values.append(i == 0 ? record.objective : weightedTerm(record, names[i - 1]));
        }
    }
    std::for_each(traces.begin(), traces.end(), finish);
    if (traces.size() == 2) // a single term is the objective
        traces.pop_back();
    return traces;
}

QCPRange paddedRange(const QVector<double>& values) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        return {0, 1};
    const double padding = high > low ? rangePadding * (high - low) : std::max(1e-12, 0.1 * std::abs(high));
    return {low - padding, high + padding};
}

/// Distinct on white and on black, and for the colour-blind (Okabe and Ito, 2008; the yellow left out).
QColor traceColour(size_t index, const AxisColours& colours) {
    static const QColor terms[] = {QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0x56, 0xa4, 0xd9),
                                   QColor(0xcc, 0x79, 0xa7), QColor(0xe6, 0x9f, 0x00)};
    return index == 0 ? colours.text : terms[(index - 1) % std::size(terms)];
}

class LossPlot : public QWidget {
public:
    LossPlot(const std::vector<Trace>& traces, const FigureStyle& style)
        : m_plot(new GuardedPlot(this)), m_colours(axisColours(figurePalette(style.dark))), m_font(figureFont(style)) {
        setPalette(figurePalette(style.dark));
        m_plot->setBackground(m_colours.background);
        m_plot->plotLayout()->clear();
        m_plot->plotLayout()->setRowSpacing(0);
        addLine(style.caption, true, style);
        m_group = new QCPMarginGroup(m_plot);
        for (size_t i = 0; i < traces.size(); ++i)
            addPanel(traces[i], i, i + 1 == traces.size());
        sharePanels(traces.size(), style.size.height());
        addLine(style.settings, false, style);
    }

    QCustomPlot& plot() { return *m_plot; }

private:
    void addLine(const QString& text, bool strong, const FigureStyle& style) {
        QFont font = m_font;
        font.setBold(strong);
        auto* element = new QCPTextElement(m_plot);
        const int left = QFontMetrics(m_font).height();
        setLine(*element, text, font, left, style.size.width() - 2 * left, strong ? 1 : 2);
        element->setTextColor(strong ? m_colours.text : blend(m_colours.background, m_colours.text, 0.7));
        m_plot->plotLayout()->addElement(m_plot->plotLayout()->rowCount(), 0, element);
    }

    void addPanel(const Trace& trace, size_t index, bool last) {
        const int em = QFontMetrics(m_font).height();
        auto* rect = new QCPAxisRect(m_plot);
        const int row = m_plot->plotLayout()->rowCount();
        m_plot->plotLayout()->addElement(row, 0, rect);
        rect->setupFullAxesBox();
        for (QCPAxis* axis : {rect->axis(QCPAxis::atTop), rect->axis(QCPAxis::atRight)}) {
            axis->setTicks(false);
            axis->setTickLabels(false);
        }
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, m_group);
        rect->setMinimumMargins({labelEms * em, em / 2, em, em / 4});
        QCPAxis& x = *rect->axis(QCPAxis::atBottom);
        x.setScaleType(QCPAxis::stLogarithmic);
        x.setTicker(makeTicker<LogTicker>());
        x.setRange(trace.iterations.front(), std::max(trace.iterations.back(), trace.iterations.front() * 1.5));
        x.setTickLabels(last);
        if (last)
            x.setLabel(QStringLiteral("Iteration, counted from 1"));
        QCPAxis& y = *rect->axis(QCPAxis::atLeft);
        y.setTicker(makeTicker<NumberTicker>());
        y.ticker()->setTickCount(index == 0 ? 5 : 3);
        y.setRange(paddedRange(trace.values));
        colourAxes(*rect, m_colours, m_font);
        addCurve(trace, index, x, y);
        addTitle(trace, index, *rect);
    }

    /// Equal terms' panels and a taller one for the objective, though the last also carries the axis below.
    void sharePanels(size_t panels, int height) {
        const double em = QFontMetrics(m_font).height();
        const double shares = objectiveShare + static_cast<double>(panels) - 1;
        const double unit = std::max(1.0, (height - (2 * 4.0 / 3 + footEms) * em) / shares);
        for (int row = 1; row <= static_cast<int>(panels); ++row) {
            const bool last = row == static_cast<int>(panels);
            const double share = unit * (row == 1 ? objectiveShare : 1);
            m_plot->plotLayout()->setRowStretchFactor(row, share + (last ? footEms * em : 0));
        }
    }

    void addCurve(const Trace& trace, size_t index, QCPAxis& x, QCPAxis& y) {
        QCPGraph* graph = m_plot->addGraph(&x, &y);
        graph->setData(trace.iterations, trace.values, true);
        graph->setPen(QPen(traceColour(index, m_colours), curveWidth));
        if (trace.iterations.size() == 1)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 3 * curveWidth));
    }

    /// Name and how far it went, where the curve of a descent leaves room: at the upper right.
    void addTitle(const Trace& trace, size_t index, QCPAxisRect& rect) {
        auto* title = new QCPItemText(m_plot);
        title->setClipToAxisRect(false);
        title->position->setType(QCPItemPosition::ptAxisRectRatio);
        title->position->setAxisRect(&rect);
        title->position->setCoords(1, 0);
        title->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
        const int em = QFontMetrics(m_font).height();
        title->setPadding({0, em / 4, em / 2, 0});
        QFont font = m_font;
        font.setBold(index == 0);
        title->setFont(font);
        title->setColor(traceColour(index, m_colours));
        const QString ends = plainNumber(trace.first, 4) + QStringLiteral(" → ") + plainNumber(trace.last, 4);
        title->setText(trace.title + QStringLiteral("  ") + ends);
    }

    QCustomPlot* m_plot; // child widget; owns what is added to it
    QCPMarginGroup* m_group = nullptr;
    AxisColours m_colours;
    QFont m_font;
};

} // namespace

Result<FigureDrawing> lossFigure(const std::vector<IterationRecord>& records, const FigureStyle& style, bool vector) {
    if (records.empty())
        return Error{ErrorKind::arguments, "There is no history to draw: run the descent first."};
    if (style.size.isEmpty())
        return Error{ErrorKind::arguments, "A picture needs a width and a height above zero."};
    LossPlot figure(tracesOf(records), style);
    return recordPlot(figure.plot(), style, vector);
}

Status writeLossFigure(const QString& path, const std::vector<IterationRecord>& records, const FigureStyle& style) {
    if (const Status known = checkFigurePath(path); !known)
        return known;
    const Result<FigureDrawing> drawing = lossFigure(records, style, isVectorPath(path));
    return drawing ? writeDrawing(path, *drawing) : Status(drawing.error());
}

} // namespace thetascope
