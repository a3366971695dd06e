// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

class QPushButton;

namespace thetascope {

/// A text in a box of its own, with a Close button; holds nothing up and goes when it is closed. GUI thread.
class TextBox : public QDialog {
    Q_OBJECT

public:
    /// html: of the text; below: plain lines in a fixed pitch under it, none if empty.
    TextBox(const QString& title, const QString& html, const QString& below, QWidget* parent);

    /// A button beside Close that leaves the box open.
    QPushButton* addButton(const QString& text);
    /// All that it says.
    const QString& text() const { return m_text; }

private:
    QString m_text;
};

} // namespace thetascope
