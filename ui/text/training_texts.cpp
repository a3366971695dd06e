// SPDX-License-Identifier: GPL-3.0-or-later
// Labels and sentences of trainFields().
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "Taper of the transform (`thetascope windows` lists them)."),
    QT_TRANSLATE_NOOP("Core", "Floor"),
    QT_TRANSLATE_NOOP("Core", "Added to |S|^2 before the logarithm or the root."),
    QT_TRANSLATE_NOOP("Core", "Epochs"),
    QT_TRANSLATE_NOOP("Core", "Passes over the training examples."),
    QT_TRANSLATE_NOOP("Core", "Initial θ"),
    QT_TRANSLATE_NOOP("Core", "Window length to start from."),
    QT_TRANSLATE_NOOP("Core", "Rate of ln θ"),
    QT_TRANSLATE_NOOP("Core", "Learning rate of ln theta; 0 keeps theta where it is."),
    QT_TRANSLATE_NOOP("Core", "Rate of weights"),
    QT_TRANSLATE_NOOP("Core", "Learning rate of the weights."),
    QT_TRANSLATE_NOOP("Core", "Every random choice follows from it."),
    QT_TRANSLATE_NOOP("Core", "Patience"),
    QT_TRANSLATE_NOOP("Core", "Stop after so many epochs without a better validation loss; 0: never."),
    QT_TRANSLATE_NOOP("Core", "Worker threads, 0: all processors; results do not depend on it."),
    QT_TRANSLATE_NOOP("Core", "Numerical support of the transform."),
    QT_TRANSLATE_NOOP("Core", "Hop"),
    QT_TRANSLATE_NOOP("Core", "Spacing of the frames."),
    QT_TRANSLATE_NOOP("Core", "Bin stride"),
    QT_TRANSLATE_NOOP("Core", "Every so many-th bin is kept."),
    QT_TRANSLATE_NOOP("Core", "Clip"),
    QT_TRANSLATE_NOOP("Core", "Length that recordings are cut or padded to."),
    QT_TRANSLATE_NOOP("Core", "Smallest θ"),
    QT_TRANSLATE_NOOP("Core", "Lower bound of theta; the upper is N-1."),
    QT_TRANSLATE_NOOP("Core", "Scale of the sampled taper, differentiated through."),
    QT_TRANSLATE_NOOP("Core", "Feature"),
    QT_TRANSLATE_NOOP("Core", "What the network sees of a cell: log magnitude, or magnitude."),
    QT_TRANSLATE_NOOP("Core", "Filters"),
    QT_TRANSLATE_NOOP("Core", "Filters of the convolutions, a multiple of 16."),
    QT_TRANSLATE_NOOP("Core", "Pooling"),
    QT_TRANSLATE_NOOP("Core", "Frames of the second convolution averaged into one."),
    QT_TRANSLATE_NOOP("Core", "Dropout"),
    QT_TRANSLATE_NOOP("Core", "Share of the pooled values dropped while training."),
    QT_TRANSLATE_NOOP("Core", "Batch"),
    QT_TRANSLATE_NOOP("Core", "Recordings per step."),
    QT_TRANSLATE_NOOP("Core", "Test share"),
    QT_TRANSLATE_NOOP("Core", "Share kept for the test where names have no index (else the indices 0-4)."),
    QT_TRANSLATE_NOOP("Core", "Validation share"),
    QT_TRANSLATE_NOOP("Core", "Share of the rest for validation, by seed; 0: the indices 5-9, or 0.1 without indices."),
    QT_TRANSLATE_NOOP("Core", "Permute labels"),
    QT_TRANSLATE_NOOP("Core", "The control: shuffle the labels of training and validation."),
};

} // namespace

std::span<const char* const> training() { return list; }

} // namespace thetascope::texts
