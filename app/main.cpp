// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/console.h"
#include "app/log/log.h"
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

/// Memory that runs out where no exception may pass (a library's noexcept, a destructor, Qt's event loop) ends the program as
/// everywhere else: with a sentence, without a half-written file, and with what the window had kept for its next start.
[[noreturn]] void endWithSentence() {
    try {
        if (std::current_exception()) std::rethrow_exception(std::current_exception());
        if (std::uncaught_exceptions() > 0) throw std::bad_alloc(); // out of a noexcept function: all that ours let through
    } catch (const std::bad_alloc&) {
        std::fputs("thetascope: not enough memory\n", stderr);
        std::_Exit(EXIT_FAILURE);
    } catch (...) {
        std::fputs("thetascope: ended by an error of its own; please report it with the log file\n", stderr);
    }
    std::abort();
}

} // namespace

int main(int argc, char** argv) {
    giveMemoryBack();
    std::set_terminate(endWithSentence);
    thetascope::keepLogOffTerminal();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) { // before there was anything to save
        std::fputs("thetascope: not enough memory to start\n", stderr);
        return EXIT_FAILURE;
    }
}
