// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gauges.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr int kDigits = 5;
constexpr double kScientificBelow = 1e-3, kScientificFrom = 1e9, kGroupFrom = 1e4;
constexpr double kPaceWholeFrom = 1000;
constexpr int kGroup = 3;
constexpr int kSpacing = 3;
const QChar kThinSpace{0x2009};
const QString kDash = QStringLiteral("\u2013");

void group(QString& digits) {
    for (qsizetype at = digits.size() - kGroup; at > 0; at -= kGroup)
        digits.insert(at, kThinSpace);
}

QString magnitudeText(double size) {
    if (size != 0 && (size < kScientificBelow || size >= kScientificFrom))
        return QString::number(size, 'e', kDigits - 2);
    const int whole = size == 0 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1; // negative: zeros after the point
    QString text = QString::number(size, 'f', std::max(0, kDigits - whole));
    if (size >= kGroupFrom)
        group(text);
    return text;
}

QString pace(double value) { return QString::number(value, 'f', value < kPaceWholeFrom ? 1 : 0); }

QString percent(double share) { return QString::number(100 * share, 'f', 1) + QStringLiteral(" %"); }

template <class Value, class Format>
QString orDash(const std::optional<Value>& value, Format format) {
    return value ? format(*value) : kDash;
}

QString boundText(const GaugeValues& values) {
    if (!values.atLowerBound || !values.atUpperBound)
        return kDash;
    const int lower = *values.atLowerBound, upper = *values.atUpperBound;
    QString text = QString::number(lower + upper);
    if (values.parameters)
        text += QObject::tr(" of %1").arg(*values.parameters);
    return lower + upper == 0 ? text : text + QObject::tr(" (%1 low, %2 high)").arg(lower).arg(upper);
}

void colour(QLabel& label, const QColor& text) {
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, text);
    label.setPalette(palette);
}

} // namespace

QString formatGauge(double value) {
    if (std::isnan(value))
        return QObject::tr("not a number");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("\u221e") : QStringLiteral("\u2212\u221e");
    const QString text = magnitudeText(std::abs(value));
    return value < 0 ? QStringLiteral("\u2212") + text : text;
}

Gauges::Gauges(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setVerticalSpacing(kSpacing);
    grid->setColumnStretch(1, 1);
    m_rows.push_back(addRow(*grid, tr("Objective"), tr("What the descent makes small: the weighted sum of the terms")));
    m_terms = new QGridLayout;
    m_terms->setVerticalSpacing(kSpacing);
    m_terms->setColumnStretch(1, 1);
    m_terms->setContentsMargins(fontMetrics().averageCharWidth() * 2, 0, 0, 0);
    grid->addLayout(m_terms, grid->rowCount(), 0, 1, 2);
    for (const auto& [name, tip] : std::vector<std::pair<QString, QString>>{
             {tr("Entropy / ln TF"), tr("Normalised entropy H / ln(T F), H = −Σ p ln p, p = |S| / Σ|S|: 0 when one cell "
                                       "holds everything, 1 when all are alike")},
             {tr("Effective cells"), tr("exp(H): how many equal cells would have the same entropy")},
             {tr("Kurtosis"), tr("Mean over the frames of mean |S|⁴ / (mean |S|²)²: 1 when all bins are alike, F when one "
                                "holds all")},
             {tr("Coverage"), tr("Share of the signal that at least one window sees: |union of [c − θ/2, c + θ/2]| / M")},
             {tr("Reconstruction"), tr("Signal to error to expect of the inverse transform, 20 lg |x| / |x - x'|, in the precision "
                                     "of the settings. Where theta varies along frequency the inverse is an iteration of "
                                     "seconds per second of sound, made when asked for.")},
             {tr("At a bound"), tr("Window lengths that rest on the shortest or longest allowed")},
             {tr("Gradient norm"), tr("Euclidean norm of the gradient, in the optimiser's own variables")},
             {tr("ms / iteration"), tr("Computing time of one iteration")},
             {tr("Iterations / s"), tr("As they come, pictures and all")}})
        m_rows.push_back(addRow(*grid, name, tip));
    for (const Row& row : m_rows)
        if (row.name->text() == tr("Reconstruction")) {
            row.value->setTextFormat(Qt::AutoText);
            row.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
            connect(row.value, &QLabel::linkActivated, this, &Gauges::reconstructionRequested);
        }
    grid->setRowStretch(grid->rowCount(), 1);
    setAccessibleName(tr("Live numbers of the descent"));
    clear();
}

Gauges::Row Gauges::addRow(QGridLayout& grid, const QString& name, const QString& tip) {
    const Row row{new QLabel(name, this), new QLabel(kDash, this)};
    row.value->setFont(tabularFont(font()));
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.value->setWordWrap(true); // rather than cut off in a narrow dock
    row.value->setAccessibleName(name);
    row.name->setToolTip(tip);
    row.value->setToolTip(tip);
    const int at = grid.rowCount();
    grid.addWidget(row.name, at, 0);
    grid.addWidget(row.value, at, 1);
    return row;
}

void Gauges::setRow(const QString& name, const QString& value) {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.name->text() == name; });
    found->value->setText(value);
}

void Gauges::setValues(const GaugeValues& values) {
    setRow(tr("Objective"), values.record ? formatGauge(values.record->objective) : kDash);
    showTerms(values.record ? values.record->terms : std::vector<TermValue>{});
    setRow(tr("Entropy / ln TF"), orDash(values.normalisedEntropy, formatGauge));
    setRow(tr("Effective cells"), orDash(values.effectiveCells, formatGauge));
    setRow(tr("Kurtosis"), orDash(values.kurtosis, formatGauge));
    setRow(tr("Coverage"), orDash(values.coverage, percent));
    showReconstruction(values);
    setRow(tr("At a bound"), boundText(values));
    setRow(tr("Gradient norm"), values.record ? formatGauge(values.record->gradientNorm) : kDash);
    setRow(tr("ms / iteration"), orDash(values.millisecondsPerIteration, pace));
    setRow(tr("Iterations / s"), orDash(values.iterationsPerSecond, pace));
    m_atBound = values.atLowerBound.value_or(0) + values.atUpperBound.value_or(0) > 0;
    updateColours();
}

void Gauges::showReconstruction(const GaugeValues& values) {
    const bool known = values.reconstructionSnrDb && values.inverse != InverseGauge::measuring;
    const auto decibels = [](double snr) {
        if (std::isnan(snr)) return kDash;
        return std::isinf(snr) ? tr("exact") : QString::number(snr, 'f', 1) + QStringLiteral(" dB");
    };
    const bool offered = !known && values.inverse == InverseGauge::offered;
    setRow(tr("Reconstruction"), values.inverse == InverseGauge::measuring ? tr("measuring…")
                                 : offered ? QStringLiteral("<a href=\"measure\">%1</a>").arg(tr("measure"))
                                           : orDash(values.reconstructionSnrDb, decibels));
}

void Gauges::showTerms(const std::vector<TermValue>& terms) {
    while (m_termRows.size() < terms.size())
        m_termRows.push_back(addRow(*m_terms, QString(), tr("The term's own value, before its weight")));
    for (std::size_t i = 0; i < m_termRows.size(); ++i) {
        const Row& row = m_termRows[i];
        row.name->setVisible(i < terms.size());
        row.value->setVisible(i < terms.size());
        if (i >= terms.size())
            continue;
        const QString name = QString::fromStdString(terms[i].name);
        const QString weight = QString::number(terms[i].weight, 'g', 4).replace(u'-', QChar(0x2212));
        row.name->setText(terms[i].weight == 1 ? name : tr("%1, weight %2").arg(name, weight));
        row.value->setText(formatGauge(terms[i].value));
        row.value->setAccessibleName(name);
    }
}

QString Gauges::text(const QString& name) const {
    for (const auto* rows : {&m_rows, &m_termRows})
        for (const Row& row : *rows)
            if (!row.name->isHidden() && row.name->text() == name)
                return row.value->text();
    return {};
}

void Gauges::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void Gauges::updateColours() {
    for (const auto* rows : {&m_rows, &m_termRows})
        for (const Row& row : *rows) {
            const bool warned = m_atBound && row.name->text() == tr("At a bound");
            colour(*row.name, mutedColour(palette()));
            colour(*row.value, warned ? warningColour(palette()) : palette().color(QPalette::WindowText));
        }
}

} // namespace thetascope
