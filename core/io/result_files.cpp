// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/result_files.h"

#include "core/io/atomic_file_set.h"
#include "core/io/csv.h"
#include "core/io/npy.h"
#include "core/io/settings_json.h"

#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>
#include <vector>

namespace thetascope {
namespace {

using Json = nlohmann::ordered_json;
constexpr int indent = 2;

/// Writes an array [T, F] as [F, T] of T's.
template <class T, class Frames>
Status writeTransposed(AtomicFile& file, const Frames& frames) {
    const auto rows = static_cast<std::size_t>(frames.cols()), columns = static_cast<std::size_t>(frames.rows());
    return writeNpyRows<T>(file, rows, columns, [&frames](std::size_t bin, T* out) {
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

Status writeSpectrum(AtomicFile& file, const ResultData& data) {
    if (data.settings.precision == Precision::doublePrecision)
        return writeTransposed<std::complex<double>>(file, *data.spectrum);
    return writeTransposed<std::complex<float>>(file, *data.spectrum);
}

using File = std::pair<const char*, std::function<Status(AtomicFile&)>>;

/// What a result directory holds, run.json last.
std::vector<File> filesOf(const std::string& version, const ResultSource& source, const ResultData& data) {
    const Spectrogram& spectrogram = *data.spectrogram;
    const Tiling& tiling = spectrogram.tiling;
    std::vector<File> files{
        {"magnitude.npy", [&](AtomicFile& file) { return writeTransposed<float>(file, spectrogram.magnitude); }},
        {"stft.npy", [&](AtomicFile& file) { return writeSpectrum(file, data); }},
        {"theta.npy", [&](AtomicFile& file) { return writeTheta(file, tiling.mode, tiling.theta); }},
        {"positions.npy", [&](AtomicFile& file) { return writeNpy(file, tiling.positions); }},
        {"history.csv", [&](AtomicFile& file) { return file.write(historyCsv(data.history)); }},
        {"frames.csv", [&](AtomicFile& file) { return file.write(framesCsv(tiling, spectrogram.sampleRate)); }},
    };
    if (data.gradient) {
        files.emplace_back("grad_theta.npy", [&](AtomicFile& file) { return writeTheta(file, tiling.mode, data.gradient->theta); });
        files.emplace_back("grad_positions.npy", [&](AtomicFile& file) { return writeNpy(file, data.gradient->positions); });
        files.emplace_back("grad_hop.npy", [&](AtomicFile& file) { return writeNpy(file, data.gradientHop); });
    }
    files.emplace_back("run.json", [&](AtomicFile& file) {
        // A path need not be UTF-8; what isn't is replaced rather than refused.
        return file.write(runJson(version, source, data).dump(indent, ' ', false, Json::error_handler_t::replace) + "\n");
    });
    return files;
}

/// Whether the arrays fit, before the work of writing them. Where the system doesn't say (some network folders), they may.
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

Status writeTheta(AtomicFile& file, ThetaMode mode, const RealFrames& values) {
    if (mode == ThetaMode::shared)
        return writeNpy(file, values(0, 0));
    if (mode == ThetaMode::timeFrequency)
        return writeTransposed<double>(file, values);
    return writeNpy(file, Vector(values.reshaped<Eigen::RowMajor>()));
}

Status writeTheta(const std::string& path, ThetaMode mode, const RealFrames& values) {
    return writeWhole(path, [&](AtomicFile& file) { return writeTheta(file, mode, values); });
}

Json runJson(const std::string& version, const ResultSource& source, const ResultData& data) {
    return {{"thetascope", version},
            {"source", sourceJson(source)},
            {"settings", settingsToJson(data.settings)},
            {"result", scoresJson(data)}};
}

Status writeResult(const std::string& folder, const std::string& version, const ResultSource& source,
                   const ResultData& data) {
    if (Status status = makeFolder(folder); !status)
        return status;
    if (Status status = checkRoom(folder, *data.spectrogram); !status)
        return status;
    AtomicFileSet files(folder);
    for (const auto& [name, write] : filesOf(version, source, data))
        if (Status status = files.add(name, write); !status)
            return status;
    // What an older result would leave beside this one; its run.json last: without one a folder is not whole.
    return files.commit({"grad_theta.npy", "grad_positions.npy", "grad_hop.npy", "run.json"});
}

} // namespace thetascope
