// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace thetascope {

/// What kind of thing went wrong; the command line turns it into its exit code.
enum class ErrorKind { run, arguments, input, output, interrupted };

/// A failure that a person can act on: one full sentence saying what, where, and what to do.
struct Error {
    ErrorKind kind = ErrorKind::run;
    std::string message;
};

/// A value or the reason there is none. Test with ok() (or as bool) before taking either.
template <class T>
class Result {
public:
    Result(T value) : m_content(std::move(value)) {}
    Result(Error error) : m_content(std::move(error)) {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { assert(ok()); return std::get<0>(m_content); }
    T& value() & { assert(ok()); return std::get<0>(m_content); }
    T&& value() && { assert(ok()); return std::get<0>(std::move(m_content)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { assert(!ok()); return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// The result of doing something that yields no value.
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

} // namespace thetascope
