// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_controller.h"

#include "app/export/result_export.h"
#include "app/window/picture_controller.h"
#include "app/workers/compute.h"
#include "app/workers/task_thread.h"
#include "ui/panels/display_panel.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace thetascope {
namespace {

const QString folderKey = QStringLiteral("exportFolder");
/// Pixels per unit of a PNG: sharp on paper at the width of a column.
constexpr double pngScale = 2;

struct NumbersJob {
    std::shared_ptr<const AudioClip> clip;
    std::shared_ptr<const Signal> signal;
    std::shared_ptr<const DescentResult> result; ///< null: evaluate the start
    Settings settings;
    InitialArrays arrays;
};

/// What the pictures of a result show.
struct Numbers {
    std::shared_ptr<const Spectrogram> spectrogram;
    ResolvedSettings settings;
    std::vector<IterationRecord> history;
};

/// Everything but the pictures: those are drawn with widgets, which only the GUI thread may touch.
Result<Numbers> writeNumbers(const std::string& folder, const NumbersJob& job) {
    const PictureRequest none;
    if (job.result) {
        const Status written = exportDescent(folder, *job.clip, *job.signal, *job.result, none);
        if (!written) return written.error();
        return Numbers{job.result->best, job.result->settings, job.result->history};
    }
    const Evaluation evaluation = evaluate(job.signal, job.settings, job.arrays, false);
    const Status written = exportEvaluation(folder, *job.clip, *job.signal, evaluation, none);
    if (!written) return written.error();
    return Numbers{evaluation.spectrogram, evaluation.settings, {}};
}

} // namespace

ExportController::ExportController(const Session& session, TaskThread& tasks, const PictureController& pictures,
                                   MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_pictures(pictures), m_window(window) {}

FigureStyle ExportController::style() const {
    const DisplaySettings display = m_window.panes().display->display();
    FigureStyle style;
    style.floorDb = display.floorDb;
    style.ceilingDb = display.ceilingDb;
    style.colourMap = display.colourMap;
    style.frequency = display.frequency;
    style.smooth = display.smooth;
    return style; // light, for paper
}

FigureStyle ExportController::captioned(FigureStyle look, const QString& what, const ResolvedSettings* settings) const {
    const QString source = QFileInfo(QString::fromStdString(m_session.recording().clip->name)).fileName();
    look.caption = tr("%1: %2").arg(source, what);
    if (settings != nullptr) look.settings = QString::fromStdString(settingsLine(*settings));
    return look;
}

void ExportController::exportPicture(const QString& path) {
    const bool classical = m_pictures.holdsClassical();
    const auto spectrogram = classical ? m_pictures.classical() : m_pictures.adaptive();
    if (!spectrogram) return emit failed(tr("%1: there is no picture to save yet; open a recording").arg(path));
    FigureStyle look = captioned(style(), classical ? m_pictures.classicalCaption() : m_pictures.caption(),
                                 m_pictures.isOverview() ? nullptr : shownSettings());
    look.dpiScale = pngScale;
    const Status written = writeSpectrogramFigure(path, spectrogram, look);
    if (!written) return emit failed(QString::fromStdString(written.error().message));
    emit done(tr("The picture is in %1").arg(path));
}

const ResolvedSettings* ExportController::shownSettings() const {
    if (m_session.run) return &m_session.run->start.resolved;
    return m_session.pictures ? &m_session.pictures->resolved : nullptr;
}

void ExportController::exportNumbers(const QString& folder) {
    NumbersJob job;
    job.clip = m_session.recording().clip;
    job.arrays = m_session.arrays();
    if (m_session.run && m_session.run->result) {
        job.signal = m_session.run->start.signal;
        job.result = m_session.run->result;
    } else if (m_session.pictures && !m_pictures.isOverview()) {
        job.signal = m_session.pictures->signal;
        job.settings = m_session.pictures->resolved;
        job.settings.threads = windowThreads(job.settings.threads);
    } else {
        return emit failed(tr("%1: there are no numbers to write yet; sharpen first").arg(folder));
    }
    const FigureStyle look = captioned(style(), m_pictures.caption(), nullptr);
    const std::string path = QFile::encodeName(folder).toStdString();
    m_tasks.queue([path, job](const std::stop_token&) { return writeNumbers(path, job); },
                  [this, folder, path, look](const Numbers& numbers) {
                      FigureStyle dressed = look;
                      dressed.settings = QString::fromStdString(settingsLine(numbers.settings));
                      const Status drawn =
                          writePictures(path, numbers.spectrogram, numbers.settings, numbers.history, {{"png"}, dressed});
                      if (!drawn) return emit failed(QString::fromStdString(drawn.error().message));
                      emit done(tr("The numbers are in %1").arg(folder));
                  }, [this](const QString& message) { emit failed(message); });
}

QString ExportController::suggestedName(const QString& ending) const {
    const QString source = QString::fromStdString(m_session.recording().clip->name);
    const QString base = QFileInfo(source).completeBaseName().replace(QLatin1Char(':'), QLatin1Char('-'));
    return QSettings().value(folderKey, QDir::homePath()).toString() + QLatin1Char('/') + base + ending;
}

void ExportController::exportPictureByDialog() {
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Export Picture"), suggestedName(QStringLiteral(".png")),
                                                      tr("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"));
    if (path.isEmpty()) return;
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    exportPicture(path);
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

} // namespace thetascope
