// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/objective.h"
#include "core/optim/function.h"

#include <cstdint>
#include <random>
#include <stdexcept>

namespace thetascope::testing {

/// A spectrogram and its tiling, as terms see them.
struct Scene {
    RealFrames magnitude;
    Tiling tiling;
    int signalLength = 0;

    TermInput input() const { return {magnitude, tiling, signalLength}; }
};

inline Objective objectiveOf(const std::string& expression) {
    Result<Objective> objective = parseObjective(expression);
    if (!objective)
        throw std::runtime_error(objective.error().message);
    return *std::move(objective);
}

/// The first term of an expression, and its value.
inline std::shared_ptr<const ObjectiveTerm> termOf(const std::string& expression) {
    return objectiveOf(expression).terms().at(0).term;
}

/// dL/d... of weight times a term, from zero.
inline TermGradient gradientOf(const ObjectiveTerm& term, const Scene& scene, double weight = 1) {
    TermGradient gradient;
    gradient.magnitude.setZero(scene.magnitude.rows(), scene.magnitude.cols());
    gradient.tiling.setZero(scene.tiling);
    term.addGradient(scene.input(), weight, gradient);
    return gradient;
}

/// T frames of a support of 16 (F = 9) about 14 apart with windows of 6 to 14: some overlap, some don't, both ends are crossed.
inline Scene randomScene(ThetaMode mode, std::uint64_t seed, int frames = 7) {
    std::mt19937_64 random(seed);
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * std::generate_canonical<double, 53>(random);
    };
    Scene scene;
    scene.tiling.support = 16;
    scene.tiling.mode = mode;
    scene.tiling.theta.resize(thetaRows(mode, frames), thetaCols(mode, scene.tiling.bins()));
    for (Eigen::Index i = 0; i < scene.tiling.theta.size(); ++i)
        scene.tiling.theta.data()[i] = uniform(6, 14);
    scene.tiling.positions.resize(frames);
    for (int frame = 0; frame < frames; ++frame)
        scene.tiling.positions[frame] = 14 * frame - 7.5 + uniform(-4, 4);
    scene.magnitude.resize(frames, scene.tiling.bins());
    for (Eigen::Index i = 0; i < scene.magnitude.size(); ++i)
        scene.magnitude.data()[i] = uniform(0.2, 1.2);
    scene.signalLength = 14 * (frames - 1) + 2;
    return scene;
}

/// An objective as a function of all it may depend on: x = (|S|, theta, t), row by row.
class SceneFunction : public DifferentiableFunction {
public:
    SceneFunction(Scene scene, Objective objective) : m_scene(std::move(scene)), m_objective(std::move(objective)) {}

    Vector start() const { return join(m_scene.magnitude, m_scene.tiling.theta, m_scene.tiling.positions); }

    double value(const Vector& x) override {
        const Scene scene = at(x);
        std::vector<TermValue> values;
        return m_objective.value(scene.input(), values);
    }

    double evaluate(const Vector& x, Vector& gradient) override {
        const Scene scene = at(x);
        std::vector<TermValue> values;
        TermGradient parts;
        const double result = m_objective.gradient(scene.input(), values, parts);
        gradient = join(parts.magnitude, parts.tiling.theta, parts.tiling.positions);
        return result;
    }

private:
    static Vector join(const RealFrames& magnitude, const RealFrames& theta, const Vector& positions) {
        Vector x(magnitude.size() + theta.size() + positions.size());
        x << Eigen::Map<const Vector>(magnitude.data(), magnitude.size()),
            Eigen::Map<const Vector>(theta.data(), theta.size()), positions;
        return x;
    }

    Scene at(const Vector& x) const {
        Scene scene = m_scene;
        const Eigen::Index cells = scene.magnitude.size(), thetas = scene.tiling.theta.size();
        Eigen::Map<Vector>(scene.magnitude.data(), cells) = x.head(cells);
        Eigen::Map<Vector>(scene.tiling.theta.data(), thetas) = x.segment(cells, thetas);
        scene.tiling.positions = x.tail(scene.tiling.positions.size());
        return scene;
    }

    Scene m_scene;
    Objective m_objective;
};

} // namespace thetascope::testing
