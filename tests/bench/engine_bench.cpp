// SPDX-License-Identifier: GPL-3.0-or-later
// `thetascope bench --quick` without the program: engine_bench [ROUNDS [SUPPORT...]]
#include "app/bench/suite.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    thetascope::bench::Options options;
    options.runs = options.figures = false;
    if (argc > 1) options.rounds = std::max(1, std::atoi(argv[1]));
    if (argc > 2) options.supports.clear();
    for (int k = 2; k < argc; ++k) options.supports.push_back(std::max(64, std::atoi(argv[k])));
    std::fputs(thetascope::bench::tableOf(thetascope::bench::runSuite(options)).c_str(), stdout);
}
