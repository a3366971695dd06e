// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"

#include "core/io/partial_files.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace thetascope {
namespace {

/// A name may be another's; this many are tried.
constexpr int nameAttempts = 100;

Error cannotWrite(const std::string& path, const std::string& reason) {
    return {ErrorKind::output, path + ": can't be written: " + reason};
}

std::string inWords(int reason) {
    const std::string hint = reason == ENOSPC || reason == EDQUOT ? "; free some space or choose another place"
                             : reason == ENOENT                   ? "; make the folder first"
                                                                  : "; choose another place";
    return std::generic_category().message(reason) + hint;
}

} // namespace

AtomicFile::AtomicFile(std::string path) : m_path(std::move(path)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_temporary, other.m_temporary);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

Result<AtomicFile> AtomicFile::create(const std::string& path) {
    std::error_code ignored; // a path whose status can't be read fails to open below, with its reason
    const auto status = std::filesystem::status(path, ignored);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return cannotWrite(path, "it is not a file; choose another name");
    const std::filesystem::path place(path);
    sweepPartials(place.parent_path().string(), place.filename().string());
    AtomicFile file(path); // before there is anything to clean up: from its first moment the temporary file has an owner
    for (int attempt = 0; attempt < nameAttempts; ++attempt) {
        file.m_temporary = partialName(path);
        file.m_descriptor = createPartial(file.m_temporary);
        if (file.m_descriptor >= 0)
            return file;
        if (errno != EEXIST)
            return cannotWrite(path, inWords(errno));
    }
    return cannotWrite(path, inWords(EEXIST));
}

void AtomicFile::discard() {
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
    m_descriptor = -1;
}

Error AtomicFile::failure(int reason) {
    discard();
    return cannotWrite(m_path, inWords(reason));
}

Status AtomicFile::write(const void* bytes, std::size_t count) {
    if (m_descriptor < 0)
        return cannotWrite(m_path, "an earlier part of it could not be written");
    const auto* next = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t written = ::write(m_descriptor, next, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failure(errno);
        next += written;
        count -= static_cast<std::size_t>(written);
    }
    return success();
}

Status AtomicFile::sync() {
    if (m_descriptor < 0)
        return cannotWrite(m_path, "an earlier part of it could not be written");
    if (::fsync(m_descriptor) != 0 && errno != EINVAL) // EINVAL: a file system that has nothing to sync
        return failure(errno);
    return success();
}

Status AtomicFile::commit() {
    if (Status status = sync(); !status)
        return status;
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failure(errno);
    const int closed = ::close(std::exchange(m_descriptor, -1));
    if (closed != 0 && errno != EINTR)
        return cannotWrite(m_path, inWords(errno));
    return success();
}

Status writeWhole(const std::string& path, const std::function<Status(AtomicFile&)>& write) {
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file)
        return file.error();
    if (Status status = write(*file); !status)
        return status;
    return file->commit();
}

Status writeTextFile(const std::string& path, std::string_view text) {
    return writeWhole(path, [text](AtomicFile& file) { return file.write(text); });
}

Status makeFolder(const std::string& path) {
    std::error_code failure;
    std::filesystem::create_directories(path, failure);
    if (std::error_code unused; std::filesystem::is_directory(path, unused)) {
        sweepPartials(path);
        return success();
    }
    const std::string reason = failure ? failure.message() : "a file of that name is in the way";
    return Error{ErrorKind::output, path + ": the folder can't be made: " + reason + "; choose another place"};
}

} // namespace thetascope
