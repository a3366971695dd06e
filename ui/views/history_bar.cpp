// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/history_bar.h"

#include "ui/theme/theme.h"
#include "ui/views/history_icons.h"
#include "ui/views/history_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

namespace thetascope {

namespace {

constexpr int kDefaultRate = 20;       // steps per second
constexpr int kLongestPlaySeconds = 10;
constexpr int kIconSize = 16;
constexpr int kSliderRoom = 6;         // above the groove, for the mark of the best

} // namespace

HistoryBar::HistoryBar(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(2);
    buildButtons();
    m_slider = new HistorySlider(this);
    m_slider->setAccessibleName(tr("Iteration"));
    m_slider->setToolTip(tr("Every iteration of the run; the green mark is the best"));
    m_slider->setMinimumHeight(m_slider->sizeHint().height() + kSliderRoom);
    layout->addSpacing(6);
    layout->addWidget(m_slider, 1);
    m_label = new QLabel(this);
    m_label->setFont(tabularFont(font()));
    layout->addSpacing(8);
    layout->addWidget(m_label);
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &HistoryBar::playOn);
    connect(m_slider, &QSlider::valueChanged, this, [this](int iteration) {
        stopPlaying();
        userShows(iteration);
    });
    setPlayRate(kDefaultRate);
    updateIcons();
    refresh();
}

void HistoryBar::buildButtons() {
    m_first = addButton(tr("First iteration"), tr("First iteration"), &HistoryBar::showFirst);
    m_previous = addButton(tr("Previous iteration"), tr("Previous iteration (,)"), &HistoryBar::showPrevious);
    m_play = addButton(tr("Play"), tr("Play the descent"), &HistoryBar::togglePlay);
    m_next = addButton(tr("Next iteration"), tr("Next iteration (.)"), &HistoryBar::showNext);
    m_latest = addButton(tr("Newest iteration"), tr("Newest iteration, and keep to it (Shift+B)"), &HistoryBar::follow);
    m_latest->setCheckable(true);
    m_bestButton = addButton(tr("Best iteration"), tr("Best iteration (B)"), &HistoryBar::showBest);
}

QToolButton* HistoryBar::addButton(const QString& name, const QString& tip, void (HistoryBar::*action)()) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIconSize({kIconSize, kIconSize});
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, action);
    return button;
}

QWidget* HistoryBar::slider() const { return m_slider; }

void HistoryBar::setCount(int last) {
    m_last = std::max(-1, last);
    m_shown = m_following ? std::max(0, m_last) : std::clamp(m_shown, 0, std::max(0, m_last));
    if (m_last < 0)
        stopPlaying();
    refresh();
}

void HistoryBar::setBest(int iteration) {
    m_best = iteration;
    refresh();
}

void HistoryBar::setShown(int iteration) {
    m_shown = std::clamp(iteration, 0, std::max(0, m_last));
    refresh();
}

void HistoryBar::setFollowing(bool following) {
    m_following = following;
    if (following) {
        stopPlaying();
        m_shown = std::max(0, m_last);
    }
    refresh();
}

bool HistoryBar::isPlaying() const { return m_timer->isActive(); }

void HistoryBar::setPlayRate(int stepsPerSecond) {
    m_rate = std::max(1, stepsPerSecond);
    m_timer->setInterval(1000 / m_rate);
}

void HistoryBar::userShows(int iteration) {
    if (m_last < 0)
        return;
    m_following = false;
    setShown(iteration);
    emit shownChanged(m_shown);
}

void HistoryBar::showPrevious() {
    stopPlaying();
    userShows(m_shown - 1);
}

void HistoryBar::showNext() {
    stopPlaying();
    userShows(m_shown + 1);
}

void HistoryBar::showFirst() {
    stopPlaying();
    userShows(0);
}

void HistoryBar::showBest() {
    stopPlaying();
    if (m_best >= 0)
        userShows(m_best);
}

void HistoryBar::follow() {
    setFollowing(true);
    if (m_last >= 0)
        emit followRequested();
}

void HistoryBar::togglePlay() {
    if (isPlaying()) {
        stopPlaying();
        return;
    }
    if (m_last < 1)
        return;
    m_timer->start();
    if (m_shown >= m_last)
        userShows(0);
    updateIcons();
}

void HistoryBar::playOn() {
    const int stride = std::max(1, m_last / (kLongestPlaySeconds * m_rate));
    userShows(std::min(m_shown + stride, m_last));
    if (m_shown >= m_last)
        stopPlaying();
}

void HistoryBar::stopPlaying() {
    if (!isPlaying())
        return;
    m_timer->stop();
    updateIcons();
}

void HistoryBar::refresh() {
    const bool any = m_last >= 0;
    const QSignalBlocker quiet{m_slider};
    m_slider->setRange(0, std::max(0, m_last));
    m_slider->setValue(m_shown);
    m_slider->setBest(m_best);
    m_slider->setEnabled(any);
    m_first->setEnabled(any && m_shown > 0);
    m_previous->setEnabled(any && m_shown > 0);
    m_next->setEnabled(any && m_shown < m_last);
    m_play->setEnabled(m_last > 0);
    m_latest->setEnabled(any);
    m_latest->setChecked(any && m_following);
    m_bestButton->setEnabled(any && m_best >= 0);
    const auto words = [](int shown, int last, int best) {
        const QString text = tr("iteration %1 / %2").arg(shown).arg(last);
        return best < 0 ? text : text + tr(", best %1").arg(best);
    };
    m_label->setText(any ? words(m_shown, m_last, m_best) : tr("no run yet"));
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(words(m_last, m_last, m_last))); // no wobble
}

void HistoryBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_label)
        updateIcons();
}

void HistoryBar::updateIcons() {
    const auto icon = [this](Glyph glyph) { return glyphIcon(glyph, palette(), kIconSize, devicePixelRatioF()); };
    const bool playing = isPlaying();
    m_first->setIcon(icon(Glyph::first));
    m_previous->setIcon(icon(Glyph::previous));
    m_play->setIcon(icon(playing ? Glyph::pause : Glyph::play));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_next->setIcon(icon(Glyph::next));
    m_latest->setIcon(icon(Glyph::latest));
    m_bestButton->setIcon(icon(Glyph::best));
}

} // namespace thetascope
