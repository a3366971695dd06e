// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/signal.h"

#include <memory>
#include <string>

namespace thetascope {

/// A recording and the signal of it that the settings choose.
struct OpenedSignal {
    std::shared_ptr<const AudioClip> clip;
    std::shared_ptr<const Signal> signal;
};

/// Whether there is anything to analyse. Errors (kind input): fewer than 4 samples, or nothing but zeros.
Status checkSignal(const Signal& signal, const std::string& name);

/// Reads a file or generates "demo:NAME", and cuts the settings' region and channel out of it. Errors: those of reading and
/// of checkSignal() (kind input), and no such channel or region (kind arguments).
Result<OpenedSignal> openSignal(const std::string& source, const Settings& settings);

/// The second half of it: the region and channel of a recording that is open.
Result<OpenedSignal> cutSignal(std::shared_ptr<const AudioClip> clip, const Settings& settings);

} // namespace thetascope
