// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/result_reader.h"

#include "core/io/bounded_json.h"
#include "core/io/input_file.h"
#include "core/io/npy.h"
#include "core/io/settings_json.h"

#include <cmath>
#include <limits>

namespace thetascope {
namespace {

/// Far more than a run.json holds.
constexpr std::size_t largestRunJson = std::size_t{16} << 20;
constexpr const char* remedy = "; give a folder that `optimise` or `evaluate` wrote";

Error bad(const std::string& path, const std::string& what) { return {ErrorKind::input, path + ": " + what + remedy}; }

std::string shapeText(const std::vector<std::size_t>& shape) {
    std::string text;
    for (const std::size_t count : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(count);
    return "[" + text + "]";
}

Error badShape(const std::string& path, const NpyArray& array, const std::string& wanted) {
    return bad(path, "has the shape " + shapeText(array.shape) + (array.isComplex ? " of complex numbers" : "")
            + " instead of "
                         + wanted);
}

Result<nlohmann::json> readRunJson(const std::string& path) {
    const Result<std::string> text = readTextFile(path, largestRunJson);
    if (!text)
        return text.error();
    std::optional<nlohmann::json> document = parseBoundedJson(*text);
    if (!document || !document->is_object())
        return bad(path, "is not a JSON object");
    return *std::move(document);
}

Result<ResultSource> sourceOf(const nlohmann::json& document, const std::string& path) {
    ResultSource source;
    try {
        const nlohmann::json& json = document.at("source");
        source.path = json.at("path").get<std::string>();
        source.sha256 = json.at("sha256").get<std::string>();
        source.sampleRate = json.at("sample_rate").get<double>();
        source.channels = json.at("channels").get<int>();
        source.frames = json.at("frames").get<std::int64_t>();
        source.startSeconds = json.at("start").get<double>();
        source.endSeconds = json.at("end").get<double>();
    } catch (const nlohmann::json::exception&) { // its message names types, not what to do
        return bad(path, "says nothing usable about its \"source\"");
    }
    return source;
}

/// Samples of the region; nothing if the source's numbers make no sense.
std::optional<int> lengthOf(const ResultSource& source) {
    const double length = std::round((source.endSeconds - source.startSeconds) * source.sampleRate);
    const double most = std::min(double(std::numeric_limits<int>::max()), double(source.frames));
    const bool sensible = source.sampleRate > 0 && std::isfinite(source.sampleRate) && length >= 1 && length <= most;
    return sensible ? std::optional(static_cast<int>(length)) : std::nullopt;
}

Status readPositions(const std::string& path, Tiling& tiling) {
    Result<Vector> positions = readNpyVector(path);
    if (!positions)
        return positions.error();
    if (positions->size() == 0 || positions->size() > std::numeric_limits<int>::max())
        return bad(path, "holds no positions of frames");
    if (positions->abs().maxCoeff() > double(std::numeric_limits<int>::max()))
        return bad(path, "holds positions that no signal reaches");
    tiling.positions = std::move(positions).value();
    return success();
}

std::vector<std::size_t> thetaShape(const Tiling& tiling) {
    const auto frames = static_cast<std::size_t>(tiling.frames()), bins = static_cast<std::size_t>(tiling.bins());
    switch (tiling.mode) {
    case ThetaMode::shared: return {};
    case ThetaMode::time: return {frames};
    case ThetaMode::frequency: return {bins};
    case ThetaMode::timeFrequency: break;
    }
    return {bins, frames};
}

Status readTheta(const std::string& path, Tiling& tiling) {
    const Result<NpyArray> array = readNpy(path);
    if (!array)
        return array.error();
    const std::vector<std::size_t> wanted = thetaShape(tiling);
    if (array->isComplex || array->shape != wanted)
        return badShape(path, *array, shapeText(wanted));
    const Eigen::Index rows = thetaRows(tiling.mode, tiling.frames()), columns = thetaCols(tiling.mode, tiling.bins());
    tiling.theta = Eigen::Map<const RealFrames>(array->real.data(), columns, rows).transpose(); // stored [F, T]
    const bool inRange = tiling.theta.isFinite().all() && tiling.theta.minCoeff() > 0
                         && tiling.theta.maxCoeff() <= tiling.support - 1;
    return inRange ? success() : Status(bad(path, "holds window lengths outside (0, N-1]"));
}

Status readSpectrum(const std::string& path, const Tiling& tiling, ComplexFrames& spectrum) {
    const Result<NpyArray> array = readNpy(path);
    if (!array)
        return array.error();
    const std::vector<std::size_t> wanted{static_cast<std::size_t>(tiling.bins()),
            static_cast<std::size_t>(tiling.frames())};
    if (!array->isComplex || array->shape != wanted)
        return badShape(path, *array, shapeText(wanted) + " of complex numbers");
    spectrum = Eigen::Map<const ComplexFrames>(array->complex.data(), tiling.bins(), tiling.frames()).transpose();
    return spectrum.isFinite().all() ? success() : Status(bad(path, "holds numbers that are not finite"));
}

Status readHeader(const std::string& path, StoredResult& result) {
    const Result<nlohmann::json> document = readRunJson(path);
    if (!document)
        return document.error();
    Result<ResultSource> source = sourceOf(*document, path);
    if (!source)
        return source.error();
    result.source = std::move(source).value();
    if (!document->contains("settings"))
        return bad(path, "holds no \"settings\"");
    if (const Status status = settingsFromJson(*document, result.settings); !status)
        return bad(path, status.error().message);
    const std::optional<int> length = lengthOf(result.source);
    if (!length)
        return bad(path, "describes a region that its source doesn't have");
    const int support = result.settings.support.value_or(0);
    if (support < smallestSupport || support > largestSupport || support % 2 != 0)
        return bad(path, "has no usable \"support\"");
    result.length = *length;
    result.tiling.support = support;
    result.tiling.mode = result.settings.thetaMode;
    return success();
}

} // namespace

Result<StoredResult> readResult(const std::string& folder) {
    StoredResult result;
    if (Status status = readHeader(folder + "/run.json", result); !status)
        return status.error();
    if (Status status = readPositions(folder + "/positions.npy", result.tiling); !status)
        return status.error();
    if (Status status = readTheta(folder + "/theta.npy", result.tiling); !status)
        return status.error();
    if (Status status = readSpectrum(folder + "/stft.npy", result.tiling, result.spectrum); !status)
        return status.error();
    return result;
}

} // namespace thetascope
