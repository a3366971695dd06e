// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/hint_controller.h"

#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "app/window/run_controller.h"
#include "ui/views/history_bar.h"

#include <QAction>
#include <QSettings>

namespace thetascope {
namespace {

const QString overKey = QStringLiteral("hints/over");

} // namespace

HintController::HintController(const RunController& runs, MainWindow& window, QObject* parent)
    : QObject(parent), m_panes(window.panes()) {
    connect(&runs, &RunController::started, this, [this] { over(sharpen); });
    connect(window.actions().holdClassical, &QAction::toggled, this, [this](bool on) {
        if (!on) over(hold); // seen: the key is up again
    });
    connect(m_panes.history, &HistoryBar::shownChanged, this, [this] { over(drag); });
    connect(m_panes.hints, &MessageBar::dismissed, this, [this] {
        if (m_shown != hints) over(static_cast<Hint>(m_shown));
    });
}

void HintController::start() {
    m_started = true;
    m_over = QSettings().value(overKey).toInt();
    showNext();
}

void HintController::showAgain() {
    QSettings().remove(overKey);
    start();
}

void HintController::over(Hint hint) {
    if (!m_started || (m_over >> hint & 1) != 0) return; // scrubbing must not write to the disk
    m_over |= 1 << hint;
    QSettings().setValue(overKey, m_over);
    showNext();
}

void HintController::showNext() {
    const QString sentences[hints] = {tr("To begin: press Sharpen (F5) and watch the window lengths settle."),
                                      tr("Hold A: the classical STFT with the same limits, to compare."),
                                      tr("Drag the slider below the panes: every iteration is there. B is the best.")};
    m_shown = sharpen;
    while (m_shown != hints && (m_over >> m_shown & 1) != 0) ++m_shown;
    if (m_shown == hints) return m_panes.hints->clear();
    m_panes.hints->show(MessageBar::Kind::information, sentences[m_shown]);
}

} // namespace thetascope
