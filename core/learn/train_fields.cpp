// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/train_fields.h"

#include "core/window/taper.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace thetascope {

namespace {

template <class Number>
std::string textOf(Number value) {
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

template <class Number>
bool parse(const std::string& text, Number& value) {
    Number read{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (failure != std::errc() || end != text.data() + text.size()) return false;
    value = read;
    return true;
}

std::string shortText(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::string outside(double value, double low, double high) {
    if (std::isfinite(value) && value >= low && value <= high) return {};
    return "must lie between " + shortText(low) + " and " + shortText(high) + ", not " + shortText(value);
}

/// A range as literal parts: template arguments can't be floating point before every compiler has them, so per mille.
constexpr double milli = 1e-3;

template <auto Member, long LowMilli, long HighMilli>
TrainField number(const char* key, const char* label, const char* unit, const char* help) {
    return {key, label, help, unit, {},
            [](const TrainSettings& s) { return textOf(s.*Member); },
            [](TrainSettings& s, const std::string& text) { return parse(text, s.*Member); },
            [](const TrainSettings& s) {
                return outside(static_cast<double>(s.*Member), milli * LowMilli, milli * HighMilli);
            }};
}

std::string nothingWrong(const TrainSettings&) {
    return {};
}

/// A choice out of a list of names, whose order is the enumeration's.
const std::vector<std::string> normaliseNames{"none", "sum", "energy"};
const std::vector<std::string> featureNames{"log", "magnitude"};
const std::vector<std::string> yesNo{"no", "yes"};

template <auto Member>
bool choose(TrainSettings& s, const std::vector<std::string>& names, const std::string& text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return false;
    s.*Member = static_cast<std::remove_reference_t<decltype(s.*Member)>>(found - names.begin());
    return true;
}

template <auto Member, const std::vector<std::string>& Names>
TrainField choice(const char* key, const char* label, const char* help) {
    std::string value;
    for (const std::string& name : Names) value += (value.empty() ? "" : "|") + name;
    return {key, label, help, value, Names,
            [](const TrainSettings& s) { return Names[static_cast<std::size_t>(s.*Member)]; },
            [](TrainSettings& s, const std::string& text) { return choose<Member>(s, Names, text); }, nothingWrong};
}

std::vector<std::string> windowNames() {
    std::vector<std::string> names;
    for (const TaperDescription& taper : tapers()) names.push_back(taper.name);
    return names;
}

TrainField windowField() {
    return {"window", "Window", "Taper of the transform (`thetascope windows` lists them).", "NAME", windowNames(),
            [](const TrainSettings& s) { return s.window; },
            [](TrainSettings& s, const std::string& text) {
                s.window = text;
                return makeTaper(text) != nullptr;
            },
            [](const TrainSettings& s) { return makeTaper(s.window) ? std::string() : "there is no window named " + s.window; }};
}

TrainField floorField() {
    return {"floor", "Floor", "Added to |S|^2 before the logarithm or the root.", "X", {},
            [](const TrainSettings& s) { return textOf(s.floor); },
            [](TrainSettings& s, const std::string& text) { return parse(text, s.floor); },
            [](const TrainSettings& s) {
                return s.floor > 0 && std::isfinite(s.floor) ? std::string() : "must be above 0";
            }};
}

using S = TrainSettings;
constexpr long k = 1000;

std::vector<TrainField> allFields() {
    return {
        number<&S::epochs, k, 100'000 * k>("epochs", "Epochs", "N", "Passes over the training examples."),
        number<&S::theta, k, 1'000'000 * k>("theta", "Initial θ", "SAMPLES", "Window length to start from."),
        number<&S::thetaRate, 0, 10 * k>("theta-rate", "Rate of ln θ", "X",
                                         "Learning rate of ln theta; 0 keeps theta where it is."),
        number<&S::rate, 0, 10 * k>("rate", "Rate of weights", "X", "Learning rate of the weights."),
        number<&S::seed, 0, 9'000'000'000'000'000>("seed", "Seed", "S", "Every random choice follows from it."),
        number<&S::patience, 0, 100'000 * k>("patience", "Patience", "EPOCHS",
                                             "Stop after so many epochs without a better validation loss; 0: never."),
        number<&S::threads, 0, 1024 * k>("threads", "Threads", "T",
                                         "Worker threads, 0: all processors; results do not depend on it."),
        number<&S::support, 4 * k, 1'000'000 * k>("support", "Support N", "SAMPLES", "Numerical support of the transform."),
        number<&S::hop, k, 1'000'000 * k>("hop", "Hop", "SAMPLES", "Spacing of the frames."),
        number<&S::binStride, k, 100'000 * k>("bin-stride", "Bin stride", "BINS", "Every so many-th bin is kept."),
        number<&S::clip, 16 * k, 100'000'000 * k>("clip", "Clip", "SAMPLES", "Length that recordings are cut or padded to."),
        number<&S::thetaMin, k, 1'000'000 * k>("theta-min", "Smallest θ", "SAMPLES", "Lower bound of theta; the upper is N-1."),
        windowField(),
        choice<&S::normalise, normaliseNames>("normalise", "Normalise", "Scale of the sampled taper, differentiated through."),
        choice<&S::feature, featureNames>("feature", "Feature", "What the network sees of a cell: log magnitude, or magnitude."),
        floorField(),
        number<&S::filters, 16 * k, 1024 * k>("filters", "Filters", "N", "Filters of the convolutions, a multiple of 16."),
        number<&S::pool, k, 100'000 * k>("pool", "Pooling", "FRAMES", "Frames of the second convolution averaged into one."),
        number<&S::dropout, 0, 950>("dropout", "Dropout", "SHARE", "Share of the pooled values dropped while training."),
        number<&S::batch, 2 * k, 100'000 * k>("batch", "Batch", "CLIPS", "Recordings per step."),
        number<&S::testShare, 10, 900>("test-share", "Test share", "SHARE",
                                       "Share kept for the test where names have no index (else the indices 0-4)."),
        number<&S::validationShare, 0, 900>("validation-share", "Validation share", "SHARE",
                                            "Share of the rest for validation, by seed; 0: the indices 5-9, or 0.1 without indices."),
        choice<&S::permuteLabels, yesNo>("permute-labels", "Permute labels",
                                         "The control: shuffle the labels of training and validation."),
    };
}

} // namespace

const std::vector<TrainField>& trainFields() {
    static const std::vector<TrainField> fields = allFields();
    return fields;
}

bool setTrainField(TrainSettings& settings, std::string_view key, const std::string& text) {
    for (const TrainField& field : trainFields())
        if (field.key == key) return field.set(settings, text);
    return false;
}

Problems checkTrainFields(const TrainSettings& settings) {
    Problems problems;
    for (const TrainField& field : trainFields())
        if (std::string message = field.check(settings); !message.empty()) problems.push_back({field.key, std::move(message)});
    return problems;
}

} // namespace thetascope
