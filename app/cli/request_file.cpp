// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/request_file.h"

#include "app/export/result_export.h"
#include "core/io/atomic_file.h"
#include "core/io/bounded_json.h"
#include "core/io/input_file.h"
#include "core/io/settings_json.h"

#include <QByteArrayView>
#include <QCryptographicHash>
#include <filesystem>
#include <system_error>

namespace thetascope {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* fileName = "/request.json";
constexpr int indent = 2;

/// SHA-256 of an array's numbers; null for none.
template <class Array>
Json hashOf(const std::optional<Array>& array) {
    if (!array)
        return nullptr;
    const auto bytes = static_cast<qsizetype>(sizeof(*array->data())) * static_cast<qsizetype>(array->size());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(array->data()), bytes));
    return hash.result().toHex().toStdString();
}

/// Far more than a request or a run.json holds.
constexpr std::size_t longestDocument = std::size_t{16} << 20;

/// A document of ours; discarded if there is none that can be read.
Json readDocument(const std::string& path) {
    const Result<std::string> text = readTextFile(path, longestDocument);
    std::optional<Json> document = text ? parseBoundedJson<Json>(*text) : std::nullopt;
    return document ? *std::move(document) : Json(Json::value_t::discarded);
}

std::string asText(const Json& json) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

} // namespace

Json describeRequest(const std::string& file, const RunRequest& request) {
    Json settings = settingsToJson(request.settings);
    settings.erase("threads");
    return {{"thetascope", THETASCOPE_VERSION},
            {"file", file},
            {"sha256", sourceSha256(file)},
            {"settings", std::move(settings)},
            {"theta", hashOf(request.arrays.theta)},
            {"positions", hashOf(request.arrays.positions)},
            {"images", request.pictureFormats}};
}

Status writeRequestFile(const std::string& folder, const Json& asked) { return writeTextFile(folder + fileName, asText(asked) + "\n"); }

Status removeRequestFile(const std::string& folder) {
    std::error_code failure;
    std::filesystem::remove(folder + fileName, failure);
    if (failure)
        return Error{ErrorKind::output, folder + fileName + ": an older one can't be replaced: " + failure.message()
                                            + "; choose another folder"};
    return success();
}

bool holdsRequestFile(const std::string& folder) {
    std::error_code unreadable; // as good as none
    return std::filesystem::exists(folder + fileName, unreadable);
}

std::optional<FileOutcome> finishedBefore(const FileOutcome& file, const Json& asked) {
    if (const Json earlier = readDocument(file.folder + fileName); earlier.is_discarded() || asText(earlier) != asText(asked))
        return std::nullopt;
    const Json run = readDocument(file.folder + "/run.json");
    const auto found = run.is_object() ? run.find("result") : run.end();
    if (found == run.end() || !found->is_object())
        return std::nullopt;
    const auto number = [&found](const char* key) -> std::optional<double> {
        const auto value = found->find(key);
        return value != found->end() && value->is_number() ? std::optional(value->template get<double>()) : std::nullopt;
    };
    FileOutcome outcome = file;
    outcome.initialObjective = number("initial_objective");
    outcome.bestObjective = number("best_objective");
    outcome.iterations = static_cast<int>(number("iterations").value_or(0));
    outcome.message = "finished before with these settings";
    return outcome;
}

} // namespace thetascope
