// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace thetascope {

/// Signal to error, dB, of the sound that comes back from a result's stft.npy, as `reconstruct` will find it: rounding to
/// complex64 included where settings.precision is float. Cheap (two FFTs per frame) for theta shared or per frame; nothing where theta
/// varies along frequency, which takes conjugate gradients of tens of direct transforms: `reconstruct` is asked for those.
std::optional<double> reconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling,
                                          const ComplexFrames& spectrum);

/// The same, expected from how densely the windows lie (no transform at all): for a gauge that moves with a descent.
std::optional<double> liveReconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling);

/// reconstructionSnrDb() of any tiling in every mode: transformed exactly, then inverted, which takes conjugate gradients where theta
/// varies along frequency. Infinite: exact; NaN: the signal is silent. Error: of kind interrupted, if stopped.
Result<double> measureReconstructionDb(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                       const Tiling& tiling, const std::stop_token& stop);

} // namespace thetascope
