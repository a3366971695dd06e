// SPDX-License-Identifier: GPL-3.0-or-later
// What people type: objectives, windows and every setting as text.
#include "core/model/settings_fields.h"
#include "core/objective/objective.h"
#include "core/window/taper.h"
#include "tests/fuzz/fuzz_input.h"

using namespace thetascope;
using namespace thetascope::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(textOf(data, size));
    if (const auto objective = parseObjective(text); !objective) requireSentence(objective.error().message);
    if (const auto taper = parseTaper(text); !taper) requireSentence(taper.error().message);
    for (const SettingsField& field : settingsFields()) {
        Settings settings;
        const std::string problem = setFieldFromText(field, settings, text);
        require(!problem.empty() || !fieldText(field, settings).empty(), "what was set can be said");
    }
    return 0;
}
