// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/labelled_folder.h"

#include "core/io/audio_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>

namespace thetascope {
namespace {

namespace fs = std::filesystem;

constexpr std::array audioExtensions{".wav", ".flac", ".ogg", ".opus", ".mp3", ".aif", ".aiff"};

bool isRecording(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return !path.filename().string().starts_with('.')
           && std::find(audioExtensions.begin(), audioExtensions.end(), extension) != audioExtensions.end();
}

Error unusable(const std::string& path, const std::string& reason) {
    return {ErrorKind::input, path + ": " + reason};
}

/// Files of the folder and of its sub-folders, sorted. Errors for what can't be listed.
Result<std::vector<fs::path>> listRecordings(const fs::path& folder) {
    std::error_code failure;
    std::vector<fs::path> paths;
    fs::recursive_directory_iterator entries(folder, failure);
    while (!failure && entries != fs::recursive_directory_iterator()) {
        std::error_code unknown; // then it is no file that can be read
        if (entries->is_regular_file(unknown) && isRecording(entries->path())) paths.push_back(entries->path());
        entries.increment(failure);
    }
    if (failure) return unusable(folder.string(), "can't be listed: " + failure.message() + "; check the name and its permissions");
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The sub-folder of `root` that a path lies in; empty if in none.
std::string subFolder(const fs::path& path, const fs::path& root) {
    const fs::path relative = path.lexically_relative(root);
    return std::next(relative.begin()) == relative.end() ? std::string() : relative.begin()->string();
}

/// The folder in which labels are told apart: a single sub-folder with nothing beside it is entered.
fs::path enterSingles(fs::path root, const std::vector<fs::path>& paths) {
    while (true) {
        std::set<std::string> names;
        for (const fs::path& path : paths) names.insert(subFolder(path, root));
        if (names.size() != 1 || names.begin()->empty()) return root;
        root /= *names.begin();
    }
}

/// The number after the last underscore of 7_jackson_32.
std::optional<int> indexOf(const std::string& stem) {
    const std::size_t underscore = stem.rfind('_');
    if (underscore == std::string::npos) return std::nullopt;
    int index = 0;
    const char *begin = stem.data() + underscore + 1, *end = stem.data() + stem.size();
    const auto [last, failure] = std::from_chars(begin, end, index);
    return failure == std::errc() && last == end && begin != end && index >= 0 ? std::optional(index) : std::nullopt;
}

struct Candidate {
    Example example;
    std::string label;
    double sampleRate = 0;
};

/// Puts the candidates of the commonest sample rate into the set.
void collect(std::vector<Candidate> candidates, LabelledFolder& folder) {
    std::map<double, int> rates;
    for (const Candidate& candidate : candidates) ++rates[candidate.sampleRate];
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    folder.set.sampleRate = std::max_element(rates.begin(), rates.end(), fewer)->first;
    const auto hertz = [](double rate) { return std::to_string(std::lround(rate)) + " Hz"; };
    std::set<std::string> labels;
    for (const Candidate& candidate : candidates)
        if (candidate.sampleRate == folder.set.sampleRate) labels.insert(candidate.label);
    folder.set.labels.assign(labels.begin(), labels.end());
    for (Candidate& candidate : candidates) {
        if (candidate.sampleRate != folder.set.sampleRate) {
            folder.skipped.push_back({candidate.example.name, "has " + hertz(candidate.sampleRate) + ", the others "
                                                                  + hertz(folder.set.sampleRate) + "; convert it"});
            continue;
        }
        candidate.example.label = static_cast<int>(std::distance(labels.begin(), labels.find(candidate.label)));
        folder.set.examples.push_back(std::move(candidate.example));
    }
}

} // namespace

Result<std::vector<float>> readRecording(const std::string& path, double& sampleRate) {
    const Result<AudioClip> clip = readAudio(path);
    if (!clip) return clip.error();
    const Result<std::shared_ptr<const Signal>> signal = extractSignal(*clip, "mix", std::nullopt, std::nullopt);
    if (!signal) return Error{ErrorKind::input, path + ": " + signal.error().message};
    sampleRate = clip->sampleRate;
    return std::vector<float>((*signal)->samples.begin(), (*signal)->samples.end());
}

Result<LabelledFolder> readLabelledFolder(const std::string& path) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) return unusable(path, "is not a folder; name one that holds labelled recordings");
    const Result<std::vector<fs::path>> paths = listRecordings(path);
    if (!paths) return paths.error();
    const fs::path root = enterSingles(path, *paths);
    std::set<std::string> folders;
    for (const fs::path& file : *paths) folders.insert(subFolder(file, root));
    folders.erase("");
    const bool byFolder = folders.size() >= 2;

    LabelledFolder result;
    std::vector<Candidate> candidates;
    for (const fs::path& file : *paths) {
        const std::string stem = file.stem().string(), folder = subFolder(file, root);
        Candidate candidate{{file.lexically_relative(path).string(), 0, indexOf(stem), {}},
                            byFolder ? folder : stem.substr(0, stem.find('_')), 0};
        const bool labelled = byFolder ? !folder.empty() : stem.find('_') != std::string::npos && !candidate.label.empty();
        if (!labelled) {
            result.skipped.push_back({candidate.example.name, "has no label: neither a sub-folder nor a name like LABEL_NAME_NUMBER"});
            continue;
        }
        Result<std::vector<float>> samples = readRecording(file.string(), candidate.sampleRate);
        if (!samples) {
            std::string reason = samples.error().message;
            if (reason.starts_with(file.string() + ": ")) reason.erase(0, file.string().size() + 2);
            result.skipped.push_back({candidate.example.name, std::move(reason)});
            continue;
        }
        candidate.example.samples = std::move(samples).value();
        candidates.push_back(std::move(candidate));
    }
    if (candidates.empty())
        return unusable(path, "holds no recordings with a label; put them into a sub-folder per label, or name them LABEL_NAME_NUMBER.wav");
    collect(std::move(candidates), result);
    if (result.set.labels.size() < 2)
        return unusable(path, "holds recordings of only one label, \"" + result.set.labels.front() + "\"; there is nothing to tell apart");
    return result;
}

} // namespace thetascope
