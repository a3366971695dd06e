// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace thetascope {

class HistorySlider;

/// A slider over every iteration of a run, with first, back, play, forward, latest and best. Following: it sits on the
/// newest iteration as they come; moving it by hand ends that. Lives on the window's thread. Takes no keys but the
/// slider's own arrows: `,` `.` B and Shift+B are the window's, which calls showPrevious() and so on.
class HistoryBar : public QWidget {
    Q_OBJECT

public:
    explicit HistoryBar(QWidget* parent = nullptr);

    /// Newest iteration, from 0; -1: no run (everything disabled). While following, the shown one moves along, silently.
    void setCount(int last);

    /// Best iteration, -1 for none.
    void setBest(int iteration);

    /// Iteration on screen, clamped to 0..last. Does not emit.
    void setShown(int iteration);
    void setFollowing(bool following);

    /// The slider alone, for keys that mean something there but not on the buttons.
    QWidget* slider() const;

    int shown() const { return m_shown; }
    bool isFollowing() const { return m_following; }
    bool isPlaying() const;

    /// Steps per second while playing, at least 1; the default is 20. A long run is played with larger strides, in at most
    /// ten seconds.
    void setPlayRate(int stepsPerSecond);

public slots:
    void showPrevious(); ///< as if the buttons were pressed
    void showNext();
    void showFirst();
    void showBest();
    void follow(); ///< to the newest, and keeps to it
    void togglePlay();

signals:
    void shownChanged(int iteration); ///< by the user or by playing; following is over
    void followRequested();           ///< the user asked for the newest

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildButtons();
    void userShows(int iteration);
    void playOn();
    void stopPlaying();
    void refresh();
    void updateIcons();
    QToolButton* addButton(const QString& name, const QString& tip, void (HistoryBar::*action)());

    HistorySlider* m_slider = nullptr;
    QLabel* m_label = nullptr;
    QTimer* m_timer = nullptr;
    QToolButton *m_first = nullptr, *m_previous = nullptr, *m_play = nullptr, *m_next = nullptr, *m_latest = nullptr,
                *m_bestButton = nullptr;
    int m_rate = 0;
    int m_last = -1;
    int m_best = -1;
    int m_shown = 0;
    bool m_following = true;
};

} // namespace thetascope
