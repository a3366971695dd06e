// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/base/parameters.h"
#include "core/model/tiling.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

class ThreadPool;

/// What a term is a function of.
struct TermInput {
    const RealFrames& magnitude; ///< |S| [T, F]
    const Tiling& tiling;
    int signalLength = 0;        ///< M, samples
    ThreadPool* pool = nullptr;  ///< to share the work with, or none
};

/// Where terms add their gradients; sized by the caller.
struct TermGradient {
    RealFrames magnitude;  ///< dL/d|S| [T, F], via the transform
    TilingGradient tiling; ///< dL/dtheta and dL/dt_i, direct: not via the transform
};

/// One term of an objective. Terms never see where a spectrogram came from.
class ObjectiveTerm {
public:
    virtual ~ObjectiveTerm() = default;
    /// The term's value.
    virtual double value(const TermInput& input) const = 0;
    /// The term's value; adds weight times its gradient.
    virtual double addGradient(const TermInput& input, double weight, TermGradient& gradient) const = 0;
    /// Whether the term looks at magnitudes; false: at the tiling alone.
    virtual bool usesSpectrogram() const { return true; }
    /// Bytes that it holds or needs on the way, of a spectrogram of so many cells and a theta of so many entries. Rows are nothing.
    virtual double workBytes([[maybe_unused]] double cells, [[maybe_unused]] double thetas) const { return 0; }
};

using TermParameter = NamedParameter;
using TermParameters = ParameterValues;

struct TermDescription {
    std::string name;
    std::string sentence;
    std::string formula;
    bool maximise = false; ///< good is large: takes a negative weight
    std::vector<TermParameter> parameters;
};

/// What a term may be told of the signal when it is made. Terms never see where a spectrogram came from.
struct TermContext {
    /// |S| [T, F] at one constant theta: computed when asked for. Empty: there is no signal (an expression is only checked).
    std::function<RealFrames()> reference;
};

/// The terms there are. A new one is its own file and one line in term.cpp.
const std::vector<TermDescription>& objectiveTerms();

/// A term by name; parameters absent take their defaults. Null if there is no such name or parameter.
std::unique_ptr<ObjectiveTerm> makeTerm(std::string_view name, const TermParameters& parameters, const TermContext& context = {});

} // namespace thetascope
