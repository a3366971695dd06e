// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what was read passes or fails validate(), and comes back as it was written.
#include "core/io/settings_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace thetascope;
using namespace thetascope::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Settings settings;
    const Status read = parseSettings(textOf(data, size), settings);
    if (!read) {
        requireSentence(read.error().message);
        require(settingsToJson(settings) == settingsToJson(Settings{}), "nothing changes on an error");
        return 0;
    }
    constexpr int length = 100'000;
    constexpr double rate = 8000;
    if (validate(settings, length, rate).empty()) {
        const ResolvedSettings resolved = resolve(settings, length, rate);
        require(resolved.T >= 1 && resolved.F >= 3, "usable settings make frames and bins");
        require(static_cast<std::int64_t>(resolved.T) * resolved.F <= largestCellCount, "usable settings stay below the limit");
    }
    Settings again;
    const auto text = settingsToJson(settings).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    require(parseSettings(text, again).ok(), "what was read can be written and read");
    return 0;
}
