// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/split.h"

#include "core/learn/prepare.h"
#include "core/learn/seeds.h"
#include "core/learn/shuffle.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace thetascope {

namespace {

constexpr int officialTestIndices = 5, validationIndices = 5;
constexpr double usualShare = 0.1;
constexpr std::uint64_t testPurpose = 0x7e57, validationPurpose = 0xa11d, permutationPurpose = 0x9e42;

/// Moves `share` of each label's training examples to another part; at least one where there are two.
void drawShare(const LabelledSet& set, double share, DataPart part, std::uint64_t seed, std::vector<DataPart>& parts) {
    for (int label = 0; label < static_cast<int>(set.labels.size()); ++label) {
        std::vector<int> candidates;
        for (int i = 0; i < static_cast<int>(set.examples.size()); ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (set.examples[at].label == label && parts[at] == DataPart::training) candidates.push_back(i);
        }
        const auto count = static_cast<double>(candidates.size());
        const double wanted = candidates.size() < 2 ? 0 : std::clamp(std::round(share * count), 1.0, count - 1);
        shuffle(candidates, derivedSeed(seed, static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(label)));
        for (int i = 0; i < static_cast<int>(wanted); ++i)
            parts[static_cast<std::size_t>(candidates[static_cast<std::size_t>(i)])] = part;
    }
}

/// The control: training and validation labels shuffled among their examples.
void permute(TrainData& data, std::uint64_t seed) {
    for (const DataPart part : {DataPart::training, DataPart::validation}) {
        std::vector<int> labels;
        for (const int i : data.of(part)) labels.push_back(data.truth[static_cast<std::size_t>(i)]);
        shuffle(labels, derivedSeed(seed, permutationPurpose, static_cast<std::uint64_t>(part)));
        std::size_t next = 0;
        for (const int i : data.of(part)) data.target[static_cast<std::size_t>(i)] = labels[next++];
    }
}

Status checkParts(const TrainData& data) {
    const auto complain = [](const std::string& what) {
        return Error{ErrorKind::input, what + "; add recordings, or change test-share and validation-share"};
    };
    for (const DataPart part : {DataPart::training, DataPart::validation, DataPart::test})
        if (data.of(part).empty()) {
            constexpr std::array names{"training", "validation", "the test"};
            return complain(std::string("nothing is left for ") + names[static_cast<std::size_t>(part)]);
        }
    for (std::size_t label = 0; label < data.labels.size(); ++label) {
        const auto has = [&](int i) { return data.truth[static_cast<std::size_t>(i)] == static_cast<int>(label); };
        if (std::none_of(data.of(DataPart::training).begin(), data.of(DataPart::training).end(), has))
            return complain("no recording of \"" + data.labels[label] + "\" is left for training");
    }
    return success();
}

} // namespace

std::vector<DataPart> splitParts(const LabelledSet& set, const TrainSettings& settings) {
    std::vector<DataPart> parts(set.examples.size(), DataPart::training);
    const bool indexed = std::all_of(set.examples.begin(), set.examples.end(), [](const Example& e) { return e.index.has_value(); });
    if (indexed) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const int index = *set.examples[i].index;
            if (index < officialTestIndices) parts[i] = DataPart::test;
            else if (settings.validationShare == 0 && index < officialTestIndices + validationIndices) parts[i] = DataPart::validation;
        }
    } else {
        drawShare(set, settings.testShare, DataPart::test, derivedSeed(settings.seed, testPurpose), parts);
    }
    if (!indexed || settings.validationShare > 0)
        drawShare(set, settings.validationShare > 0 ? settings.validationShare : usualShare, DataPart::validation,
                  derivedSeed(settings.seed, validationPurpose), parts);
    return parts;
}

std::uint64_t fingerprint(const TrainData& data) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    const auto add = [&](std::uint32_t word) { hash = (hash ^ word) * 0x100000001b3u; };
    for (const std::vector<float>& clip : data.clips)
        for (const float sample : clip) add(std::bit_cast<std::uint32_t>(sample));
    for (const int label : data.target) add(static_cast<std::uint32_t>(label));
    for (const std::vector<int>& part : data.parts) {
        add(static_cast<std::uint32_t>(part.size()));
        for (const int example : part) add(static_cast<std::uint32_t>(example));
    }
    return hash;
}

Result<TrainData> makeTrainData(const LabelledSet& set, const TrainSettings& settings) {
    TrainData data;
    data.labels = set.labels;
    data.sampleRate = set.sampleRate;
    const std::vector<DataPart> parts = splitParts(set, settings);
    for (std::size_t i = 0; i < set.examples.size(); ++i) {
        const Example& example = set.examples[i];
        data.names.push_back(example.name);
        data.clips.push_back(prepareClip(example.samples, settings.clip));
        data.truth.push_back(example.label);
        data.parts[static_cast<std::size_t>(parts[i])].push_back(static_cast<int>(i));
    }
    data.target = data.truth;
    if (const Status usable = checkParts(data); !usable) return usable.error();
    if (settings.permuteLabels) permute(data, settings.seed);
    return data;
}

} // namespace thetascope
