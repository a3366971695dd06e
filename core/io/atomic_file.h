// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace thetascope {

/// A file that appears whole or not at all: written to a temporary name beside it, synced, and renamed by commit().
/// Without commit() nothing is left; of a process that was killed, a partial file (partial_files.h), which the next to write
/// this file or into makeFolder()'s folder takes away. Movable; one thread at a time.
class AtomicFile {
public:
    /// Opens the temporary file. Errors (kind output): no such folder, not writable, `path` names something that isn't a
    /// file.
    static Result<AtomicFile> create(const std::string& path);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Appends bytes. Errors (kind output): a full disk and the like; nothing is left then.
    Status write(const void* bytes, std::size_t count);
    Status write(std::string_view text) { return write(text.data(), text.size()); }

    /// Brings what was written onto the disk, which may find no room only then. Errors (kind output); nothing is left then.
    Status sync();

    /// Makes the file appear under its name, replacing an older one. Errors (kind output).
    Status commit();

    /// The open descriptor, for libraries that write by themselves.
    int descriptor() const { return m_descriptor; }

private:
    explicit AtomicFile(std::string path);
    void discard();
    Error failure(int reason);

    std::string m_path, m_temporary;
    int m_descriptor = -1;
};

/// Writes a file atomically, filled by write(). Errors (kind output): also write()'s.
Status writeWhole(const std::string& path, const std::function<Status(AtomicFile&)>& write);

/// Writes a whole text file atomically. Errors (kind output).
Status writeTextFile(const std::string& path, std::string_view text);

/// Makes a folder and its parents; fine if it exists: then what killed writers left half-written there is taken away.
/// Errors (kind output).
Status makeFolder(const std::string& path);

} // namespace thetascope
