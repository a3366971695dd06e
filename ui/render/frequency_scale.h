// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/axis_span.h"

#include <QString>
#include <vector>

namespace thetascope {

/// How frequencies are spread over an axis. mel: 2595 lg(1 + f/700) (O'Shaughnessy 1987). bark: 26.81 f/(1960 + f) - 0.53
/// (Traunmueller 1990). erb: 21.4 lg(1 + 0.00437 f), the ERB-rate (Glasberg and Moore 1990). notes: MIDI numbers, A4 = 69 =
/// 440 Hz. logarithmic: octaves. linear: Hz.
enum class FrequencyScale { linear, logarithmic, mel, bark, erb, notes };

struct FrequencyScaleName {
    FrequencyScale scale;
    const char* key;  ///< in settings
    const char* name; ///< on menus, English
};
const std::vector<FrequencyScaleName>& frequencyScales();

/// Place of a frequency along the scale, in its own unit; Hz > 0 where the scale is logarithmic.
double scaleUnit(FrequencyScale scale, double hz);
/// The inverse of scaleUnit().
double scaleHz(FrequencyScale scale, double unit);

/// Whether the scale has no place for 0 Hz.
inline bool needsPositive(FrequencyScale scale) {
    return scale == FrequencyScale::logarithmic || scale == FrequencyScale::notes;
}

AxisSpan scaleUnits(FrequencyScale scale, AxisSpan hz);
AxisSpan scaleHz(FrequencyScale scale, AxisSpan units);

/// The range of a scale for bins hzPerBin apart up to `highestHz`: from 0, or where there is no place for 0 from the first
/// bin or 20 Hz, whichever is higher (but no higher than half of highestHz).
AxisSpan scaleLimitsHz(FrequencyScale scale, double hzPerBin, double highestHz);

/// The nearest note of the equal temperament at A4 = 440 Hz and the deviation in cents, "D#6 -12 c" with a true minus
/// sign, "A4" when within half a cent; empty outside 8 Hz (C-1) to 25.1 kHz (G10).
QString noteName(double frequencyHz);

} // namespace thetascope
