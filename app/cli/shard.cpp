// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shard.h"

#include <charconv>
#include <fstream>
#include <iostream>
#include <optional>
#include <string_view>

namespace thetascope {
namespace {

std::optional<std::size_t> wholeNumber(std::string_view text) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::vector<std::string> linesOf(std::istream& stream) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            lines.push_back(line);
    }
    return lines;
}

} // namespace

Result<Shard> parseShard(const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos) {
        const auto index = wholeNumber(std::string_view(text).substr(0, slash));
        const auto count = wholeNumber(std::string_view(text).substr(slash + 1));
        if (index && count && *index >= 1 && *index <= *count)
            return Shard{*index, *count};
    }
    return Error{ErrorKind::arguments, "--shard: needs i/n with 1 <= i <= n, as in 2/8, not \"" + text + "\""};
}

Result<std::vector<std::string>> readFileList(const std::string& path) {
    if (path == "-")
        return linesOf(std::cin);
    std::ifstream stream(path);
    std::vector<std::string> lines = linesOf(stream);
    if (!stream.eof())
        return Error{ErrorKind::input, "--files-from: " + path + " can't be read; give a text file with one path a line, or -"};
    return lines;
}

} // namespace thetascope
