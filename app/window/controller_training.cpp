// SPDX-License-Identifier: GPL-3.0-or-later
// What the training window gives to the viewer.
#include "app/training/training_window.h"
#include "app/window/controller.h"
#include "app/window/message_bar.h"
#include "ui/panels/settings_panel.h"

namespace thetascope {

void Controller::showTraining() {
    if (m_training == nullptr) {
        m_training = new TrainingWindow(&m_window);
        connect(m_training, &TrainingWindow::recordingRequested, this, [this](const QString& path) {
            open(path);
            m_window.activateWindow();
        });
        connect(m_training, &TrainingWindow::thetaRequested, this, &Controller::useLearnedTheta);
    }
    m_training->show();
    m_training->raise();
    m_training->activateWindow();
}

/// The viewer's theta: one for all cells, as long in time as the network's.
void Controller::useLearnedTheta(double seconds) {
    if (!m_session.isOpen()) {
        m_panes.messages->show(MessageBar::Kind::information, tr("Open a recording first: the learned θ is applied to it."));
        return;
    }
    Settings settings = m_panes.settings->settings();
    settings.thetaMode = ThetaMode::shared;
    settings.theta = seconds * m_session.recording().clip->sampleRate;
    m_panes.settings->setSettings(settings);
    settingsEdited();
}

} // namespace thetascope
