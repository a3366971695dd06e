// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "core/io/partial_files.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

namespace thetascope {

bool Application::notify(QObject* receiver, QEvent* event) {
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::bad_alloc&) {
        endWithoutMemory();
    }
}

void endWithoutMemory() {
    removeOpenPartials(); // no destructor will
    std::fputs("thetascope: not enough memory; the next start brings the session back\n", stderr);
    std::_Exit(EXIT_FAILURE);
}

void endWithSentence() {
    try {
        if (std::current_exception()) std::rethrow_exception(std::current_exception());
        if (std::uncaught_exceptions() > 0) throw std::bad_alloc(); // out of a noexcept function: all that ours let through
    } catch (const std::bad_alloc&) {
        removeOpenPartials(); // no destructor will
        std::fputs("thetascope: not enough memory\n", stderr);
        std::_Exit(EXIT_FAILURE);
    } catch (...) {
        std::fputs("thetascope: ended by an error of its own; please report it with the log file\n", stderr);
    }
    std::abort();
}

} // namespace thetascope
