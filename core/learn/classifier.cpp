// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/classifier.h"

#include "core/learn/layers.h"
#include "core/learn/seeds.h"
#include "core/learn/softmax.h"

#include <algorithm>

namespace thetascope {

namespace {

/// Clips whose gradients are summed together: the parts into which a batch falls whatever the number of threads.
constexpr int chunkClips = 4;

/// The weights of the input's normalisation, before the network's.
constexpr int gainAt = 0, biasAt = 1, normWeights = 2;

template <class Real>
Network<Real> makeNetwork(const TrainSettings& s, Shape input, int classes) {
    std::vector<std::unique_ptr<Layer<Real>>> layers;
    const auto last = [&] { return layers.back()->output(); };
    layers.push_back(makeConvolution<Real>("conv1", input, s.filters));
    layers.push_back(makeRelu<Real>("relu1", last()));
    layers.push_back(makeDepthwise<Real>("conv2_depthwise", last()));
    layers.push_back(makePointwise<Real>("conv2_pointwise", last(), s.filters));
    layers.push_back(makeRelu<Real>("relu2", last()));
    layers.push_back(makeAveragePool<Real>("pool", last(), s.pool));
    layers.push_back(makeDropout<Real>("dropout", last(), s.dropout));
    layers.push_back(makeDense<Real>("dense", last(), classes));
    return Network<Real>(std::move(layers));
}

template <class Real>
int likeliest(int classes, const Real* z) {
    return static_cast<int>(std::max_element(z, z + classes) - z);
}

} // namespace

template <class Real>
struct Classifier<Real>::Parts {
    /// What a batch's clips leave behind one by one, and chunks of them.
    struct Clip {
        std::vector<Real> features, slopes, dNorm;
        NormSums values, normSlopes;
        double loss = 0, dTheta = 0;
        bool right = false;
    };

    Parts(const TrainSettings& s, int classCount, ThreadPool& p)
        : settings(s), pool(p), front(s.spectrogram(), s.positions(), s.theta, p.threads()),
          network(makeNetwork<Real>(s, {front.frames(), front.bins(), 1}, classCount)) {
        for (int i = 0; i < pool.threads(); ++i) activations.push_back(network.makeActivations());
    }

    int cells() const { return front.frames() * front.bins(); }

    void reserve(int batch) {
        const auto size = static_cast<std::size_t>(cells());
        while (clips.size() < static_cast<std::size_t>(batch)) {
            Clip& clip = clips.emplace_back();
            clip.features.resize(size);
            clip.slopes.resize(size);
            clip.dNorm.resize(size);
        }
        chunks.resize(static_cast<std::size_t>((batch + chunkClips - 1) / chunkClips));
    }

    void useWeights(const Vector& weights) {
        w.resize(static_cast<std::size_t>(weights.size()));
        for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<Real>(weights[static_cast<Eigen::Index>(i)]);
    }
    const Real* networkWeights() const { return w.data() + normWeights; }
    double gain() const { return w[gainAt]; }
    double bias() const { return w[biasAt]; }

    /// Features of every clip, computed or copied, and their sums.
    NormStatistics transform(const Batch<Real>& batch) {
        pool.forChunks(batch.size(), 1, [&](int b, int, int thread) {
            const auto at = static_cast<std::size_t>(b);
            Clip& clip = clips[at];
            if (batch.features.empty()) front.forwardClip(batch.clips[at], thread, clip.features.data(), clip.slopes.data());
            else std::copy_n(batch.features[at], cells(), clip.features.data());
            clip.values = sumValues(cells(), clip.features.data());
        });
        NormSums sums;
        for (int b = 0; b < batch.size(); ++b) sums += clips[static_cast<std::size_t>(b)].values;
        return NormStatistics::of(sums, static_cast<double>(cells()) * batch.size());
    }

    /// One clip through the network and back; adds to the chunk's gradient.
    void passClip(Clip& clip, int label, const NormStatistics& statistics, const Pass& pass, int batchSize, int thread,
                  std::vector<Real>& dw) {
        auto& a = activations[static_cast<std::size_t>(thread)];
        const int classCount = network.output().size();
        normalise(cells(), clip.features.data(), statistics, gain(), bias(), network.inputOf(a));
        network.forward(networkWeights(), a, pass);
        const Real* z = network.outputOf(a);
        clip.loss = crossEntropy(classCount, z, label);
        clip.right = likeliest(classCount, z) == label;
        crossEntropyBackward(classCount, z, label, Real(1) / Real(batchSize), network.outputSlopeOf(a));
        network.backward(networkWeights(), a, dw.data() + normWeights, pass);
        clip.normSlopes = sumSlopes(cells(), clip.features.data(), statistics, network.inputSlopeOf(a));
        std::copy_n(network.inputSlopeOf(a), cells(), clip.dNorm.data());
    }

    void passAll(const Batch<Real>& batch, const NormStatistics& statistics, std::uint64_t seed) {
        pool.forChunks(batch.size(), chunkClips, [&](int begin, int end, int thread) {
            auto& dw = chunks[static_cast<std::size_t>(begin / chunkClips)];
            dw.assign(w.size(), Real(0));
            for (int b = begin; b < end; ++b) {
                const auto at = static_cast<std::size_t>(b);
                const Pass pass{true, scrambled(seed ^ scrambled(at))};
                passClip(clips[at], batch.labels[at], statistics, pass, batch.size(), thread, dw);
            }
        });
    }

    /// dL/dtheta: through the normalisation, then the features' slopes.
    double thetaSlope(const Batch<Real>& batch, const NormStatistics& statistics, const NormSums& normSlopes) {
        pool.forChunks(batch.size(), chunkClips, [&](int begin, int end, int) {
            for (int b = begin; b < end; ++b) {
                Clip& clip = clips[static_cast<std::size_t>(b)];
                normaliseBackward(cells(), clip.features.data(), statistics, gain(), normSlopes,
                                  static_cast<double>(cells()) * batch.size(), clip.dNorm.data(), clip.dNorm.data());
                clip.dTheta = 0;
                for (int i = 0; i < cells(); ++i)
                    clip.dTheta += static_cast<double>(clip.dNorm[static_cast<std::size_t>(i)])
                                   * static_cast<double>(clip.slopes[static_cast<std::size_t>(i)]);
            }
        });
        double sum = 0;
        for (int b = 0; b < batch.size(); ++b) sum += clips[static_cast<std::size_t>(b)].dTheta;
        return sum;
    }

    BatchOutcome outcome(int size, const NormStatistics& statistics) const {
        BatchOutcome result;
        result.statistics = statistics;
        for (int b = 0; b < size; ++b) {
            result.loss += clips[static_cast<std::size_t>(b)].loss;
            result.right += clips[static_cast<std::size_t>(b)].right ? 1 : 0;
        }
        result.loss /= size;
        return result;
    }

    TrainSettings settings;
    ThreadPool& pool;
    SpectrogramLayer<Real> front;
    Network<Real> network;
    std::vector<typename Network<Real>::Activations> activations; ///< per thread
    std::vector<Clip> clips;                                      ///< of the batch
    std::vector<std::vector<Real>> chunks;                        ///< weight gradients
    std::vector<Real> w;
};

template <class Real>
Classifier<Real>::Classifier(const TrainSettings& settings, int classes, ThreadPool& pool)
    : m_parts(std::make_unique<Parts>(settings, classes, pool)) {}
template <class Real>
Classifier<Real>::~Classifier() = default;

template <class Real>
int Classifier<Real>::classes() const {
    return m_parts->network.output().size();
}
template <class Real>
int Classifier<Real>::frames() const {
    return m_parts->front.frames();
}
template <class Real>
int Classifier<Real>::bins() const {
    return m_parts->front.bins();
}

template <class Real>
std::vector<ParameterBlock> Classifier<Real>::parameters() const {
    std::vector<ParameterBlock> blocks{{"input_norm.gain", {}, 1}, {"input_norm.bias", {}, 1}};
    const std::vector<ParameterBlock> network = m_parts->network.parameters();
    blocks.insert(blocks.end(), network.begin(), network.end());
    return blocks;
}

template <class Real>
ClassifierParameters Classifier<Real>::initial(std::uint64_t seed) const {
    ClassifierParameters parameters;
    parameters.weights = initialParameters(this->parameters(), seed);
    parameters.weights[gainAt] = 1;
    parameters.weights[biasAt] = 0;
    parameters.theta = m_parts->settings.theta;
    return parameters;
}

template <class Real>
BatchOutcome Classifier<Real>::step(const ClassifierParameters& parameters, const Batch<Real>& batch, std::uint64_t seed,
                                    ClassifierGradient& gradient) {
    Parts& p = *m_parts;
    p.reserve(batch.size());
    p.useWeights(parameters.weights);
    p.front.setTheta(parameters.theta);
    const NormStatistics statistics = p.transform(batch);
    p.passAll(batch, statistics, seed);
    gradient.weights = Vector::Zero(parameters.weights.size());
    for (const std::vector<Real>& chunk : p.chunks)
        for (std::size_t i = 0; i < chunk.size(); ++i) gradient.weights[static_cast<Eigen::Index>(i)] += static_cast<double>(chunk[i]);
    NormSums slopes;
    for (int b = 0; b < batch.size(); ++b) slopes += p.clips[static_cast<std::size_t>(b)].normSlopes;
    gradient.weights[gainAt] = slopes.second;
    gradient.weights[biasAt] = slopes.first;
    gradient.theta = batch.features.empty() ? p.thetaSlope(batch, statistics, slopes) : 0;
    return p.outcome(batch.size(), statistics);
}

template <class Real>
BatchOutcome Classifier<Real>::predict(const ClassifierParameters& parameters, const Batch<Real>& batch,
                                       std::vector<Real>& probabilities) {
    Parts& p = *m_parts;
    const int classCount = classes(), size = batch.size();
    p.reserve(std::min(size, p.pool.threads()));
    std::vector<typename Parts::Clip> results(static_cast<std::size_t>(size)); // losses alone; features are a thread's
    p.useWeights(parameters.weights);
    p.front.setTheta(parameters.theta);
    probabilities.resize(static_cast<std::size_t>(size * classCount));
    p.pool.forChunks(size, 1, [&](int b, int, int thread) {
        const auto at = static_cast<std::size_t>(b);
        auto& a = p.activations[static_cast<std::size_t>(thread)];
        Real* scratch = p.clips[static_cast<std::size_t>(thread)].features.data();
        if (batch.features.empty()) p.front.forwardClip(batch.clips[at], thread, scratch, nullptr);
        const Real* features = batch.features.empty() ? scratch : batch.features[at];
        normalise(p.cells(), features, parameters.running, p.gain(), p.bias(), p.network.inputOf(a));
        p.network.forward(p.networkWeights(), a, {});
        const Real* z = p.network.outputOf(a);
        results[at].loss = crossEntropy(classCount, z, batch.labels[at]);
        results[at].right = likeliest(classCount, z) == batch.labels[at];
        softmax(classCount, z, probabilities.data() + at * static_cast<std::size_t>(classCount));
    });
    BatchOutcome outcome;
    outcome.statistics = parameters.running;
    for (const auto& each : results) {
        outcome.loss += each.loss / size;
        outcome.right += each.right ? 1 : 0;
    }
    return outcome;
}

template <class Real>
void Classifier<Real>::features(double theta, const Real* clip, Real* features, Real* slopes) {
    m_parts->front.setTheta(theta);
    m_parts->front.forwardClip(clip, 0, features, slopes);
}

template class Classifier<float>;
template class Classifier<double>;

} // namespace thetascope
