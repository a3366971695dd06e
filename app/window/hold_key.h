// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <Qt>

namespace thetascope {

/// Tells when a key is held down anywhere in the program, except where text is typed. Watches the whole application; lives
/// on the GUI thread.
class HoldKey : public QObject {
    Q_OBJECT

public:
    HoldKey(Qt::Key key, QObject* parent);

signals:
    void heldChanged(bool held);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setHeld(bool held);

    Qt::Key m_key;
    bool m_held = false;
};

} // namespace thetascope
