// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/session_reader.h"

#include "core/io/bounded_json.h"
#include "core/io/session_file.h"
#include "core/io/settings_json.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace thetascope {
namespace {

using Json = nlohmann::json;
const Json nothing;

/// Names, reasons and hashes are short; packed parameters are as long as a file may be.
constexpr std::size_t longestWords = 4096;
/// A session needs 5 levels of brackets, and some dozens of values per iteration.
constexpr JsonBounds bounds{.deepest = 8, .mostValues = 20'000'000};
constexpr double largestNumber = std::numeric_limits<double>::max();
constexpr int largestInt = std::numeric_limits<int>::max();
constexpr std::size_t recordThetas = 3, termParts = 3;

Error damaged(const std::string& what) {
    return {ErrorKind::input, what + "; the session is damaged, or something else wrote it"};
}

bool isTerm(const Json& item) {
    if (!item.is_array() || item.size() != termParts || !item[0].is_string()) return false;
    const bool named = item[0].get_ref<const std::string&>().size() <= longestWords;
    return named && (item[1].is_number() || item[1].is_null()) && item[2].is_number();
}

std::vector<TermValue> readTerms(const Json& list, CheckedObject& record) {
    std::vector<TermValue> terms;
    for (const Json& item : list) {
        if (!isTerm(item)) {
            record.refuse("has a term that isn't a name, a value and a weight");
            return {};
        }
        const double value = item[1].is_null() ? std::numeric_limits<double>::quiet_NaN() : item[1].get<double>();
        terms.push_back({item[0].get<std::string>(), value, item[2].get<double>()});
    }
    return terms;
}

std::string readRecord(const Json& value, std::size_t index, IterationRecord& record) {
    CheckedObject object(value, "iteration " + std::to_string(index) + " of a run");
    record.iteration = static_cast<int>(object.integer("iteration", static_cast<int>(index), static_cast<int>(index)));
    record.objective = object.numberOrNan("objective");
    record.terms = readTerms(object.array("terms"), object);
    record.step = object.number("step", 0, largestNumber);
    record.gradientNorm = object.numberOrNan("gradient-norm");
    record.hopMean = object.number("hop", -largestNumber, largestNumber);
    record.seconds = object.number("seconds", 0, largestNumber);
    const Json& theta = object.array("theta");
    const bool numbers = theta.size() == recordThetas && theta[0].is_number() && theta[1].is_number() && theta[2].is_number();
    if (!numbers) object.refuse("must give theta as mean, least and greatest");
    else std::tie(record.thetaMean, record.thetaMin, record.thetaMax) =
             std::tuple(theta[0].get<double>(), theta[1].get<double>(), theta[2].get<double>());
    return object.problem();
}

/// The settings of an object that has a member "settings".
void readSettingsOf(CheckedObject& object, Settings& settings) {
    const Json& value = object.object("settings");
    if (value.is_null()) return;
    const Status status = settingsFromJson(value, settings);
    if (!status) object.refuse(status.error().message);
}

std::string readRun(const Json& value, SessionRun& run) {
    CheckedObject object(value, "a run");
    run.name = object.text("name", longestWords);
    readSettingsOf(object, run.settings);
    run.stopReason = object.text("stop-reason", longestWords);
    run.reasonText = object.text("reason", longestWords);
    run.seconds = object.number("seconds", 0, largestNumber);
    run.theta = object.text("theta", largestSessionBytes);
    run.positions = object.text("positions", largestSessionBytes);
    const Json& history = object.array("history");
    for (const Json& item : history) {
        const std::size_t index = run.history.size();
        const std::string problem = readRecord(item, index, run.history.emplace_back());
        if (!problem.empty()) return problem;
    }
    if (run.history.empty()) object.refuse("has no iterations");
    const auto last = static_cast<std::int64_t>(history.size()) - 1;
    run.bestIteration = static_cast<int>(object.integer("best-iteration", 0, std::max<std::int64_t>(0, last)));
    return object.problem();
}

std::string readAudio(const Json& value, SessionAudio& audio) {
    constexpr double highestRate = 1e9;
    CheckedObject object(value, "the recording");
    audio.path = object.text("path", longestWords);
    audio.sha256 = object.text("sha256", longestWords);
    audio.sampleRate = object.number("sample-rate", 1, highestRate);
    audio.channels = static_cast<int>(object.integer("channels", 1, largestInt));
    audio.frames = object.integer("frames", 1, std::numeric_limits<std::int64_t>::max());
    if (audio.path.empty() || audio.path.find('\0') != std::string::npos) object.refuse("has no usable path");
    return object.problem();
}

/// An object of plain values: what the window keeps of view and display.
void readPlain(CheckedObject& object, const char* key, nlohmann::ordered_json& target) {
    for (const auto& [name, value] : object.object(key).items()) {
        const bool shortText = value.is_string() && value.get_ref<const std::string&>().size() <= longestWords;
        if (value.is_structured() || (value.is_string() && !shortText))
            return object.refuse("\"" + name + "\" must be a plain value");
        target[name] = value;
    }
}

std::string readDocument(const Json& document, SessionFile& session) {
    CheckedObject object(document, "the session");
    const std::int64_t version = object.integer("thetascope-session", 1, largestInt);
    if (object.problem().empty() && version > sessionVersion)
        return "a newer Thetascope wrote it (format " + std::to_string(version) + "); update this one to open it";
    std::string problem = readAudio(object.object("audio"), session.audio);
    if (!problem.empty()) object.refuse(problem);
    readSettingsOf(object, session.settings);
    readPlain(object, "view", session.view);
    readPlain(object, "display", session.display);
    for (const Json& item : object.array("runs")) {
        problem = readRun(item, session.runs.emplace_back());
        if (!problem.empty()) object.refuse(problem);
        if (!object.problem().empty()) break;
    }
    return object.problem();
}

} // namespace

CheckedObject::CheckedObject(const Json& value, std::string name) : m_value(value), m_name(std::move(name)) {
    if (!value.is_object()) refuse("must be an object");
}

void CheckedObject::refuse(const std::string& what) {
    if (m_problem.empty()) m_problem = m_name + ": " + what;
}

void CheckedObject::refuse(const char* key, const std::string& what) { refuse("\"" + std::string(key) + "\" " + what); }

const Json& CheckedObject::member(const char* key) {
    if (!m_problem.empty()) return nothing;
    const auto found = m_value.find(key);
    if (found != m_value.end()) return *found;
    refuse(key, "is missing");
    return nothing;
}

double CheckedObject::number(const char* key, double least, double most) {
    const Json& value = member(key);
    if (value.is_number() && value.get<double>() >= least && value.get<double>() <= most) return value.get<double>();
    refuse(key, "must be a number in its range");
    return 0;
}

double CheckedObject::numberOrNan(const char* key) {
    const Json& value = member(key);
    if (value.is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (value.is_number()) return value.get<double>();
    refuse(key, "must be a number");
    return 0;
}

std::int64_t CheckedObject::integer(const char* key, std::int64_t least, std::int64_t most) {
    const Json& value = member(key);
    const bool fits = value.is_number_integer()
                      && (!value.is_number_unsigned() || value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most));
    if (fits && value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most) return value.get<std::int64_t>();
    refuse(key, "must be a whole number in its range");
    return least;
}

std::string CheckedObject::text(const char* key, std::size_t longest) {
    const Json& value = member(key);
    if (value.is_string() && value.get_ref<const std::string&>().size() <= longest) return value.get<std::string>();
    refuse(key, "must be a text");
    return {};
}

const Json& CheckedObject::object(const char* key) {
    const Json& value = member(key);
    if (value.is_object()) return value;
    refuse(key, "must be an object");
    return nothing;
}

const Json& CheckedObject::array(const char* key) {
    const Json& value = member(key);
    if (value.is_array()) return value;
    refuse(key, "must be a list");
    return nothing;
}

Result<SessionFile> parseSession(std::string_view text) {
    const std::optional<Json> document = parseBoundedJson(text, bounds);
    if (!document) return damaged("it is not JSON");
    SessionFile session;
    const std::string problem = readDocument(*document, session);
    if (!problem.empty()) return damaged(problem);
    return session;
}

} // namespace thetascope
