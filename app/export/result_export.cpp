// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/result_export.h"

#include "app/export/reconstruction_snr.h"
#include "app/export/result_data.h"
#include "app/session/file_hash.h"
#include "core/io/atomic_file.h"

#include <QFileInfo>
#include <filesystem>
#include <system_error>

namespace thetascope {
namespace {

constexpr const char* demoPrefix = "demo:";

/// Takes away the pictures of an older result: those asked for now are drawn anew, and others would show something else.
Status clearOlderPictures(const std::string& folder) {
    for (const char* const name : {"spectrogram", "theta", "loss"}) {
        for (const char* const extension : {".png", ".svg", ".pdf"}) {
            const std::string path = folder + "/" + name + extension;
            std::error_code failure;
            std::filesystem::remove(path, failure);
            if (failure)
                return Error{ErrorKind::output, path + ": an older one can't be replaced: " + failure.message()
                                                    + "; choose another folder"};
        }
    }
    return success();
}

QString captionOf(const ResultSource& source, const QString& what) {
    const QString name = QFileInfo(QString::fromStdString(source.path)).fileName();
    const QString region =
        QStringLiteral("%1–%2 s").arg(source.startSeconds, 0, 'f', 2).arg(source.endSeconds, 0, 'f', 2);
    return name + QStringLiteral(", ") + region + QStringLiteral(": ") + what;
}

QString descentInWords(const DescentResult& result) {
    return QStringLiteral("objective %1 → %2, iteration %3 of %4")
        .arg(result.initialObjective, 0, 'g', 6)
        .arg(result.bestObjective, 0, 'g', 6)
        .arg(result.bestIteration)
        .arg(result.iterations);
}

/// Numbers first, then pictures. A caption and settings that the caller left empty are filled in.
Status writeAll(const std::string& folder, const ResultSource& source, const ResultData& data, const QString& what,
                const std::vector<IterationRecord>& curve, PictureRequest pictures) {
    if (Status status = writeResult(folder, THETASCOPE_VERSION, source, data); !status)
        return status;
    if (Status status = clearOlderPictures(folder); !status)
        return status;
    if (pictures.style.caption.isEmpty())
        pictures.style.caption = captionOf(source, what);
    if (pictures.style.settings.isEmpty())
        pictures.style.settings = QString::fromStdString(settingsLine(data.settings));
    if (!pictures.style.seconds) // the whole region, with room where no frame looked
        pictures.style.seconds = AxisSpan{source.startSeconds, source.endSeconds};
    return writePictures(folder, data.spectrogram, data.settings, curve, pictures);
}

} // namespace

std::string sourceSha256(const std::string& path) {
    return path.starts_with(demoPrefix) ? std::string() : fileSha256(path);
}

ResultSource describeSource(const AudioClip& clip, const Signal& signal) {
    ResultSource source;
    source.path = clip.name;
    source.sha256 = sourceSha256(clip.name);
    source.sampleRate = clip.sampleRate;
    source.channels = clip.channels;
    source.frames = clip.frames();
    source.startSeconds = signal.startSeconds;
    source.endSeconds = signal.startSeconds + signal.length() / signal.sampleRate;
    return source;
}

Status checkWritable(const std::string& folder) {
    if (Status status = makeFolder(folder); !status)
        return status;
    const Result<AtomicFile> probe = AtomicFile::create(folder + "/run.json"); // never committed: nothing is left of it
    return probe ? success() : Status(probe.error());
}

Status exportDescent(const std::string& folder, const AudioClip& clip, const Signal& signal, const DescentResult& result,
                     const PictureRequest& pictures) {
    ResultData data = resultData(result);
    data.reconstructionSnrDb = reconstructionSnrDb(signal, data.settings, result.bestTiling, *result.bestSpectrum);
    return writeAll(folder, describeSource(clip, signal), data, descentInWords(result), result.history, pictures);
}

Status exportEvaluation(const std::string& folder, const AudioClip& clip, const Signal& signal, const Evaluation& evaluation,
                        const PictureRequest& pictures) {
    const QString what = QStringLiteral("objective %1").arg(evaluation.scores.objective, 0, 'g', 6);
    ResultData data = resultData(evaluation);
    data.reconstructionSnrDb =
        reconstructionSnrDb(signal, data.settings, evaluation.spectrogram->tiling, *evaluation.spectrum);
    return writeAll(folder, describeSource(clip, signal), data, what, {}, pictures);
}

} // namespace thetascope
