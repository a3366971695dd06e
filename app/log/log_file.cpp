// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/log_file.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace thetascope {
namespace {

/// What others of this person's may read; recordings' names are in it.
constexpr mode_t ownerOnly = 0600;

} // namespace

LogFile::LogFile(std::string path, std::size_t mostBytes, int kept)
    : m_path(std::move(path)), m_mostBytes(mostBytes), m_kept(kept) {
    open();
}

LogFile::~LogFile() { close(); }

void LogFile::open() { m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, ownerOnly); }

void LogFile::close() {
    if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

bool LogFile::isFull() const {
    struct stat status {};
    return ::fstat(m_descriptor, &status) == 0 && status.st_size > static_cast<off_t>(m_mostBytes);
}

/// Under a lock on the file itself; another process may have been first, then its new file is the one to go on with.
void LogFile::rotate() {
    ::flock(m_descriptor, LOCK_EX);
    struct stat own {}, there {};
    const bool same = ::fstat(m_descriptor, &own) == 0 && ::stat(m_path.c_str(), &there) == 0 && own.st_ino == there.st_ino;
    if (same) {
        for (int number = m_kept; number > 1; --number)
            std::rename((m_path + "." + std::to_string(number - 1)).c_str(), (m_path + "." + std::to_string(number)).c_str());
        std::rename(m_path.c_str(), (m_path + ".1").c_str());
    }
    close(); // and the lock with it
    open();
}

void LogFile::write(std::string_view line) {
    std::string text(line);
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    text += '\n';
    const std::lock_guard lock(m_mutex);
    if (m_descriptor < 0) return;
    if (isFull()) rotate();
    if (m_descriptor >= 0 && ::write(m_descriptor, text.data(), text.size()) < 0) close(); // a full disk: no more of it
}

} // namespace thetascope
