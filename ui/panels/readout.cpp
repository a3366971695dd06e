// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/readout.h"

#include "ui/theme/theme.h"

#include <QStringList>
#include <array>
#include <cmath>

namespace thetascope {

namespace {

constexpr int kMargin = 3;
constexpr double kA4Hz = 440;
constexpr int kA4Note = 69, kLowestNote = 0, kHighestNote = 139; // MIDI numbers; 139 is G10, above any hearing
constexpr int kNotesPerOctave = 12;
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

QString thetaPart(double theta, double sampleRate) {
    const double resolutionHz = 2 * sampleRate / theta;
    return QStringLiteral("\u03b8 %1 = %2 ms, \u0394f %3 Hz")
        .arg(fixed(theta, 1), brief(1000 * theta / sampleRate), fixed(resolutionHz, resolutionHz < 100 ? 1 : 0));
}

} // namespace

QString noteName(double frequencyHz) {
    static const std::array<const char*, kNotesPerOctave> names{"C",  "C#", "D",  "D#", "E",  "F",
                                                                "F#", "G",  "G#", "A",  "A#", "B"};
    if (!(frequencyHz > 0) || !std::isfinite(frequencyHz))
        return {};
    const double note = kA4Note + kNotesPerOctave * std::log2(frequencyHz / kA4Hz);
    const int nearest = static_cast<int>(std::lround(note));
    if (nearest < kLowestNote || nearest > kHighestNote)
        return {};
    const int cents = static_cast<int>(std::lround(100 * (note - nearest)));
    const QString name = QLatin1String(names[static_cast<std::size_t>(nearest % kNotesPerOctave)])
                         + withTrueMinus(QString::number(nearest / kNotesPerOctave - 1));
    if (cents == 0)
        return name;
    return QStringLiteral("%1 %2%3 c").arg(name, cents < 0 ? kMinus : QStringLiteral("+")).arg(std::abs(cents));
}

QString formatReadout(const ReadoutValues& values) {
    QStringList parts;
    if (values.timeSeconds)
        parts << timePart(*values.timeSeconds, values.sampleRate);
    if (values.frequencyHz)
        parts << frequencyPart(values);
    if (values.levelDb)
        parts << levelPart(*values.levelDb);
    if (values.theta && *values.theta > 0)
        parts << thetaPart(*values.theta, values.sampleRate);
    if (values.frame)
        parts << QObject::tr("frame %1").arg(*values.frame);
    return parts.join(QStringLiteral(" | "));
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
