// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/frequency_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace thetascope {
namespace {

constexpr double melFactor = 2595, melCornerHz = 700;
constexpr double barkFactor = 26.81, barkCornerHz = 1960, barkOffset = 0.53;
constexpr double erbFactor = 21.4, erbPerHz = 0.00437;
constexpr double a4Hz = 440;
constexpr int a4Note = 69, lowestNote = 0, highestNote = 139; // MIDI numbers; 139 is B10, above any hearing
constexpr int notesPerOctave = 12;
constexpr double lowestLogHertz = 20; // where hearing begins; lower on demand only
const QChar minusSign(0x2212);

} // namespace

const std::vector<FrequencyScaleName>& frequencyScales() {
    static const std::vector<FrequencyScaleName> names{
        {FrequencyScale::linear, "linear", QT_TRANSLATE_NOOP("DisplayPanel", "linear")},
        {FrequencyScale::logarithmic, "log", QT_TRANSLATE_NOOP("DisplayPanel", "logarithmic")},
        {FrequencyScale::mel, "mel", QT_TRANSLATE_NOOP("DisplayPanel", "mel")},
        {FrequencyScale::bark, "bark", QT_TRANSLATE_NOOP("DisplayPanel", "Bark")},
        {FrequencyScale::erb, "erb", QT_TRANSLATE_NOOP("DisplayPanel", "ERB rate")},
        {FrequencyScale::notes, "notes", QT_TRANSLATE_NOOP("DisplayPanel", "notes")}};
    return names;
}

double scaleUnit(FrequencyScale scale, double hz) {
    switch (scale) {
    case FrequencyScale::logarithmic: return std::log2(hz);
    case FrequencyScale::mel: return melFactor * std::log10(1 + hz / melCornerHz);
    case FrequencyScale::bark: return barkFactor * hz / (barkCornerHz + hz) - barkOffset;
    case FrequencyScale::erb: return erbFactor * std::log10(1 + erbPerHz * hz);
    case FrequencyScale::notes: return a4Note + notesPerOctave * std::log2(hz / a4Hz);
    case FrequencyScale::linear: break;
    }
    return hz;
}

double scaleHz(FrequencyScale scale, double unit) {
    switch (scale) {
    case FrequencyScale::logarithmic: return std::exp2(unit);
    case FrequencyScale::mel: return melCornerHz * (std::pow(10, unit / melFactor) - 1);
    case FrequencyScale::bark: return barkCornerHz * (unit + barkOffset) / (barkFactor - barkOffset - unit);
    case FrequencyScale::erb: return (std::pow(10, unit / erbFactor) - 1) / erbPerHz;
    case FrequencyScale::notes: return a4Hz * std::exp2((unit - a4Note) / notesPerOctave);
    case FrequencyScale::linear: break;
    }
    return unit;
}

AxisSpan scaleUnits(FrequencyScale scale, AxisSpan hz) { return {scaleUnit(scale, hz.low), scaleUnit(scale, hz.high)}; }

AxisSpan scaleHz(FrequencyScale scale, AxisSpan units) { return {scaleHz(scale, units.low), scaleHz(scale, units.high)}; }

AxisSpan scaleLimitsHz(FrequencyScale scale, double hzPerBin, double highestHz) {
    return {needsPositive(scale) ? std::min(std::max(hzPerBin, lowestLogHertz), 0.5 * highestHz) : 0, highestHz};
}

QString noteName(double frequencyHz) {
    static const std::array<const char*, notesPerOctave> names{"C",  "C#", "D",  "D#", "E",  "F",
                                                               "F#", "G",  "G#", "A",  "A#", "B"};
    if (!(frequencyHz > 0) || !std::isfinite(frequencyHz))
        return {};
    const double note = scaleUnit(FrequencyScale::notes, frequencyHz);
    const int nearest = static_cast<int>(std::lround(note));
    if (nearest < lowestNote || nearest > highestNote)
        return {};
    const int cents = static_cast<int>(std::lround(100 * (note - nearest)));
    const QString octave = QString::number(nearest / notesPerOctave - 1).replace(QLatin1Char('-'), minusSign);
    const QString name = QLatin1String(names[static_cast<std::size_t>(nearest % notesPerOctave)]) + octave;
    if (cents == 0)
        return name;
    return QStringLiteral("%1 %2%3 c").arg(name, cents < 0 ? minusSign : QLatin1Char('+')).arg(std::abs(cents));
}

} // namespace thetascope
