// SPDX-License-Identifier: GPL-3.0-or-later
// What the exports ask before they begin.
#include "app/window/export_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <array>

namespace thetascope {
namespace {

const QString folderKey = QStringLiteral("exportFolder");

} // namespace

QString ExportController::suggestedName(const QString& ending) const {
    const QString source = m_session.isOpen() ? QString::fromStdString(m_session.recording().clip->name) : QString();
    const QString base = QFileInfo(source).completeBaseName().replace(QLatin1Char(':'), QLatin1Char('-'));
    return QSettings().value(folderKey, QDir::homePath()).toString() + QLatin1Char('/') + base + ending;
}

QString ExportController::askForFile(const QString& title, const QString& ending, const QString& filter) {
    const QString path = QFileDialog::getSaveFileName(&m_window, title, suggestedName(ending), filter);
    if (!path.isEmpty()) QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    return path;
}

void ExportController::exportPictureByDialog() {
    const Settings& settings = m_session.settings();
    PictureDialog dialog(settings.startSeconds || settings.endSeconds, &m_window);
    if (dialog.exec() != QDialog::Accepted) return;
    dialog.remember();
    const QString path = askForFile(tr("Export Picture"), QStringLiteral(".png"), tr("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"));
    if (!path.isEmpty()) exportPicture(path, dialog.choice());
}

void ExportController::exportNumbersByDialog() {
    QFileDialog dialog(&m_window, tr("Export Numbers: a Folder for the Results"), suggestedName(QString()));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    dialog.selectFile(suggestedName(QStringLiteral("-result")));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    const QString folder = dialog.selectedFiles().first();
    QSettings().setValue(folderKey, QFileInfo(folder).absolutePath());
    exportNumbers(folder);
}

void ExportController::exportArchiveByDialog() {
    const QString path = askForFile(tr("Export NumPy Archive"), QStringLiteral(".npz"), tr("NumPy archive (*.npz)"));
    if (!path.isEmpty()) exportArchive(path);
}

void ExportController::exportSoundByDialog() {
    const QString path = askForFile(tr("Export Sound"), QStringLiteral("-inverse.wav"), tr("WAV (*.wav)"));
    if (!path.isEmpty()) exportSound(path);
}

void ExportController::exportLayerByDialog() {
    const std::array<QString, 3> filters{tr("Frames as instants (*.csv)"), tr("Windows as regions (*.csv)"),
                                         tr("Levels as a grid (*.csv)")};
    constexpr std::array<LayerKind, 3> kinds{LayerKind::instants, LayerKind::regions, LayerKind::grid};
    QString chosen = filters[0];
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Export Layer for Sonic Visualiser"),
                                                      suggestedName(QStringLiteral(".csv")),
                                                      filters[0] + QStringLiteral(";;") + filters[1] + QStringLiteral(";;") + filters[2],
                                                      &chosen);
    if (path.isEmpty()) return;
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (chosen == filters[i]) exportLayer(path, kinds[i]);
}

void ExportController::exportAnimationByDialog() {
    const QString path = askForFile(tr("Export Animation"), QStringLiteral("-descent.png"), tr("Animated PNG (*.png *.apng)"));
    constexpr int scale = 1; // frames are many
    if (!path.isEmpty()) exportAnimation(path, {PicturePart::visible, scale});
}

} // namespace thetascope
