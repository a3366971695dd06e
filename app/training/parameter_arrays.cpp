// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/parameter_arrays.h"

#include <cmath>

namespace thetascope {
namespace {

constexpr const char* identityName = "training";
constexpr std::size_t recordNumbers = 7;

NpzArray numbers(const Vector& values) {
    return {{static_cast<std::size_t>(values.size())}, {values.begin(), values.end()}, false};
}
NpzArray number(double value) {
    return {{}, {value}, false};
}

std::vector<ParameterBlock> blocksOf(const TrainSettings& settings, int classes) {
    ThreadPool pool(1);
    return Classifier<float>(settings, classes, pool).parameters();
}

std::vector<std::size_t> shapeOf(const ParameterBlock& block) {
    return {block.shape.begin(), block.shape.end()};
}

Error lacks(const std::string& name) {
    return {ErrorKind::input, "lacks the array " + name + ", or it has another shape"};
}

/// The array of that name and number of values; null if it isn't there.
const NpzArray* find(const NpzFile& file, const std::string& name, std::size_t count) {
    const auto found = file.arrays.find(name);
    return found != file.arrays.end() && found->second.values.size() == count ? &found->second : nullptr;
}

void addParameters(NpzFile& file, const std::string& prefix, const ClassifierParameters& p) {
    file.arrays[prefix + "weights"] = numbers(p.weights);
    file.arrays[prefix + "theta"] = number(p.theta);
    file.arrays[prefix + "running"] = numbers(Vector{{p.running.mean, p.running.variance}});
}

void addAdam(NpzFile& file, const std::string& prefix, const AdamState& adam) {
    file.arrays[prefix + "mean"] = numbers(adam.mean);
    file.arrays[prefix + "square"] = numbers(adam.square);
    file.arrays[prefix + "steps"] = number(adam.steps);
}

NpzArray historyArray(const std::vector<EpochRecord>& history) {
    NpzArray array{{history.size(), recordNumbers}, {}, false};
    for (const EpochRecord& r : history)
        for (const double value : {static_cast<double>(r.epoch), r.trainLoss, r.trainAccuracy, r.validationLoss,
                                   r.validationAccuracy, r.theta, r.seconds})
            array.values.push_back(value);
    return array;
}

/// Takes arrays out of a checkpoint; remembers the first that is missing.
class Reader {
public:
    explicit Reader(const NpzFile& file) : m_file(file) {}

    Vector vector(const std::string& name) {
        const auto found = m_file.arrays.find(name);
        if (found == m_file.arrays.end()) return note(name), Vector();
        return Eigen::Map<const Vector>(found->second.values.data(), static_cast<Eigen::Index>(found->second.values.size()));
    }
    double number(const std::string& name) {
        const Vector values = vector(name);
        if (values.size() == 1) return values[0];
        return note(name), 0.0;
    }
    ClassifierParameters parameters(const std::string& prefix) {
        ClassifierParameters p;
        p.weights = vector(prefix + "weights");
        p.theta = number(prefix + "theta");
        const Vector running = vector(prefix + "running");
        if (running.size() == 2) p.running = {running[0], running[1]};
        else note(prefix + "running");
        return p;
    }
    AdamState adam(const std::string& prefix, Eigen::Index size) {
        AdamState state(size);
        state.mean = vector(prefix + "mean");
        state.square = vector(prefix + "square");
        state.steps = number(prefix + "steps");
        if (state.mean.size() != size || state.square.size() != size) note(prefix + "mean");
        return state;
    }
    std::vector<EpochRecord> history(const std::string& name) {
        const Vector v = vector(name);
        std::vector<EpochRecord> records;
        for (Eigen::Index at = 0; at + static_cast<Eigen::Index>(recordNumbers) <= v.size(); at += recordNumbers)
            records.push_back({static_cast<int>(v[at]), v[at + 1], v[at + 2], v[at + 3], v[at + 4], v[at + 5], v[at + 6]});
        return records;
    }
    const std::string& missing() const { return m_missing; }
    void note(const std::string& name) {
        if (m_missing.empty()) m_missing = name;
    }

private:
    const NpzFile& m_file;
    std::string m_missing;
};

} // namespace

NpzFile weightsToNpz(const TrainSettings& settings, int classes, const ClassifierParameters& parameters) {
    NpzFile file;
    Eigen::Index at = 0;
    for (const ParameterBlock& block : blocksOf(settings, classes)) {
        const Vector values = parameters.weights.segment(at, block.size());
        file.arrays[block.name] = {shapeOf(block), {values.begin(), values.end()}, false};
        at += block.size();
    }
    file.arrays["theta"] = number(parameters.theta);
    file.arrays["running_mean"] = number(parameters.running.mean);
    file.arrays["running_variance"] = number(parameters.running.variance);
    return file;
}

Result<ClassifierParameters> weightsFromNpz(const TrainSettings& settings, int classes, const NpzFile& file) {
    ClassifierParameters parameters;
    std::vector<double> weights;
    for (const ParameterBlock& block : blocksOf(settings, classes)) {
        const NpzArray* array = find(file, block.name, static_cast<std::size_t>(block.size()));
        if (array == nullptr || array->shape != shapeOf(block)) return lacks(block.name);
        weights.insert(weights.end(), array->values.begin(), array->values.end());
    }
    parameters.weights = Eigen::Map<const Vector>(weights.data(), static_cast<Eigen::Index>(weights.size()));
    for (const auto& [name, target] : {std::pair{"theta", &parameters.theta}, {"running_mean", &parameters.running.mean},
                                       {"running_variance", &parameters.running.variance}}) {
        const NpzArray* array = find(file, name, 1);
        if (array == nullptr) return lacks(name);
        *target = array->values.front();
    }
    const bool finite = parameters.weights.isFinite().all() && std::isfinite(parameters.running.mean) && parameters.running.variance >= 0;
    if (!finite || !(parameters.theta > 0 && parameters.theta <= settings.thetaMax()))
        return Error{ErrorKind::input, "holds a value that is no weight or window length"};
    return parameters;
}

Status writeCheckpoint(const std::string& path, const TrainState& state, const std::string& belongsTo) {
    NpzFile file;
    file.texts[identityName] = belongsTo;
    addParameters(file, "", state.parameters);
    addParameters(file, "best_", state.best);
    addAdam(file, "adam_", state.weightsAdam);
    addAdam(file, "theta_adam_", state.thetaAdam);
    file.arrays["epoch"] = number(state.epoch);
    file.arrays["best_epoch"] = number(state.bestEpoch);
    file.arrays["best_loss"] = number(state.bestLoss);
    file.arrays["history"] = historyArray(state.history);
    return writeNpz(path, entriesOf(file));
}

Result<TrainState> readCheckpoint(const std::string& path, const std::string& belongsTo) {
    const Result<NpzFile> file = readNpz(path);
    if (!file) return file.error();
    const auto identity = file->texts.find(identityName);
    if (identity == file->texts.end() || identity->second != belongsTo)
        return Error{ErrorKind::input, path + ": belongs to a training with other settings or recordings; repeat those, or choose another "
                                              "folder for the results"};
    Reader reader(*file);
    TrainState state;
    state.parameters = reader.parameters("");
    state.best = reader.parameters("best_");
    state.weightsAdam = reader.adam("adam_", state.parameters.weights.size());
    state.thetaAdam = reader.adam("theta_adam_", 1);
    state.epoch = static_cast<int>(reader.number("epoch"));
    state.bestEpoch = static_cast<int>(reader.number("best_epoch"));
    state.bestLoss = reader.number("best_loss");
    state.history = reader.history("history");
    if (state.history.size() != static_cast<std::size_t>(state.epoch)) reader.note("history");
    if (!reader.missing().empty()) return Error{ErrorKind::input, path + ": " + lacks(reader.missing()).message + "; begin anew"};
    return state;
}

} // namespace thetascope
