// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/run/check_settings.h"

namespace thetascope {

/// What a result has learned, to be used on another recording or region.
struct LearnedParameters {
    Settings settings;     ///< of the result, support and hop filled in
    double sampleRate = 0; ///< Hz
    int signalLength = 0;  ///< samples of the region it was learned on
    Tiling tiling;         ///< window lengths and positions
};

/// `own` with the result's transform (every setting of FieldGroup::transform) and, where the frames stand evenly from where the
/// layout begins, with the hop that was learned. Channel, region, objective and optimiser stay.
Settings withTransformOf(const LearnedParameters& learned, Settings own);

/// Window lengths, and positions unless withTransformOf() says them by its hop.
InitialArrays arraysOf(const LearnedParameters& learned);

/// Why the result can't be used on a signal of that length and rate: another sample rate (a window of as many samples would
/// last otherwise), or, where window lengths or positions belong to frames, another number of frames. Empty if it can. The
/// field is "apply". A shared theta and one per frequency fit every length.
Problems checkApplied(const LearnedParameters& learned, int signalLength, double sampleRate);

} // namespace thetascope
