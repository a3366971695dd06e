// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_controller.h"

#include "app/export/animation.h"
#include "app/export/archive.h"
#include "app/export/result_data.h"
#include "app/export/result_export.h"
#include "app/export/sound_export.h"
#include "app/window/moment_caption.h"
#include "app/window/picture_controller.h"
#include "app/window/tool_controller.h"
#include "app/workers/compute.h"
#include "app/workers/task_thread.h"
#include "core/io/atomic_file.h"
#include "ui/text/core_text.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>

namespace thetascope {

struct ExportController::NumbersJob {
    std::shared_ptr<const AudioClip> clip;
    std::shared_ptr<const Signal> signal;
    std::shared_ptr<const DescentResult> result; ///< null: evaluate the start
    Settings settings;
    InitialArrays arrays;
    FigureStyle look; ///< of its pictures, captioned

    ResultData data() const {
        return result ? resultData(*result) : resultData(evaluate(signal, settings, arrays, false));
    }

    /// Everything but the pictures, which begin on the GUI thread.
    Result<ResultData> write(const std::string& folder) const {
        const PictureRequest none;
        if (result) {
            const Status written = exportDescent(folder, *clip, *signal, *result, none);
            return written ? Result<ResultData>(resultData(*result)) : written.error();
        }
        const Evaluation evaluation = evaluate(signal, settings, arrays, false);
        const Status written = exportEvaluation(folder, *clip, *signal, evaluation, none);
        return written ? Result<ResultData>(resultData(evaluation)) : written.error();
    }
};

namespace {

Error noCells() {
    return {ErrorKind::run, ExportController::tr("no frame or no bin lies within the selection; select more").toStdString()};
}

/// Where the bins of a file lie that has only some of them.
QString inWords(const Spectrogram& spectrogram, const CellSelection& cells) {
    const int last = cells.firstBin + cells.bins - 1;
    return ExportController::tr("the selection: %1 frames, bins %2 to %3, %4 to %5 Hz")
        .arg(cells.frames.size()).arg(cells.firstBin).arg(last)
        .arg(spectrogram.binHz(cells.firstBin)).arg(spectrogram.binHz(last));
}

std::string encoded(const QString& path) { return QFile::encodeName(path).toStdString(); }

} // namespace

ExportController::ExportController(const Session& session, TaskThread& tasks, const PictureController& pictures,
                                   const ToolController& tools, MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_pictures(pictures), m_tools(tools), m_window(window) {}

void ExportController::work(std::function<Status(const std::stop_token&)> job, const QString& sentence) {
    m_tasks.queue(std::move(job), [this, sentence](std::monostate) { emit done(sentence); },
                  [this](const QString& message) { emit failed(message); });
}

void ExportController::refuse(const QString& path, const Error& error) {
    emit failed(tr("%1: %2").arg(path, QString::fromStdString(error.message)));
}

void ExportController::exportPicture(const QString& path, const PictureChoice& choice) {
    const Result<FigureDrawing> figure = shownFigure(choice, isVectorPath(path));
    if (!figure) return refuse(path, figure.error());
    work([path, figure = *figure](const std::stop_token&) { return writeDrawing(path, figure); },
         tr("The picture is in %1").arg(path));
}

void ExportController::copyPicture() {
    const PictureChoice choice;
    const Result<FigureDrawing> figure = shownFigure(choice, false);
    if (!figure) return refuse(tr("Clipboard"), figure.error());
    m_tasks.queue([figure = *figure](const std::stop_token&) -> Result<QImage> { return drawFigure(figure, figure.pngScale); },
                  [this](const QImage& image) {
                      QGuiApplication::clipboard()->setImage(image);
                      emit done(tr("The picture is on the clipboard"));
                  }, [this](const QString& message) { emit failed(message); });
}

Result<ExportController::NumbersJob> ExportController::numbersJob() const {
    NumbersJob job;
    job.clip = m_session.recording().clip;
    job.arrays = m_session.arrays();
    if (m_session.run && m_session.run->result) {
        job.signal = m_session.run->start.signal;
        job.result = m_session.run->result;
        job.look = captioned(style({.part = PicturePart::whole}),
                             momentCaption(*m_session.run, m_session.run->bestIteration), &job.result->settings);
    } else if (m_session.run && m_session.run->active) {
        return Error{ErrorKind::run, tr("the descent is still going: stop it, then write its numbers").toStdString()};
    } else if (const auto best = m_session.run ? m_session.run->bestTiling() : std::nullopt) { // not evaluated: out of memory
        job.signal = m_session.run->start.signal;
        job.settings = m_session.run->start.resolved;
        job.settings.threads = windowThreads(job.settings.threads);
        job.arrays = {best->theta, best->positions};
        job.look = captioned(style({.part = PicturePart::whole}), momentCaption(*m_session.run, m_session.run->bestIteration),
                             &m_session.run->start.resolved);
    } else if (m_session.pictures && !m_pictures.isOverview()) {
        job.signal = m_session.pictures->signal;
        job.settings = m_session.pictures->resolved;
        job.settings.threads = windowThreads(job.settings.threads);
        job.look = captioned(style({.part = PicturePart::whole}), tr("The start, before any descent"), &m_session.pictures->resolved);
    } else {
        return Error{ErrorKind::run, tr("there are no numbers to write yet; sharpen first").toStdString()};
    }
    return job;
}

void ExportController::exportNumbers(const QString& folder) {
    const Result<NumbersJob> job = numbersJob();
    if (!job) return refuse(folder, job.error());
    PictureRequest pictures;
    pictures.formats = {"png"};
    pictures.style = job->look;
    const std::string path = encoded(folder);
    m_tasks.queue([path, job = *job](const std::stop_token&) { return job.write(path); },
                  [this, folder, path, pictures](const ResultData& data) {
        const bool hasCurve = data.history.size() > 1;
        const auto figures = recordPictures(data.spectrogram, data.settings,
                                            hasCurve ? data.history : std::vector<IterationRecord>(), pictures);
        if (!figures) return refuse(folder, figures.error());
        work([path, figures = *figures](const std::stop_token&) { return writeFigures(path, figures); },
             tr("The numbers are in %1").arg(folder));
    }, [this](const QString& message) { emit failed(message); });
}

bool ExportController::hasSelection() const {
    const Settings& settings = m_session.settings();
    return m_tools.selection() || settings.startSeconds || settings.endSeconds;
}

std::pair<std::optional<Interval>, std::optional<Interval>> ExportController::limitsOf(NumbersPart part) const {
    if (part == NumbersPart::all) return {};
    if (const auto& selection = m_tools.selection()) {
        std::optional<Interval> hertz;
        if (selection->hertz) hertz = Interval(selection->hertz->low, selection->hertz->high);
        return {Interval(selection->time.start, selection->time.end), hertz};
    }
    const Settings& settings = m_session.settings();
    if (!settings.startSeconds && !settings.endSeconds) return {};
    return {Interval(settings.startSeconds.value_or(0), settings.endSeconds.value_or(m_session.durationSeconds())), {}};
}

void ExportController::exportArchive(const QString& path, NumbersPart part) {
    const Result<NumbersJob> job = numbersJob();
    if (!job) return refuse(path, job.error());
    const auto [seconds, hertz] = limitsOf(part);
    work([file = encoded(path), job = *job, seconds = seconds, hertz = hertz](const std::stop_token&) -> Status {
        const ResultData data = job.data();
        const CellSelection cells = cellsWithin(*data.spectrogram, seconds, hertz);
        if (cells.empty()) return noCells();
        return writeArchive(file, describeSource(*job.clip, *job.signal), data, cells);
    }, tr("The numbers are in %1").arg(path));
}

void ExportController::exportSound(const QString& path) {
    const Result<NumbersJob> job = numbersJob();
    if (!job) return refuse(path, job.error());
    const std::string comment = job->look.metadata.toStdString();
    m_tasks.queue([file = encoded(path), job = *job, comment](const std::stop_token& stop) {
        return writeSoundOf(file, *job.signal, job.data(), comment, stop);
    }, [this](const std::string& sentence) { emit done(coreText(sentence)); },
       [this](const QString& message) { emit failed(message); });
}

void ExportController::exportLayer(const QString& path, LayerKind kind, NumbersPart part) {
    const auto spectrogram = m_pictures.holdsClassical() ? m_pictures.classical() : m_pictures.adaptive();
    const ResolvedSettings* const settings = shownSettings();
    if (!spectrogram || settings == nullptr)
        return refuse(path, {ErrorKind::run, tr("there are no frames to write yet; come closer, or sharpen").toStdString()});
    const FigureStyle words = shownLook({});
    const auto [seconds, hertz] = limitsOf(part);
    const CellSelection cells = cellsWithin(*spectrogram, seconds, hertz);
    if (cells.empty()) return refuse(path, noCells());
    QString comment = words.caption + QLatin1Char('\n') + words.settings + QLatin1Char('\n') + words.metadata;
    if (part == NumbersPart::selection) comment += QLatin1Char('\n') + inWords(*spectrogram, cells);
    work([file = encoded(path), spectrogram, kind, cells, comment = comment.toStdString()](const std::stop_token&) {
        return writeTextFile(file, layerCsv(*spectrogram, kind, comment, cells));
    }, tr("The layer is in %1").arg(path));
}

void ExportController::exportAnimation(const QString& path, const PictureChoice& choice) {
    const std::shared_ptr<RunData> run = m_session.run;
    if (!run || !run->history)
        return refuse(path, {ErrorKind::run, tr("there is no run to show; sharpen first").toStdString()});
    const FigureStyle look = captioned(style(choice), tr("the descent"), &run->start.resolved);
    const Result<FigureDrawing> figure = spectrogramFigure(run->start.start, look, false);
    if (!figure) return refuse(path, figure.error());
    AnimationJob job{run->history, run->records, run->start.signal, run->start.resolved, *figure};
    job.settings.threads = windowThreads(job.settings.threads);
    work([file = encoded(path), job](const std::stop_token& stop) { return writeAnimation(file, job, stop); },
         tr("The animation is in %1; browsers play it").arg(path));
}

} // namespace thetascope
