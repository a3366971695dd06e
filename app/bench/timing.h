// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace thetascope::bench {

/// Something to time.
struct Case {
    std::string name;
    std::function<void()> run;
    double frames = 1;          ///< that one run computes
    std::vector<double> micros; ///< per frame, one per round
};

/// What is said of a case: its time and its ratio to a yardstick.
struct Row {
    std::string group, name, yardstick;
    double micros = 0; ///< per frame, median
    double ratio = 0;  ///< median of each round's
    double goal = 0;   ///< 0: none
    bool atLeast = false; ///< the goal is a lower bound: "so many times faster"
};

/// Seconds of processor time of this thread, and of the world's.
double threadSeconds();
double wallSeconds();

double median(std::vector<double> values);

/// Every case once per round, so that a drifting machine touches all alike. clock: threadSeconds or wallSeconds.
void measure(std::vector<Case>& cases, int rounds, double (*clock)());

/// times of a / times of b, the median over the rounds.
double medianRatio(const Case& a, const Case& b);

} // namespace thetascope::bench
