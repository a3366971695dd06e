// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file_set.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace thetascope {

AtomicFileSet::AtomicFileSet(std::string folder) : m_folder(std::move(folder)) {}

Status AtomicFileSet::add(const std::string& name, const std::function<Status(AtomicFile&)>& write) {
    Result<AtomicFile> file = AtomicFile::create(m_folder + "/" + name);
    if (!file) return file.error();
    Status written = write(*file);
    m_files.push_back(std::move(file).value()); // also one that failed: commit() refuses it
    return written;
}

Status AtomicFileSet::commit(const std::vector<std::string>& outdated) {
    for (AtomicFile& file : m_files)
        if (Status status = file.sync(); !status) return status;
    for (const std::string& name : outdated) {
        const std::string path = m_folder + "/" + name;
        std::error_code failure;
        std::filesystem::remove(path, failure);
        if (failure)
            return Error{ErrorKind::output, path + ": an older one can't be replaced: " + failure.message() + "; choose another folder"};
    }
    for (AtomicFile& file : m_files)
        if (Status status = file.commit(); !status) return status;
    return success();
}

} // namespace thetascope
