// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/input_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace thetascope {
namespace {

Error cannotRead(const std::string& path, const std::string& reason) {
    return {ErrorKind::input, path + ": " + reason};
}

} // namespace

Status checkReadable(const std::string& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return cannotRead(path, "does not exist; check the name");
    if (failure)
        return cannotRead(path, "can't be read: " + failure.message() + "; check the name and its permissions");
    if (std::filesystem::is_directory(status))
        return cannotRead(path, "is a folder, not a file; name a file in it");
    if (!std::filesystem::is_regular_file(status))
        return cannotRead(path, "is not an ordinary file; copy its contents to one first");
    if (::access(path.c_str(), R_OK) != 0)
        return cannotRead(path, "can't be read: " + std::generic_category().message(errno) + "; check its permissions");
    return success();
}

Result<std::string> readTextFile(const std::string& path, std::size_t limit) {
    if (Status status = checkReadable(path); !status)
        return status.error();
    std::ifstream file(path, std::ios::binary);
    std::string text;
    constexpr std::size_t blockSize = 65536;
    while (file && text.size() <= limit) {
        const std::size_t before = text.size();
        text.resize(before + blockSize);
        file.read(text.data() + before, blockSize);
        text.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (text.size() > limit)
        return cannotRead(path, "is longer than " + std::to_string(limit)
                                    + " bytes, so not a file of this kind; choose another");
    if (file.bad() || !file.eof())
        return cannotRead(path, "can't be read to its end; copy it to another disk and try again");
    return text;
}

} // namespace thetascope
