// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace thetascope {

/// The application, which goes on where memory runs out while one of its events is handled. An exception ends at the innermost
/// event it belongs to, so that it passes through ours and as little of Qt as can be. What throws where C++ lets nothing pass
/// (noexcept code of Qt's, a destructor) still ends the program: endWithSentence(). Lives on the GUI thread.
class Application : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

signals:
    /// After the event in which it happened, with nothing of it on the stack any more.
    void outOfMemory();

private:
    void tell();

    int m_depth = 0; ///< events within events
    bool m_failed = false;
};

/// For std::set_terminate(): memory that runs out where no exception may pass ends the program as everywhere else: with a
/// sentence, without a half-written file, and with what the window had kept for its next start. Anything else: abort().
[[noreturn]] void endWithSentence();

} // namespace thetascope
