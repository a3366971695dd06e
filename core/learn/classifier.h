// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/learn/input_norm.h"
#include "core/learn/network.h"
#include "core/learn/train_settings.h"

#include <memory>
#include <vector>

namespace thetascope {

/// All that is learned. Weights: gain and bias of the input's normalisation, then the network's.
struct ClassifierParameters {
    Vector weights;
    double theta = 0;       ///< samples
    NormStatistics running; ///< of the features, for use after training
};

struct ClassifierGradient {
    Vector weights;
    double theta = 0; ///< per sample
};

/// A batch: pointers to prepared clips [samples] (prepare.h), or to their features [T, F] where those were kept.
template <class Real>
struct Batch {
    std::vector<const Real*> clips;
    std::vector<const Real*> features; ///< empty, or one for every clip; then dL/dtheta is not computed
    std::vector<int> labels;

    int size() const { return static_cast<int>(labels.size()); }
};

/// What a pass over a batch says besides the gradient.
struct BatchOutcome {
    double loss = 0;           ///< mean cross-entropy, nats
    int right = 0;             ///< clips whose label got the largest probability
    NormStatistics statistics; ///< of the batch's features
};

/// The network of the paper's Section 3.2 with the transform as its first layer: spectrogram (theta), scalar batch norm,
/// convolution 3x3 stride 2, ReLU, depthwise 3x3 stride 2, pointwise, ReLU, average pooling, dropout, dense, softmax. Weights come
/// from outside; activations live here. Gradients are summed over fixed chunks of the batch in a fixed order: results don't
/// depend on the number of threads. Owned and called by one thread. Real: float to train, double to check gradients.
template <class Real>
class Classifier {
public:
    /// Settings must have passed checkTrainSettings(); classes >= 2. The pool must outlive it.
    Classifier(const TrainSettings& settings, int classes, ThreadPool& pool);
    ~Classifier();

    int classes() const;
    int frames() const;
    int bins() const;
    /// All weights in their order: input_norm.gain, input_norm.bias, conv1.weight ...
    std::vector<ParameterBlock> parameters() const;
    /// Weights from the seed, gain 1 and bias 0, theta as set.
    ClassifierParameters initial(std::uint64_t seed) const;

    /// Loss and gradient of a batch in training mode (batch statistics, dropout by `seed`).
    BatchOutcome step(const ClassifierParameters& parameters, const Batch<Real>& batch, std::uint64_t seed,
                      ClassifierGradient& gradient);

    /// Probabilities [batch, classes] with the running statistics and no dropout; the loss is over the batch's labels.
    BatchOutcome predict(const ClassifierParameters& parameters, const Batch<Real>& batch, std::vector<Real>& probabilities);

    /// Features [T, F] of one clip at theta, and their slopes unless null.
    void features(double theta, const Real* clip, Real* features, Real* slopes = nullptr);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

extern template class Classifier<float>;
extern template class Classifier<double>;

} // namespace thetascope
