// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace thetascope {

/// The application, which ends where memory runs out while an event is handled: in words, at the innermost event that the exception
/// belongs to. To go on is not to be had: libraries of Qt are compiled without clean-up for exceptions, and one that has passed through
/// them leaves locks held and widgets half painted, so that the window may wait for ever. Lives on the GUI thread.
class Application : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;
};

/// Ends the program with a sentence, at once: nothing of the window is taken down, which could wait for what Qt left held. What was
/// saved is whole, and what the window had kept for its next start is there.
[[noreturn]] void endWithoutMemory();

/// For std::set_terminate(): memory that runs out where no exception may pass ends the program as everywhere else: with a
/// sentence, without a half-written file, and with what the window had kept for its next start. Anything else: abort().
[[noreturn]] void endWithSentence();

} // namespace thetascope
