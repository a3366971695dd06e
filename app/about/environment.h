// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace thetascope {

/// What this program is and what it runs on: versions of everything in it, what the processor can and which of our kernels it gets,
/// threads and memory. Names and values; nothing about a person or their files.
std::vector<std::pair<std::string, std::string>> environment();

/// The same as lines "name: value".
std::string environmentText();

/// Text without what is private: the home folder becomes ~, and of every path only the ending of its last name is left
/// ("~/music/my song.wav" in quotes, or a path without spaces: "<file>.wav"). `names`: to be taken out wherever they are, such as
/// the recording on screen.
std::string withoutPrivateNames(std::string text, const std::string& home, const std::vector<std::string>& names);

} // namespace thetascope
