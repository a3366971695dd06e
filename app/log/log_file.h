// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace thetascope {

/// A text file that is appended to line by line, by any number of processes at once, and never grows far: beyond its size it
/// becomes PATH.1, PATH.1 becomes PATH.2, and the oldest goes. Any thread.
class LogFile {
public:
    static constexpr std::size_t usualBytes = std::size_t{1} << 20;
    static constexpr int usualKept = 3;

    LogFile(std::string path, std::size_t mostBytes = usualBytes, int kept = usualKept);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    /// Whether the file could be opened. A line that can't be written is lost: a log must not stop what it tells of.
    bool isOpen() const { return m_descriptor >= 0; }
    const std::string& path() const { return m_path; }

    /// Appends a line in one piece; line breaks within become spaces.
    void write(std::string_view line);

private:
    void open();
    void close();
    void rotate();
    bool isFull() const;

    std::string m_path;
    std::size_t m_mostBytes;
    int m_kept;
    int m_descriptor = -1;
    std::mutex m_mutex;
};

} // namespace thetascope
