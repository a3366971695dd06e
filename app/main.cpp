// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/console.h"
#include "app/log/log.h"
#include "app/window/application.h"
#include "app/window/window_program.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Large arrays come from the system by themselves and go back to it at once: else glibc keeps tens of megabytes of them for later,
/// and nobody knows beforehand what a run takes (core/run/memory_forecast.h).
void giveMemoryBack() {
#ifdef __GLIBC__
    constexpr int largeArray = 4 << 20;
    mallopt(M_MMAP_THRESHOLD, largeArray);
    mallopt(M_TRIM_THRESHOLD, largeArray);
#endif
}

int run(int argc, char** argv) {
    const auto log = thetascope::takeLogOptions(argc, argv);
    if (!log) return static_cast<int>(thetascope::console::report({}, log.error()));
    if (const auto started = thetascope::startLog(*log, argc, argv); !started)
        return static_cast<int>(thetascope::console::report({}, started.error()));
    if (thetascope::wantsCommandLine(argc, argv)) return thetascope::runCommandLine(argc, argv);
    return thetascope::runWindow(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    giveMemoryBack();
    std::set_terminate(thetascope::endWithSentence);
    thetascope::keepLogOffTerminal();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) { // before there was anything to save
        std::fputs("thetascope: not enough memory to start\n", stderr);
        return EXIT_FAILURE;
    }
}
