// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/taper.h"

#include "core/window/cosine_sum.h"
#include "core/window/gaussian.h"
#include "core/window/kaiser.h"
#include "core/window/sine.h"
#include "core/window/tukey.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

using Factory = std::shared_ptr<const Taper> (*)(const ParameterValues&);

struct Entry {
    TaperDescription description;
    Factory make;
};

/// The factory of a taper without parameters.
template <std::shared_ptr<const Taper> (*make)()>
std::shared_ptr<const Taper> plain(const ParameterValues&) {
    return make();
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> list = {
        {{"hann", "raised cosine, smooth at its edges: the default", "w = (1 + cos(2πy/θ))/2", {}}, plain<makeHann>},
        {{"gaussian", "Gaussian with σ = θ/6, brought continuously to zero at its edges",
          "w = (exp(-18y²/θ²) - e^-4.5)/(1 - e^-4.5)", {}}, plain<makeGaussian>},
        {{"gaussian-paper", "Gaussian of the paper's Eq. (4), cut at 1.5σ where it is still 32 % of its peak: it jumps, so its "
          "gradients mislead; for fidelity only", "w = 3/√(2πθ²) exp(-9y²/(2θ²))", {}}, plain<makeGaussianPaper>},
        {{"hamming", "raised cosine on a pedestal: low first side lobe, but it jumps by 8 % at its edges",
          "w = 0.54 + 0.46 cos(2πy/θ)", {}}, plain<makeHamming>},
        {{"blackman", "three-term cosine sum: low side lobes, wider main lobe",
          "w = 0.42 + 0.5 cos(2πy/θ) + 0.08 cos(4πy/θ)", {}}, plain<makeBlackman>},
        {{"blackman-harris", "four-term cosine sum: side lobes below -92 dB",
          "w = 0.35875 + 0.48829 cos(2πy/θ) + 0.14128 cos(4πy/θ) + 0.01168 cos(6πy/θ)", {}}, plain<makeBlackmanHarris>},
        {{"kaiser", "Bessel window with its pedestal removed: beta trades the width of the main lobe for low side lobes",
          "w = (I₀(β√(1 − 4y²/θ²)) − 1)/(I₀(β) − 1)",
          {{"beta", "0.5 is nearly a parabola, 8.6 near Blackman", 8.6, 0.5, 50}}},
         [](const ParameterValues& values) { return makeKaiser(values.at("beta")); }},
        {{"tukey", "flat with raised-cosine flanks: 1 is Hann, near 0 a box", "w = 1, but (1 + cos(π(2|y|/θ − 1 + α)/α))/2 on the flanks",
          {{"alpha", "share of the window in its two flanks", 0.5, 0.05, 1}}},
         [](const ParameterValues& values) { return makeTukey(values.at("alpha")); }},
        {{"sine", "half a period of a cosine: continuous, but its slope jumps at its edges", "w = cos(πy/θ)", {}}, plain<makeSine>},
    };
    return list;
}

Taper::Range supportOf(double y, int count, double theta) {
    const double half = theta / 2;
    const auto clampIndex = [count](double x) { return static_cast<int>(std::clamp(x, 0.0, static_cast<double>(count))); };
    int begin = clampIndex(std::floor(-half - y)), end = clampIndex(std::ceil(half - y) + 1);
    while (begin < end && y + begin < -half) ++begin;
    while (end > begin && y + (end - 1) > half) --end;
    return {begin, end};
}

/// Zeroes the points outside the support.
template <class Real>
void clearOutside(Taper::Range range, int count, Real* w, Real* dTheta, Real* dY) {
    for (Real* out : {w, dTheta, dY}) {
        if (out == nullptr) continue;
        std::fill(out, out + range.begin, Real(0));
        std::fill(out + range.end, out + count, Real(0));
    }
}

} // namespace

Taper::Range Taper::fillSupport(double y, int count, double theta, double* w, double* dTheta, double* dY) const {
    const auto [begin, end] = supportOf(y, count, theta);
    if (begin < end) fillInside(y + begin, end - begin, theta, w + begin, dTheta + begin, dY != nullptr ? dY + begin : nullptr);
    return {begin, end};
}

Taper::Range Taper::fillSupport(double y, int count, double theta, float* w, float* dTheta, float* dY) const {
    const auto [begin, end] = supportOf(y, count, theta);
    if (begin < end) fillInside(y + begin, end - begin, theta, w + begin, dTheta + begin, dY != nullptr ? dY + begin : nullptr);
    return {begin, end};
}

void Taper::fill(double y, int count, double theta, double* w, double* dTheta, double* dY) const {
    clearOutside(fillSupport(y, count, theta, w, dTheta, dY), count, w, dTheta, dY);
}

void Taper::fill(double y, int count, double theta, float* w, float* dTheta, float* dY) const {
    clearOutside(fillSupport(y, count, theta, w, dTheta, dY), count, w, dTheta, dY);
}

const std::vector<TaperDescription>& tapers() {
    static const std::vector<TaperDescription> list = [] {
        std::vector<TaperDescription> descriptions;
        for (const Entry& entry : entries()) descriptions.push_back(entry.description);
        return descriptions;
    }();
    return list;
}

Result<std::shared_ptr<const Taper>> parseTaper(const std::string& name) {
    const std::string bare = name.substr(0, name.find('('));
    const TaperDescription* const found = findNamed(tapers(), bare);
    if (found == nullptr)
        return Error{ErrorKind::arguments, "there is no '" + excerpt(bare) + "'; choose one of " + listNames(tapers())};
    const std::string rest = name.substr(bare.size());
    try {
        Reader reader(rest);
        ParameterValues values = defaultValues(found->parameters);
        readParameters(reader, bare, found->parameters, values);
        if (!reader.atEnd()) reader.failExpected("the end");
        return entries()[static_cast<std::size_t>(found - tapers().data())].make(values);
    } catch (const SyntaxError& error) {
        return Error{ErrorKind::arguments, "in '" + excerpt(rest) + "' after " + bare + ", " + error.message};
    }
}

std::shared_ptr<const Taper> makeTaper(std::string_view name) {
    const auto taper = parseTaper(std::string(name));
    return taper ? *taper : nullptr;
}

} // namespace thetascope
