// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/timing.h"

#include <string>
#include <vector>

namespace thetascope::bench {

/// A figure that is no time: bytes per cell, an error, a speed-up.
struct Figure {
    std::string group, name;
    double value = 0;
};

struct Report {
    std::vector<Row> rows;
    std::vector<Figure> figures;
};

struct Options {
    int rounds = 9;
    std::vector<int> supports{512, 1024, 2048, 4096};
    bool runs = true;    ///< whole descents too
    bool figures = true; ///< threads, memory, growth, accuracy too
};

/// The workloads of engines.md, 1.6 and 2.6, each against its yardstick in this process: value and gradient of the entropy on
/// one thread.
Report runSuite(const Options& options);

/// As a table, and as JSON.
std::string tableOf(const Report& report);
std::string jsonOf(const Report& report);

} // namespace thetascope::bench
