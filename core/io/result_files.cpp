// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/result_files.h"

#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/npy.h"
#include "core/io/settings_json.h"

#include <array>
#include <filesystem>
#include <functional>
#include <system_error>

namespace thetascope {
namespace {

using Json = nlohmann::ordered_json;
constexpr int indent = 2;

/// Writes an array [T, F] as [F, T] of T's.
template <class T, class Frames>
Status writeTransposed(const std::string& path, const Frames& frames) {
    const auto rows = static_cast<std::size_t>(frames.cols()), columns = static_cast<std::size_t>(frames.rows());
    return writeNpyRows<T>(path, rows, columns, [&frames](std::size_t bin, T* out) {
        for (Eigen::Index frame = 0; frame < frames.rows(); ++frame)
            out[frame] = static_cast<T>(frames(frame, static_cast<Eigen::Index>(bin)));
    });
}

Json sourceJson(const ResultSource& source) {
    return {{"path", source.path},         {"sha256", source.sha256},      {"sample_rate", source.sampleRate},
            {"channels", source.channels}, {"frames", source.frames},      {"start", source.startSeconds},
            {"end", source.endSeconds}};
}

/// Null where nothing descended.
Json engineJson(const EngineReport& engine) {
    if (engine.name.empty()) return nullptr;
    Json json = {{"name", engine.name}};
    if (engine.spacing == 0) return json;
    json["spacing"] = engine.spacing;
    json["cells_checked"] = engine.checked;
    json["worst_error_of_bound"] = engine.worst;
    json["refinements"] = engine.refinements;
    return json;
}

Json scoresJson(const ResultData& data) {
    Json terms = Json::object();
    for (const TermValue& term : data.terms)
        terms[term.name] = term.value;
    Json snr;
    if (data.reconstructionSnrDb)
        snr = *data.reconstructionSnrDb;
    Json scores{{"iterations", data.iterations},
            {"evaluations", data.evaluations},
            {"stop_reason", data.stopReason},
            {"seconds", data.seconds},
            {"engine", engineJson(data.engine)},
            {"initial_objective", data.initialObjective},
            {"final_objective", data.finalObjective},
            {"best_objective", data.bestObjective},
            {"best_iteration", data.bestIteration},
            {"terms", std::move(terms)},
            {"normalised_entropy", data.normalisedEntropy},
            {"effective_cells", data.effectiveCells},
            {"coverage", data.coverage},
            {"at_bound", {{"lower", data.atLowerBound}, {"upper", data.atUpperBound}}},
            {"reconstruction_snr_db", std::move(snr)}};
    if (!data.reconstructionSnrDb && variesInFrequency(data.settings.thetaMode))
        scores["reconstruction_note"] = "theta varies along frequency: `thetascope reconstruct` computes it";
    return scores;
}

Status writeSpectrum(const std::string& path, const ResultData& data) {
    if (data.settings.precision == Precision::doublePrecision)
        return writeTransposed<std::complex<double>>(path, *data.spectrum);
    return writeTransposed<std::complex<float>>(path, *data.spectrum);
}

Status writeGradients(const std::string& folder, const ResultData& data) {
    if (!data.gradient)
        return success();
    const ThetaMode mode = data.spectrogram->tiling.mode;
    if (Status status = writeTheta(folder + "/grad_theta.npy", mode, data.gradient->theta); !status)
        return status;
    if (Status status = writeNpy(folder + "/grad_positions.npy", data.gradient->positions); !status)
        return status;
    return writeNpy(folder + "/grad_hop.npy", data.gradientHop);
}

/// Takes away what an older result in the same folder would leave beside this one: its run.json (a folder without one is not
/// whole) and gradients.
Status clearOlder(const std::string& folder) {
    for (const char* const name : {"/run.json", "/grad_theta.npy", "/grad_positions.npy", "/grad_hop.npy"}) {
        std::error_code failure;
        std::filesystem::remove(folder + name, failure);
        if (failure)
            return Error{ErrorKind::output, folder + name + ": an older one can't be replaced: " + failure.message()
                                                + "; choose another folder"};
    }
    return success();
}

/// Whether the arrays fit, before anything older is touched. Where the system doesn't say (some network folders), they may.
Status checkRoom(const std::string& folder, const Spectrogram& spectrogram) {
    constexpr std::uintmax_t bytesPerCell = sizeof(float) + 2 * sizeof(double); // magnitude and S
    const auto needed = bytesPerCell * static_cast<std::uintmax_t>(spectrogram.magnitude.size());
    std::error_code failure;
    const auto space = std::filesystem::space(folder, failure);
    if (failure || space.capacity == 0 || space.available >= needed) return success();
    return Error{ErrorKind::output, folder + ": No space left on device: the arrays take " + std::to_string(needed) + " bytes, "
                                        + std::to_string(space.available) + " are free; make room there or choose another folder"};
}

} // namespace

Status writeTheta(const std::string& path, ThetaMode mode, const RealFrames& values) {
    if (mode == ThetaMode::shared)
        return writeNpy(path, values(0, 0));
    if (mode == ThetaMode::timeFrequency)
        return writeTransposed<double>(path, values);
    return writeNpy(path, Vector(values.reshaped<Eigen::RowMajor>()));
}

Json runJson(const std::string& version, const ResultSource& source, const ResultData& data) {
    return {{"thetascope", version},
            {"source", sourceJson(source)},
            {"settings", settingsToJson(data.settings)},
            {"result", scoresJson(data)}};
}

Status writeResult(const std::string& folder, const std::string& version, const ResultSource& source,
                   const ResultData& data) {
    const Spectrogram& spectrogram = *data.spectrogram;
    const Tiling& tiling = spectrogram.tiling;
    const std::array<std::function<Status()>, 11> steps{
        [&] { return makeFolder(folder); },
        [&] { return checkRoom(folder, spectrogram); },
        [&] { return clearOlder(folder); },
        [&] { return writeTransposed<float>(folder + "/magnitude.npy", spectrogram.magnitude); },
        [&] { return writeSpectrum(folder + "/stft.npy", data); },
        [&] { return writeTheta(folder + "/theta.npy", tiling.mode, tiling.theta); },
        [&] { return writeNpy(folder + "/positions.npy", tiling.positions); },
        [&] { return writeTextFile(folder + "/history.csv", historyCsv(data.history)); },
        [&] { return writeTextFile(folder + "/frames.csv", framesCsv(tiling, spectrogram.sampleRate)); },
        [&] { return writeGradients(folder, data); },
        [&] {
            // A path need not be UTF-8; what isn't is replaced rather than refused.
            const std::string text = runJson(version, source, data).dump(indent, ' ', false, Json::error_handler_t::replace);
            return writeTextFile(folder + "/run.json", text + "\n");
        },
    };
    for (const auto& step : steps)
        if (Status status = step(); !status)
            return status;
    return success();
}

} // namespace thetascope
