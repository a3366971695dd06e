// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/gradient_at.h"

#include "app/cli/check_gradients.h"
#include "core/base/thread_pool.h"
#include "core/run/loss.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace thetascope {
namespace {

constexpr std::size_t randomPlaces = 5;
constexpr double away = 0.01; // in ln theta, from the tiling

/// The objective as a function of ln theta at some entries of theta; the others stay.
class EntriesOfTheta : public DifferentiableFunction {
public:
    EntriesOfTheta(TwoPassLoss& loss, Tiling tiling, std::vector<Eigen::Index> entries)
        : m_loss(loss), m_tiling(std::move(tiling)), m_entries(std::move(entries)) {}

    Vector start() const {
        Vector x(static_cast<Eigen::Index>(m_entries.size()));
        for (Eigen::Index k = 0; k < x.size(); ++k) x[k] = std::log(m_tiling.theta.data()[entry(k)]);
        return x;
    }
    double evaluate(const Vector& x, Vector& gradient) override {
        set(x);
        const double value = m_loss.gradient(m_tiling, m_gradient);
        gradient.resize(x.size());
        for (Eigen::Index k = 0; k < x.size(); ++k) gradient[k] = m_gradient.theta.data()[entry(k)] * std::exp(x[k]);
        return value;
    }
    double value(const Vector& x) override {
        set(x);
        return m_loss.value(m_tiling);
    }

private:
    Eigen::Index entry(Eigen::Index k) const { return m_entries[static_cast<std::size_t>(k)]; }
    void set(const Vector& x) {
        for (Eigen::Index k = 0; k < x.size(); ++k) m_tiling.theta.data()[entry(k)] = std::exp(x[k]);
    }

    TwoPassLoss& m_loss;
    Tiling m_tiling;
    TilingGradient m_gradient;
    std::vector<Eigen::Index> m_entries;
};

/// The entry of theta that a cell has, and random others.
std::vector<Eigen::Index> entriesAround(const Tiling& tiling, int frame, int bin, std::uint64_t seed) {
    const Eigen::Index row = tiling.theta.rows() > 1 ? frame : 0, column = tiling.theta.cols() > 1 ? bin : 0;
    std::vector<Eigen::Index> entries{row * tiling.theta.cols() + column};
    std::mt19937_64 random(seed);
    const auto count = static_cast<std::uint64_t>(tiling.theta.size());
    while (entries.size() < std::min<std::size_t>(randomPlaces + 1, count)) {
        const auto next = static_cast<Eigen::Index>(random() % count);
        if (std::ranges::find(entries, next) == entries.end()) entries.push_back(next);
    }
    std::sort(entries.begin() + 1, entries.end());
    return entries;
}

GradientAt placed(const GradientCheck& check, const std::vector<Eigen::Index>& entries, const Tiling& tiling) {
    GradientAt result;
    result.worstRelativeError = check.worstRelativeError;
    for (const GradientCheckPoint& point : check.points) {
        if (point.coordinate == GradientCheckPoint::direction) continue;
        const Eigen::Index entry = entries[static_cast<std::size_t>(point.coordinate)];
        const Eigen::Index columns = tiling.theta.cols();
        result.places.push_back({static_cast<int>(entry / columns), static_cast<int>(entry % columns), point.analytic,
                                 point.numeric});
    }
    return result;
}

} // namespace

Result<GradientAt> checkGradientAt(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                   const Tiling& tiling, int frame, int bin, const std::stop_token& stop) {
    ResolvedSettings exact = settings;
    exact.precision = Precision::doublePrecision;
    ThreadPool pool(exact.threads);
    const auto loss = makeExactLoss(signal, exact, pool);
    const std::vector<Eigen::Index> entries = entriesAround(tiling, frame, bin, settings.seed);
    EntriesOfTheta function(*loss, tiling, entries);
    const Vector x = function.start() + away;
    GradientAt best;
    best.worstRelativeError = std::numeric_limits<double>::infinity();
    const double tolerance = gradientTolerance(settings.window);
    for (const double step : differenceSteps(settings.window)) {
        if (stop.stop_requested()) return Error{ErrorKind::interrupted, "the gradient check was given up"};
        const GradientCheck check = checkGradient(function, x, static_cast<int>(x.size()), step, settings.seed);
        if (best.places.empty() || check.worstRelativeError < best.worstRelativeError) best = placed(check, entries, tiling);
        if (best.worstRelativeError <= tolerance) break;
    }
    best.tolerance = tolerance;
    return best;
}

} // namespace thetascope
