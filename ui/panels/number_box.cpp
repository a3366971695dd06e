// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/number_box.h"

#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr int kWidthInDigits = 11;
constexpr double kLargestStepped = 9e18; // within int64
constexpr double kStepDigits = 1e9; // steps are rounded to this share of the increment: 0.30000000000000004 reads 0.3

QString numberText(double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); }

QString valueText(const FieldValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return numberText(*real);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return QString::number(*whole);
    return {};
}

} // namespace

NumberBox::NumberBox(Kind kind, QWidget* parent) : QAbstractSpinBox(parent), m_kind(kind) {
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->setFont(tabularFont(font()));
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::typed);
    connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::writeText);
}

void NumberBox::setRange(double minimum, double maximum) {
    m_minimum = minimum;
    m_maximum = maximum;
}

void NumberBox::setOptional(bool optional) {
    m_optional = optional;
    setAutoValue(m_auto);
}

void NumberBox::setAutoValue(std::optional<double> value) {
    m_auto = value;
    const QString text = m_auto ? tr("auto (%1)").arg(QString::number(*m_auto, 'g', 7)) : tr("auto");
    lineEdit()->setPlaceholderText(m_optional ? text : QString());
}

void NumberBox::setValue(const FieldValue& value) {
    m_value = value;
    if (parse(lineEdit()->text()) != value)
        writeText();
}

std::optional<FieldValue> NumberBox::parse(const QString& text) const {
    const QString trimmed = text.trimmed();
    if (m_optional && (trimmed.isEmpty() || trimmed.compare(QLatin1String("auto"), Qt::CaseInsensitive) == 0))
        return FieldValue{};
    bool ok = false;
    if (m_kind == Kind::integer) {
        const std::int64_t whole = trimmed.toLongLong(&ok);
        return ok ? std::optional<FieldValue>(whole) : std::nullopt;
    }
    const double real = trimmed.toDouble(&ok);
    return ok && std::isfinite(real) ? std::optional<FieldValue>(real) : std::nullopt;
}

void NumberBox::typed(const QString& text) {
    const auto value = parse(text);
    if (!value) {
        emit textRefused(m_kind == Kind::integer ? tr("must be a whole number") : tr("must be a number"));
        return;
    }
    m_value = *value;
    emit edited();
}

double NumberBox::number() const {
    if (const auto* real = std::get_if<double>(&m_value))
        return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&m_value))
        return static_cast<double>(*whole);
    return m_auto.value_or(m_minimum);
}

double NumberBox::stepSize(double at) const {
    if (!m_adaptive)
        return m_increment;
    return at == 0 ? 1 : std::pow(10, std::floor(std::log10(std::abs(at)) + 1e-9) - 1);
}

void NumberBox::stepBy(int steps) {
    const double at = number(), size = stepSize(at);
    const double grain = size / kStepDigits;
    const double to = std::clamp(std::round((at + steps * size) / grain) * grain, m_minimum, m_maximum);
    if (m_kind == Kind::integer)
        m_value = static_cast<std::int64_t>(std::llround(std::min(to, kLargestStepped)));
    else
        m_value = numberText(to).size() > kWidthInDigits ? QString::number(to, 'g', kWidthInDigits).toDouble() : to;
    writeText();
    emit edited();
}

void NumberBox::writeText() {
    const QSignalBlocker quiet{lineEdit()};
    lineEdit()->setText(valueText(m_value));
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
    StepEnabled enabled = StepNone;
    if (number() < m_maximum)
        enabled |= StepUpEnabled;
    if (number() > m_minimum)
        enabled |= StepDownEnabled;
    return enabled;
}

void NumberBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

QSize NumberBox::sizeHint() const {
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QFontMetrics metrics{lineEdit()->font()};
    const QSize content(metrics.horizontalAdvance(QLatin1Char('0')) * kWidthInDigits, lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, content, this);
}

} // namespace thetascope
