// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/readout.h"

#include "ui/render/frequency_scale.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <cmath>

namespace thetascope {

namespace {

constexpr int kMargin = 3;
const QString kMinus = QStringLiteral("\u2212");

QString withTrueMinus(QString text) { return text.replace(QLatin1Char('-'), kMinus); }

QString fixed(double value, int decimals) { return withTrueMinus(QString::number(value, 'f', decimals)); }

// About four digits, so that 0.091 ms and 812.4 ms both say enough.
QString brief(double value) {
    const double size = std::abs(value);
    return fixed(value, size < 1 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0);
}

QString timePart(double seconds, double sampleRate) {
    return QStringLiteral("t %1 s (%2)").arg(fixed(seconds, 4), fixed(std::round(seconds * sampleRate), 0));
}

QString frequencyPart(const ReadoutValues& values) {
    QString part = QStringLiteral("f %1 Hz").arg(fixed(*values.frequencyHz, 1));
    if (values.bin)
        part += QStringLiteral(", bin %1").arg(*values.bin);
    if (const QString note = noteName(*values.frequencyHz); !note.isEmpty())
        part += QStringLiteral(" (%1)").arg(note);
    return part;
}

QString levelPart(double decibels) {
    if (std::isnan(decibels))
        return QObject::tr("no level");
    if (std::isinf(decibels))
        return decibels < 0 ? kMinus + QStringLiteral("\u221e dB") : QStringLiteral("\u221e dB");
    return fixed(decibels, 1) + QStringLiteral(" dB");
}

QString differencePart(double decibels) {
    if (!std::isfinite(decibels))
        return QObject::tr("no difference");
    const QString sign = decibels < 0 ? kMinus : QStringLiteral("+");
    return QObject::tr("%1%2 dB to classical").arg(sign, QString::number(std::abs(decibels), 'f', 1));
}

QString thetaPart(double theta, double sampleRate) {
    const double resolutionHz = 2 * sampleRate / theta;
    return QStringLiteral("\u03b8 %1 = %2 ms, \u0394f %3 Hz")
        .arg(fixed(theta, 1), brief(1000 * theta / sampleRate), fixed(resolutionHz, resolutionHz < 100 ? 1 : 0));
}

} // namespace

QString formatReadout(const ReadoutValues& values) {
    QStringList parts;
    if (values.timeSeconds)
        parts << timePart(*values.timeSeconds, values.sampleRate);
    if (values.frequencyHz)
        parts << frequencyPart(values);
    if (values.levelDb)
        parts << levelPart(*values.levelDb);
    if (values.differenceDb)
        parts << differencePart(*values.differenceDb);
    if (values.theta && *values.theta > 0)
        parts << thetaPart(*values.theta, values.sampleRate);
    if (values.frame)
        parts << QObject::tr("frame %1").arg(*values.frame);
    return parts.join(QStringLiteral(" | "));
}

QString measureText(double seconds, double hertz) {
    QStringList lines;
    if (seconds > 0) {
        const QString length = seconds < 1 ? brief(1000 * seconds) + QStringLiteral(" ms") : fixed(seconds, 4) + QStringLiteral(" s");
        lines << QStringLiteral("\u0394t %1, 1/\u0394t %2 Hz").arg(length, brief(1 / seconds));
    }
    if (hertz > 0)
        lines << QStringLiteral("\u0394f %1 Hz").arg(fixed(hertz, 1));
    return lines.join(QLatin1Char('\n'));
}

ReadoutLabel::ReadoutLabel(QWidget* parent) : QLabel(parent) {
    setFont(tabularFont(font()));
    setAccessibleName(tr("Values under the cursor"));
    setMargin(kMargin);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long line must not widen the window
    clearValues();
}

void ReadoutLabel::setValues(const ReadoutValues& values) { setText(formatReadout(values)); }

void ReadoutLabel::clearValues() { setText(tr("Point at the picture to read its values")); }

} // namespace thetascope
