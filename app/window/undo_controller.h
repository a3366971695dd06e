// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QUndoStack>
#include <functional>

namespace thetascope {

/// Undo and redo of settings. What a person changes within a moment at one setting (turning a spin box) is one step. Lives
/// on the GUI thread.
class UndoController : public QObject {
    Q_OBJECT

public:
    /// apply: puts settings into panel and session as if they had been edited; it may end in record(), which is then ignored.
    UndoController(std::function<void(const Settings&)> apply, QObject* parent);

    /// The settings were edited. Equal settings are no step.
    void record(const Settings& before, const Settings& after);
    /// Another recording or session: there is nothing to go back to.
    void clear();
    /// While a run goes on, only what may change during one can be undone; the rest is refused in words.
    void setRunActive(bool active) { m_runActive = active; }

    void undo();
    void redo();
    const QUndoStack& stack() const { return m_stack; }

signals:
    void refused(const QString& sentence);

private:
    bool mayApply(int index);

    std::function<void(const Settings&)> m_apply;
    QUndoStack m_stack;
    QElapsedTimer m_sinceLast;
    bool m_applying = false, m_runActive = false;
};

} // namespace thetascope
