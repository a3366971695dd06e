// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

class QMenu;
class QMenuBar;

namespace thetascope {

/// Properties of an action that this dialog reads: what its key does, where that isn't the text of the moment, and a key that is
/// held rather than pressed.
constexpr const char* wordsOfKey = "wordsOfKey";
constexpr const char* heldKey = "heldKey";

/// Every key of the menus and what the mouse does, by topic in columns. Holds nothing up. GUI thread.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QMenuBar& menus, QWidget* parent);

private:
    struct Group {
        QString title;
        std::vector<std::pair<QString, QString>> rows; ///< key or gesture, what it does
    };

    static void collect(const QMenu& menu, std::vector<Group>& groups);
    static Group mouse();
    QWidget* column(const std::vector<Group>& groups, int keyWidth);
    QWidget* columns(const std::vector<Group>& groups);
};

} // namespace thetascope
