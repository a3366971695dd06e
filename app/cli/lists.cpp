// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lists.h"

#include "app/cli/presets.h"
#include "core/model/demo_signals.h"
#include "core/objective/term.h"
#include "core/window/taper.h"

#include <cstdio>

namespace thetascope {
namespace {

std::vector<ListEntry> presetEntries() {
    std::vector<ListEntry> entries;
    for (const Preset& preset : presets())
        entries.push_back({preset.name, preset.description});
    return entries;
}

/// Sentences with their parameters: "... [alpha=3, 0.1 to 10: order]".
template <class Descriptions>
std::vector<ListEntry> entriesWithParameters(const Descriptions& descriptions) {
    std::vector<ListEntry> entries;
    for (const auto& description : descriptions) {
        std::string sentence = description.sentence;
        for (const NamedParameter& parameter : description.parameters) {
            char range[96];
            std::snprintf(range, sizeof range, " [%s=%g, %g to %g: ", parameter.name.c_str(), parameter.byDefault,
                          parameter.minimum, parameter.maximum);
            sentence += range + parameter.sentence + "]";
        }
        entries.push_back({description.name, sentence});
    }
    return entries;
}

template <class Descriptions>
std::vector<ListEntry> entriesOf(const Descriptions& descriptions) {
    std::vector<ListEntry> entries;
    for (const auto& description : descriptions)
        entries.push_back({description.name, description.sentence});
    return entries;
}

} // namespace

const std::vector<std::string_view>& listNames() {
    static const std::vector<std::string_view> names{"presets", "objectives", "windows", "demos"};
    return names;
}

std::vector<ListEntry> listEntries(std::string_view list) {
    if (list == "presets")
        return presetEntries();
    if (list == "objectives")
        return entriesWithParameters(objectiveTerms());
    if (list == "windows")
        return entriesWithParameters(tapers());
    if (list == "demos")
        return entriesOf(demoSignals());
    return {};
}

} // namespace thetascope
