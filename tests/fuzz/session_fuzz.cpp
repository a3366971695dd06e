// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions: checked member by member, and never asking for more memory than their runs' shapes allow.
#include "core/io/session_file.h"
#include "core/run/check_settings.h"
#include "tests/fuzz/fuzz_input.h"

using namespace thetascope;
using namespace thetascope::fuzzing;

namespace {

/// As the loader does it: settings checked on the recording that was found, then the parameters.
void bringBack(const SessionRun& run) {
    constexpr int length = 4000;
    constexpr double rate = 8000;
    if (!checkSettings(run.settings, {}, length, rate).empty()) return;
    const ResolvedSettings resolved = resolve(run.settings, length, rate);
    const auto tiling = sessionTiling(run, resolved);
    if (!tiling) return requireSentence(tiling.error().message);
    require(tiling->positions.size() == resolved.T, "as many positions as frames");
    static_cast<void>(checkSettings(run.settings, {tiling->theta, tiling->positions}, length, rate));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto session = parseSession(textOf(data, size));
    if (!session) {
        requireSentence(session.error().message);
        return 0;
    }
    for (const SessionRun& run : session->runs) bringBack(run);
    require(parseSession(sessionText(*session, "0")).ok(), "what was read can be written and read");
    return 0;
}
