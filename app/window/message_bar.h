// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace thetascope {

/// A strip in the window that says what went wrong (or what was done) without stopping anybody. One message at a time, the
/// latest; goes when dismissed, or when cleared.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { information, error };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& sentence);
    void clear();
    QString text() const;
    Kind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColours();

    QLabel* m_text = nullptr;
    Kind m_kind = Kind::information;
};

} // namespace thetascope
