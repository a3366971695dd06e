// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/engine_report.h"
#include "core/model/settings.h"
#include "core/model/snapshot.h"

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace thetascope {

class AtomicFile;

/// Where a result's signal came from.
struct ResultSource {
    std::string path;         ///< or "demo:NAME"
    std::string sha256;       ///< of the file's bytes, in hexadecimal; empty for a demonstration signal
    double sampleRate = 0;    ///< Hz
    int channels = 0;
    std::int64_t frames = 0;  ///< samples per channel of the whole file
    double startSeconds = 0, endSeconds = 0; ///< of the region analysed
};

/// What a result directory holds, as plain values: core/io sees no engine (app/export makes these of a DescentResult).
struct ResultData {
    ResolvedSettings settings;
    std::shared_ptr<const Spectrogram> spectrogram; ///< at the best iteration, with its tiling
    std::shared_ptr<const ComplexFrames> spectrum;  ///< S [T, F], phase of Eq. (7)
    std::vector<IterationRecord> history;
    std::string stopReason;                         ///< one word or two: "plateau", "iterations", "stopped"...
    int iterations = 0, bestIteration = 0;
    int evaluations = 0;                            ///< of the objective: a line search needs more than one per iteration
    double seconds = 0;
    double initialObjective = 0, finalObjective = 0, bestObjective = 0;
    std::vector<TermValue> terms;                   ///< at the best iteration
    double normalisedEntropy = 0, effectiveCells = 0, coverage = 0;
    int atLowerBound = 0, atUpperBound = 0;         ///< entries of theta within 1 % of a bound
    EngineReport engine;                            ///< what descended; no name: nothing did
    std::optional<double> reconstructionSnrDb;      ///< null where theta varies along frequency (see runJson())
    std::optional<TilingGradient> gradient;         ///< d objective / d parameter
    double gradientHop = 0;
};

/// Writes theta, or anything of its shape, as results hold it: [] (shared), [T] (time), [F] (frequency), [F, T]
/// (time-frequency), float64. values: as in Tiling. Errors (kind output).
Status writeTheta(const std::string& path, ThetaMode mode, const RealFrames& values);
/// The same into a file that the caller commits.
Status writeTheta(AtomicFile& file, ThetaMode mode, const RealFrames& values);

/// The content of run.json. Settings are the resolved ones, every key a field's: `--config run.json` repeats the run.
/// "at_bound" is {"lower": n, "upper": n}, entries of theta within 1 % of a bound; "terms" are unweighted values by name.
/// Numbers that aren't finite are null. "reconstruction_snr_db" is null where theta varies along frequency, which takes an
/// iteration that `reconstruct` does on demand; "reconstruction_note" then says so.
nlohmann::ordered_json runJson(const std::string& version, const ResultSource& source, const ResultData& data);

/// Writes a result directory (cli.md): the folder if need be, then all of its files or, with an error, none: those of an older
/// result stay then. An older run.json goes first and the new one comes last, so that a folder with a run.json is whole. Arrays go from
/// [T, F] to [F, T]; stft.npy is complex128 with Precision::doublePrecision, else complex64; the gradients' files are written if
/// there are gradients. Errors (kind output).
Status writeResult(const std::string& folder, const std::string& version, const ResultSource& source,
                   const ResultData& data);

} // namespace thetascope
