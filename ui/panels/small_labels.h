// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace thetascope {

/// Text in the palette's muted colour: units and hints. Follows the theme.
class MutedLabel : public QLabel {
    Q_OBJECT

public:
    explicit MutedLabel(const QString& text, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
};

/// A line under a field that says in words what is wrong with it; hidden when there is nothing to say.
class ProblemLabel : public QLabel {
    Q_OBJECT

public:
    enum class Tone { error, warning };

    explicit ProblemLabel(QWidget* parent = nullptr, Tone tone = Tone::error);

    void setMessage(const QString& message); ///< empty: hidden

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColour();

    Tone m_tone;
};

} // namespace thetascope
