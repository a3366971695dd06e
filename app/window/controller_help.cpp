// SPDX-License-Identifier: GPL-3.0-or-later
// What the Help menu says.
#include "app/window/controller.h"

#include "app/window/actions.h"
#include "app/window/icons.h"

#include <QMessageBox>

namespace thetascope {
namespace {

/// A box that is closed by itself and holds nothing up.
void showBox(QWidget& window, const QString& title, const QString& text) {
    auto* const box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::RichText);
    box->setModal(false);
    box->show();
}

} // namespace

void Controller::showKeys() {
    showBox(m_window, tr("Keys"), m_window.actions().keyTable());
}

void Controller::showAbout() {
    showBox(m_window, tr("About Thetascope"),
            tr("<h3>Thetascope %1</h3><p>Finds the sharpest spectrogram of a sound: gradient descent on the window length "
               "of a differentiable short-time Fourier transform.</p><p>After M. Leiber, Y. Marnissi, A. Barrau, "
               "<i>Differentiable Short-Time Fourier Transform</i>, 2024.</p><p>GPL-3.0-or-later. Drawn with Qt and "
               "QCustomPlot, transformed with FFTW.</p>").arg(QStringLiteral(THETASCOPE_VERSION)));
}

} // namespace thetascope
