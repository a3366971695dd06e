// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_command.h"

#include "app/bench/suite.h"

#include <cstdio>
#include <memory>
#include <string>

namespace thetascope {

namespace {

struct BenchOptions {
    bench::Options suite;
    bool json = false, quick = false;
};

void run(const BenchOptions& options) {
    bench::Options suite = options.suite;
    suite.runs = suite.figures = !options.quick;
    const bench::Report report = bench::runSuite(suite);
    const std::string text = options.json ? bench::jsonOf(report) + '\n' : bench::tableOf(report); // lines, as they are
    std::fputs(text.c_str(), stdout);
}

} // namespace

void addBench(CLI::App& app) {
    CLI::App& command = *app.add_subcommand("bench", "What an iteration costs on this machine, against bare FFTs.");
    const auto options = std::make_shared<BenchOptions>();
    command.add_option("--rounds", options->suite.rounds, "Rounds; medians are taken over them.")
        ->check(CLI::Range(1, 1000))->type_name("N")->capture_default_str();
    command.add_option("--support", options->suite.supports, "Supports N to measure at.")
        ->check(CLI::Range(64, 16384))->type_name("N...");
    command.add_flag("--json", options->json, "Numbers as JSON instead of a table.");
    command.add_flag("--quick", options->quick, "Iterations only: no whole runs, threads, memory, growth and accuracy.");
    command.callback([options] { run(*options); });
}

} // namespace thetascope
