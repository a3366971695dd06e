// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loss_view.h"

#include "ui/panels/gauges.h"
#include "ui/theme/theme.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/loss_plot.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStringList>

namespace thetascope {

namespace {

constexpr int kWeightDigits = 3;

// One entry of the key, kept on one line: a swatch in the curve's colour and the words in the text's.
QString entry(const QColor& swatch, const QString& symbol, const QString& words) {
    QString unbroken = words.toHtmlEscaped();
    unbroken.replace(u' ', QChar(0x00a0));
    return QStringLiteral("<span style='color:%1'>%2</span>\u00a0%3").arg(swatch.name(), symbol, unbroken);
}

QString termWords(const TermValue& term) {
    const QString name = QString::fromStdString(term.name);
    const QString value = formatGauge(term.value);
    if (term.weight == 1)
        return QStringLiteral("%1 %2").arg(name, value);
    return QStringLiteral("%1 %2 \u00d7 %3").arg(name, value, plainNumber(term.weight, kWeightDigits));
}

} // namespace

LossView::LossView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(0);
    m_key = new QLabel(this);
    m_key->setFont(tabularFont(font()));
    m_key->setTextFormat(Qt::RichText);
    m_key->setWordWrap(true);
    m_key->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_key->setMargin(2);
    m_key->setAccessibleName(tr("Objective and terms"));
    m_logX = new QCheckBox(tr("log x"), this);
    m_logY = new QCheckBox(tr("log y"), this);
    m_logX->setToolTip(tr("Logarithmic iterations"));
    m_logY->setToolTip(tr("Logarithmic objective; where it is not positive, of its distance above its lowest"));
    m_plot = new LossPlot(this);
    layout->addWidget(m_key, 0, 0);
    layout->addWidget(m_logX, 0, 1, Qt::AlignTop);
    layout->addWidget(m_logY, 0, 2, Qt::AlignTop);
    layout->addWidget(m_plot, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(1, 1);
    connect(m_logX, &QCheckBox::toggled, m_plot, &LossPlot::setLogX);
    connect(m_logY, &QCheckBox::toggled, m_plot, &LossPlot::setLogY);
    connect(m_plot, &LossPlot::iterationPicked, this, &LossView::iterationPicked);
    refreshKey();
}

void LossView::clear() {
    m_plot->clear();
    refreshKey();
}

void LossView::append(const std::vector<IterationRecord>& records) {
    m_plot->append(records);
    refreshKey();
}

void LossView::setBest(int iteration) {
    m_plot->setBest(iteration);
    refreshKey();
}

void LossView::setShown(int iteration) {
    m_plot->setShown(iteration);
    refreshKey();
}

void LossView::setRuns(std::vector<RunCurve> runs) {
    m_plot->setRuns(std::move(runs));
    refreshKey();
}

void LossView::setLogX(bool on) { m_logX->setChecked(on); }
void LossView::setLogY(bool on) { m_logY->setChecked(on); }
bool LossView::logX() const { return m_logX->isChecked(); }
bool LossView::logY() const { return m_logY->isChecked(); }

void LossView::refreshKey() {
    const QString line = QStringLiteral("\u2501\u2501"), dot = QStringLiteral("\u25cf");
    QStringList entries;
    if (const auto* record = m_plot->current()) {
        entries << entry(curveColours(palette()).front(), line,
                         tr("objective %1").arg(formatGauge(record->objective)));
        for (const auto& term : record->terms)
            if (const QColor swatch = m_plot->termColour(term.name); swatch.isValid())
                entries << entry(swatch, line, termWords(term));
    }
    if (const auto* best = m_plot->recordOf(m_plot->best()))
        entries << entry(goodColour(palette()), dot,
                         tr("best %1 at %2").arg(formatGauge(best->objective)).arg(best->iteration));
    for (const RunCurve& run : m_plot->runs())
        entries << entry(runColour(palette(), run.colour), QStringLiteral("\u254d\u254d"), run.name);
    if (entries.isEmpty())
        entries << tr("The objective and its terms, once a descent runs");
    m_key->setText(entries.join(QStringLiteral("\u00a0\u00a0\u00a0 ")));
}

void LossView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_plot)
        return;
    m_plot->setColours(palette());
    refreshKey();
}

} // namespace thetascope
