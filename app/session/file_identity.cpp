// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/file_identity.h"

#include <sys/stat.h>

namespace thetascope {

FileIdentity FileIdentity::of(const std::string& path) {
    FileIdentity identity;
    if (path.starts_with("demo:")) return identity;
    identity.m_path = path;
    identity.m_numbers = numbersOf(path);
    return identity;
}

bool FileIdentity::unchanged() const { return m_path.empty() || (m_numbers && numbersOf(m_path) == m_numbers); }

std::string FileIdentity::sentence() const { return m_path + ": has changed or gone since it was opened; open it again"; }

std::optional<FileIdentity::Numbers> FileIdentity::numbersOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return Numbers{static_cast<std::int64_t>(status.st_dev), static_cast<std::int64_t>(status.st_ino), status.st_size,
                   status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec};
}

} // namespace thetascope
