// SPDX-License-Identifier: GPL-3.0-or-later
// What the Help menu says.
#include "app/window/controller.h"

#include "app/about/environment.h"
#include "app/window/actions.h"
#include "app/window/keys_dialog.h"
#include "app/window/text_box.h"
#include "core/io/settings_json.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenuBar>
#include <QPushButton>

namespace thetascope {

void Controller::showHelp() {
    const QString text =
            tr("<h3>Reading</h3><p>Brightness is level, 20 log<sub>10</sub>|S| in dB. Its limits are locked while a descent "
               "runs: a picture that gets darker between the lines <i>is</i> sharper. The map of window lengths θ is logarithmic: "
               "long windows draw steady tones as thin lines, short ones place clicks in time. Hatching: no frame looked "
               "there.</p><h3>Steering</h3><p><b>F5</b> sharpens what is in view, or what is selected (tool <b>2</b>). Hold "
               "<b>A</b> for the classical STFT with the same limits, <b>D</b> puts it beside, <b>Shift+D</b> subtracts it. "
               "The slider below the panes holds every iteration; <b>B</b> is the best.</p><h3>Mouse</h3><p>The wheel zooms "
               "time about the pointer, with Shift it pans, with Alt it zooms frequency; over an axis it zooms that axis. A "
               "left drag pans, selects or measures (tools <b>1</b>, <b>2</b>, <b>6</b>); a middle drag pans; Shift and a "
               "drag zoom to the rectangle. A double click on an axis resets it; the ends of the colour bar can be dragged.</p>"
               "<p><b>F2</b> lists every key.</p>");
    (new TextBox(tr("How to read and steer"), text, {}, &m_window))->show();
}

void Controller::showGradient(const GradientAt& result) {
    const auto row = [](const QString& where, const QString& analytic, const QString& numeric) {
        return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2&nbsp;&nbsp;</td><td align=right>%3</td></tr>")
            .arg(where, analytic, numeric);
    };
    QString rows = row(tr("<b>cell</b>"), tr("<b>analytic</b>"), tr("<b>differences</b>"));
    for (const GradientAt::Place& place : result.places)
        rows += row(tr("frame %1, bin %2").arg(place.frame).arg(place.bin), QString::number(place.analytic, 'e', 6),
                    QString::number(place.numeric, 'e', 6));
    const QString verdict = result.worstRelativeError <= result.tolerance ? tr("They agree") : tr("They do not agree");
    const QString text =
            tr("<p>dL/d ln θ, the first at the cursor:</p><table>%1</table><p>%2: the largest relative error is %3, a right "
               "gradient with this window stays below %4.</p>")
                .arg(rows, verdict, QString::number(result.worstRelativeError, 'e', 1),
                     QString::number(result.tolerance, 'g', 2));
    (new TextBox(tr("Gradient check"), text, {}, &m_window))->show();
}

void Controller::showKeys() {
    auto* const dialog = new KeysDialog(*m_window.menuBar(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void Controller::showAbout() {
    const QString text =
            tr("<h3>Thetascope %1</h3><p>Finds the sharpest spectrogram of a sound: gradient descent on the window length "
               "of a differentiable short-time Fourier transform.</p><p>After M. Leiber, Y. Marnissi, A. Barrau, "
               "<i>Differentiable Short-Time Fourier Transform</i>, 2024.</p><p>GPL-3.0-or-later. Drawn with Qt and "
               "QCustomPlot, transformed with FFTW.</p>").arg(QStringLiteral(THETASCOPE_VERSION));
    auto* const box = new TextBox(tr("About Thetascope"), text, QString::fromStdString(environmentText()).trimmed(), &m_window);
    box->setObjectName(QStringLiteral("about"));
    QPushButton* const copy = box->addButton(tr("Copy Report"));
    copy->setToolTip(tr("Versions, processor, settings and the latest run, for a bug report; without names of files"));
    copy->setObjectName(QStringLiteral("copyReport"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(report()); });
    box->show();
}

QString Controller::report() const {
    std::string text = environmentText();
    if (m_session.isOpen()) {
        const AudioClip& clip = *m_session.recording().clip;
        text += "recording: " + std::to_string(clip.durationSeconds()) + " s, " + std::to_string(clip.sampleRate) + " Hz, "
                + std::to_string(clip.channels) + " channels\n";
    }
    text += "settings: " + settingsToJson(m_session.settings()).dump() + "\n";
    if (m_session.run && m_session.run->result) {
        const DescentResult& result = *m_session.run->result;
        text += "latest run: " + result.reasonText + "; engine " + result.engine.name + ", " + std::to_string(result.evaluations)
                + " evaluations in " + std::to_string(result.seconds) + " s\n";
    }
    if (!m_lastError.isEmpty()) text += "latest error: " + m_lastError.toStdString() + "\n";
    const QString recording = m_session.isOpen() ? QString::fromStdString(m_session.recording().clip->name) : QString();
    std::vector<std::string> names;
    for (const QString& path : {recording, m_sessions.path()})
        for (const QString& name : {path, QFileInfo(path).fileName()}) names.push_back(name.toStdString());
    return QString::fromStdString(withoutPrivateNames(text, QDir::homePath().toStdString(), names));
}

} // namespace thetascope
