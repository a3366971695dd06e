// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/base/result.h"
#include "core/run/memory_forecast.h"

#include <optional>
#include <string>

namespace thetascope {

/// The most memory this process may use in all, bytes. 0: what it has, and four fifths of what the machine has to give. Any thread.
void limitMemory(double bytes);
double memoryLimit();

/// "500M", "6G", "1.5 GB", "2000000000": bytes, K M G T in powers of 1000 (KiB, MiB... of 1024). Errors (kind arguments).
Result<double> parseBytes(const std::string& text);

/// "10.2 GB", "350 MB".
std::string bytesText(double bytes);

/// A run that would take more than may be used.
struct MemoryRefusal {
    double needed = 0, limit = 0; ///< of the process in all, at the peak
    MemoryRemedies remedies;

    /// "the run would take about 10.2 GB of memory, more than the 6.0 GB that may be used".
    std::string sentence() const;
    /// The same after the word "memory".
    std::string afterMemory() const;
    /// With what would help, by the names of the command line's options.
    std::string sentenceWithOptions() const;
};

/// What there is for runs.
struct MemoryRoom {
    double before = 0; ///< held by the process, bytes
    double limit = 0;  ///< of the process in all

    static MemoryRoom now();
};

/// Whether a run has to be refused. Settings must have passed checkSettings().
std::optional<MemoryRefusal> refuseMemory(const ResolvedSettings& settings, int signalLength, double sampleRate, const MemoryUse& use,
                                          const MemoryRoom& room);

} // namespace thetascope
