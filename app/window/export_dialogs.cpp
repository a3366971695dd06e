// SPDX-License-Identifier: GPL-3.0-or-later
// What the exports ask before they begin.
#include "app/window/export_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSettings>
#include <algorithm>
#include <array>

namespace thetascope {
namespace {

const QString folderKey = QStringLiteral("exportFolder");

/// Of "Animated PNG (*.png *.apng)": png, apng.
QStringList endingsOf(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    QStringList endings;
    for (auto match = pattern.globalMatch(filter); match.hasNext();) endings << match.next().captured(1);
    return endings;
}

/// The path as the chosen filter wants it: an ending of another of the filters gives way, any other one is part of the name.
QString withEndingOf(const QString& filter, const QStringList& filters, const QString& path) {
    const QString ending = QFileInfo(path).suffix();
    const QStringList wanted = endingsOf(filter);
    if (wanted.contains(ending, Qt::CaseInsensitive)) return path;
    const bool others = endingsOf(filters.join(QLatin1Char(' '))).contains(ending, Qt::CaseInsensitive);
    return (others ? path.chopped(ending.size() + 1) : path) + QLatin1Char('.') + wanted.first();
}

} // namespace

QString ExportController::suggestedName(const QString& ending) const {
    const QString source = m_session.isOpen() ? QString::fromStdString(m_session.recording().clip->name) : QString();
    const QString base = QFileInfo(source).completeBaseName().replace(QLatin1Char(':'), QLatin1Char('-'));
    return QSettings().value(folderKey, QDir::homePath()).toString() + QLatin1Char('/') + base + ending;
}

QString ExportController::askForFile(const QString& title, const QString& ending, const QString& filter) {
    return askForFile(title, ending, QStringList(filter)).first;
}

std::pair<QString, qsizetype> ExportController::askForFile(const QString& title, const QString& ending, const QStringList& filters) {
    QFileDialog dialog(&m_window, title, QFileInfo(suggestedName(ending)).path());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(endingsOf(filters.first()).first());
    dialog.selectFile(suggestedName(ending));
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog, &filters](const QString& filter) {
        dialog.setDefaultSuffix(endingsOf(filter).first());
        if (!dialog.selectedFiles().isEmpty()) dialog.selectFile(withEndingOf(filter, filters, dialog.selectedFiles().first()));
    });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
    const QString named = dialog.selectedFiles().first(), chosen = dialog.selectedNameFilter();
    const QString path = withEndingOf(chosen, filters, named);
    if (path != named && QFileInfo::exists(path) && !mayReplace(path)) return {};
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    return {path, std::max<qsizetype>(0, filters.indexOf(chosen))};
}

/// What its dialog couldn't ask, as the name is made of what was chosen there.
bool ExportController::mayReplace(const QString& path) {
    return QMessageBox::question(&m_window, tr("Replace It?"), tr("%1 is there already. Replace it?").arg(path))
           == QMessageBox::Yes;
}

void ExportController::exportPictureByDialog() {
    PictureDialog dialog(hasSelection(), &m_window);
    if (dialog.exec() != QDialog::Accepted) return;
    dialog.remember();
    const QStringList filters{tr("PNG (*.png)"), tr("SVG (*.svg)"), tr("PDF (*.pdf)")};
    const QString path = askForFile(tr("Export Picture"), QStringLiteral(".png"), filters).first;
    if (!path.isEmpty()) exportPicture(path, dialog.choice());
}

void ExportController::exportNumbersByDialog() {
    // The place, not the folder itself: Qt's dialog doesn't take folders that don't exist yet.
    QFileDialog dialog(&m_window, tr("Export Numbers: Where to Make the Folder of Results"), QFileInfo(suggestedName(QString())).path());
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    const QDir place(dialog.selectedFiles().first());
    QSettings().setValue(folderKey, place.absolutePath());
    const QString folder = place.filePath(QFileInfo(suggestedName(QStringLiteral("-result"))).fileName());
    if (QFileInfo::exists(folder) && !mayReplace(folder)) return;
    exportNumbers(folder);
}

void ExportController::exportArchiveByDialog() {
    const QStringList filters{tr("NumPy archive (*.npz)")};
    const auto [path, filter] = askForFile(tr("Export NumPy Archive"), QStringLiteral(".npz"),
                                           hasSelection() ? filters + QStringList(tr("The selection alone (*.npz)")) : filters);
    if (!path.isEmpty()) exportArchive(path, filter < filters.size() ? NumbersPart::all : NumbersPart::selection);
}

void ExportController::exportSoundByDialog() {
    const QString path = askForFile(tr("Export Sound"), QStringLiteral("-inverse.wav"), tr("WAV (*.wav)"));
    if (!path.isEmpty()) exportSound(path);
}

void ExportController::exportLayerByDialog() {
    constexpr std::array<LayerKind, 3> kinds{LayerKind::instants, LayerKind::regions, LayerKind::grid};
    QStringList filters{tr("Frames as instants (*.csv)"), tr("Windows as regions (*.csv)"), tr("Levels as a grid (*.csv)")};
    if (hasSelection())
        filters += {tr("Frames selected, as instants (*.csv)"), tr("Windows selected, as regions (*.csv)"),
                    tr("Levels selected, as a grid (*.csv)")};
    const auto [path, filter] = askForFile(tr("Export Layer for Sonic Visualiser"), QStringLiteral(".csv"), filters);
    if (path.isEmpty()) return;
    const auto kind = static_cast<std::size_t>(filter);
    exportLayer(path, kinds[kind % kinds.size()], kind < kinds.size() ? NumbersPart::all : NumbersPart::selection);
}

void ExportController::exportAnimationByDialog() {
    const QString path = askForFile(tr("Export Animation"), QStringLiteral("-descent.png"), tr("Animated PNG (*.png *.apng)"));
    constexpr int scale = 1; // frames are many
    if (!path.isEmpty()) exportAnimation(path, {PicturePart::visible, scale});
}

} // namespace thetascope
