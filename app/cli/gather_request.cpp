// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gather_request.h"

#include "app/cli/initial_arrays.h"
#include "app/cli/presets.h"
#include "app/export/pictures.h"
#include "app/session/memory_check.h"
#include "core/io/npy.h"
#include "core/io/result_reader.h"
#include "core/io/settings_json.h"
#include "core/model/settings_fields.h"

namespace thetascope {
namespace {

bool namesArray(const std::string& text) { return text.ends_with(".npy"); }

void startFromPreset(const std::string& name, Settings& settings, std::vector<Error>& errors) {
    if (const Preset* const preset = findPreset(name.empty() ? defaultPreset : name))
        settings = preset->settings;
    else
        errors.push_back({ErrorKind::arguments, "--preset: there is no \"" + name + "\"; `thetascope presets` lists them"});
}

void setTyped(const std::map<std::string, std::string>& typed, Settings& settings, std::vector<Error>& errors) {
    for (const SettingsField& field : settingsFields()) {
        const auto entry = typed.find(field.key);
        if (entry == typed.end() || (field.key == "theta" && namesArray(entry->second)))
            continue;
        const std::string problem = setFieldFromText(field, settings, entry->second);
        if (!problem.empty())
            errors.push_back({ErrorKind::arguments, "--" + field.key + ": " + problem + ", not \"" + entry->second + "\""});
    }
}

void readArrays(const RunOptions& options, ThetaMode mode, InitialArrays& arrays, std::vector<Error>& errors) {
    if (const auto theta = options.settings.find("theta"); theta != options.settings.end() && namesArray(theta->second)) {
        if (Result<RealFrames> read = readTheta(theta->second, mode))
            arrays.theta = std::move(read).value();
        else
            errors.push_back(read.error());
    }
    if (options.positions.empty())
        return;
    if (Result<Vector> read = readNpyVector(options.positions))
        arrays.positions = std::move(read).value();
    else
        errors.push_back(read.error());
}

/// The arrays that the run of --config began with, unless others are named.
void repeatArrays(const RunOptions& options, ThetaMode mode, InitialArrays& arrays, std::vector<Error>& errors) {
    Result<InitialArrays> kept = readInitialArrays(options.config, mode);
    if (!kept)
        return errors.push_back(kept.error());
    if (!options.settings.contains("theta"))
        arrays.theta = std::move(kept->theta);
    if (options.positions.empty() && !options.settings.contains("hop"))
        arrays.positions = std::move(kept->positions);
}

/// The result's transform, window lengths and positions.
void applyResult(const RunOptions& options, RunRequest& request, std::vector<Error>& errors) {
    if (options.settings.contains("theta") || !options.positions.empty())
        errors.push_back({ErrorKind::arguments, "--apply: brings its own window lengths and positions; leave out --theta and "
                                                "--positions, or --apply"});
    Result<StoredResult> stored = readResult(options.apply);
    if (!stored) {
        errors.push_back({stored.error().kind, "--apply: " + stored.error().message});
        return;
    }
    request.applied = LearnedParameters{.settings = stored->settings,
                                        .sampleRate = stored->source.sampleRate,
                                        .signalLength = stored->length,
                                        .tiling = std::move(stored->tiling)};
    request.settings = withTransformOf(*request.applied, request.settings);
    request.arrays = arraysOf(*request.applied);
}

void limitMemoryAs(const std::string& typed, std::vector<Error>& errors) {
    if (typed.empty())
        return limitMemory(0);
    const Result<double> bytes = parseBytes(typed);
    if (bytes)
        limitMemory(*bytes);
    else
        errors.push_back({bytes.error().kind, "--memory-limit: " + bytes.error().message});
}

} // namespace

Problems checkRequest(const RunRequest& request, int signalLength, double sampleRate) {
    if (request.applied) {
        Problems problems = checkApplied(*request.applied, signalLength, sampleRate);
        if (!problems.empty())
            return problems;
    }
    return checkSettings(request.settings, request.arrays, signalLength, sampleRate);
}

Problems checkMemory(const RunRequest& request, int signalLength, double sampleRate, const MemoryUse& use, const MemoryRoom& room) {
    const ResolvedSettings resolved = resolveWith(request.settings, request.arrays, signalLength, sampleRate);
    const auto refusal = refuseMemory(resolved, signalLength, sampleRate, use, room);
    return refusal ? Problems{{"memory-limit", refusal->sentenceWithOptions()}} : Problems{};
}

RunRequest gatherRequest(const RunOptions& options, std::optional<Precision> precision, std::vector<Error>& errors) {
    RunRequest request;
    startFromPreset(options.preset, request.settings, errors);
    if (precision)
        request.settings.precision = *precision;
    if (!options.config.empty()) {
        if (const Status status = readSettings(options.config, request.settings); !status)
            errors.push_back(status.error());
    }
    if (!options.apply.empty())
        applyResult(options, request, errors);
    setTyped(options.settings, request.settings, errors);
    if (!options.config.empty() && options.apply.empty())
        repeatArrays(options, request.settings.thetaMode, request.arrays, errors);
    readArrays(options, request.settings.thetaMode, request.arrays, errors);
    limitMemoryAs(options.memoryLimit, errors);
    if (Result<std::vector<std::string>> formats = parsePictureFormats(options.images))
        request.pictureFormats = std::move(formats).value();
    else
        errors.push_back(formats.error());
    return request;
}

} // namespace thetascope
