// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace thetascope {

/// Which file a path led to, and in which state: whoever writes to it, replaces it or takes it away changes one of its numbers.
class FileIdentity {
public:
    FileIdentity() = default; ///< of no file: always as it was

    /// Of what is there now; of nothing for "demo:NAME".
    static FileIdentity of(const std::string& path);

    bool exists() const { return m_numbers.has_value(); }
    /// Whether the path still leads to the same file with the same size and times.
    bool unchanged() const;
    /// "PATH: has changed or gone since it was opened; open it again".
    std::string sentence() const;

    bool operator==(const FileIdentity&) const = default;

private:
    using Numbers = std::array<std::int64_t, 7>;
    static std::optional<Numbers> numbersOf(const std::string& path);

    std::string m_path;
    std::optional<Numbers> m_numbers;
};

} // namespace thetascope
