// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/timing.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace thetascope::bench {

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void measure(std::vector<Case>& cases, int rounds, double (*clock)()) {
    for (Case& c : cases) c.run(); // warm
    for (int round = 0; round < rounds; ++round)
        for (Case& c : cases) {
            const double begin = clock();
            c.run();
            c.micros.push_back(1e6 * (clock() - begin) / c.frames);
        }
}

double medianRatio(const Case& a, const Case& b) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < a.micros.size(); ++round) ratios.push_back(a.micros[round] / b.micros[round]);
    return median(std::move(ratios));
}

} // namespace thetascope::bench
