// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// A thing that exists and the sentence that says what it is.
struct ListEntry {
    std::string name, sentence;
};

/// The lists of the command line: "presets", "objectives", "windows", "demos".
const std::vector<std::string_view>& listNames();

/// One of them; empty if there is no such list.
std::vector<ListEntry> listEntries(std::string_view list);

} // namespace thetascope
