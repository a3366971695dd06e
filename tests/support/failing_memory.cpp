// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failing_memory.h"

#include "tests/support/failing_new.h"

#include <QtGlobal>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace thetascope::testing {
namespace {

const auto failThere = reinterpret_cast<decltype(&thetascope_fail)>(dlsym(RTLD_DEFAULT, "thetascope_fail"));
const auto countedThere = reinterpret_cast<decltype(&thetascope_counted)>(dlsym(RTLD_DEFAULT, "thetascope_counted"));

} // namespace

bool memoryCanFail() { return failThere != nullptr && countedThere != nullptr; }

void restartWithFailingMemory(const char* library, char** argv) {
    constexpr const char* preload = "LD_PRELOAD";
    if (!memoryCanFail() && std::getenv(preload) == nullptr) {
        ::setenv(preload, library, 1);
        ::execv("/proc/self/exe", argv);
    }
    ::unsetenv(preload); // not in programs that this one starts
}

int failureMoments(int usual) {
    const int asked = qEnvironmentVariableIntValue("THETASCOPE_FAILURES");
    return asked > 0 ? asked : usual;
}

void failMemory(long at, std::size_t fromBytes, Threads threads) {
    const int meant = threads == Threads::every    ? THETASCOPE_EVERY_THREAD
                      : threads == Threads::others ? THETASCOPE_OTHER_THREADS
                                                   : THETASCOPE_FIRST_THREAD;
    failThere(at, fromBytes, meant);
}

long countedAllocations() { return countedThere(); }

} // namespace thetascope::testing
