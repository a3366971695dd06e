// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"

#include <optional>

namespace thetascope {

/// Signal to error, dB, of the sound that comes back from a result's stft.npy, as `reconstruct` will find it: rounding to
/// complex64 included where settings.precision is float. Cheap (two FFTs per frame) for theta shared or per frame; nothing where theta
/// varies along frequency, which takes conjugate gradients of tens of direct transforms: `reconstruct` is asked for those.
std::optional<double> reconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling,
                                          const ComplexFrames& spectrum);

/// The same, expected from how densely the windows lie (no transform at all): for a gauge that moves with a descent.
std::optional<double> liveReconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling);

} // namespace thetascope
