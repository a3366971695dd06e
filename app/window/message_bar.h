// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace thetascope {

/// A strip in the window that says what went wrong (or what was done) without stopping anybody. One message at a time, the
/// latest; goes when dismissed, or when cleared. Questions stay until they are answered.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { information, error };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& sentence);
    /// A sentence with a button for each choice. Stays until one is pressed or it is dismissed; what is shown in the meantime
    /// comes after it.
    struct Choice {
        QString text;
        std::function<void()> chosen;
    };
    void ask(const QString& sentence, const std::vector<Choice>& choices);
    bool isAsking() const { return !m_choices.empty(); }
    void clear();
    QString text() const;
    Kind kind() const { return m_kind; }

signals:
    void dismissed(); ///< by its own button

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColours();
    void answer();

    QLabel* m_text = nullptr;
    QHBoxLayout* m_row = nullptr;
    std::vector<QPushButton*> m_choices; ///< of the question on screen
    std::optional<std::pair<Kind, QString>> m_next; ///< to be shown after it
    Kind m_kind = Kind::information;
};

} // namespace thetascope
