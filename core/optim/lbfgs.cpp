// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/lbfgs.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace thetascope {

namespace {

constexpr std::size_t memory = 10;
constexpr double largestMove = 1;     ///< of any variable in one iteration
constexpr double settled = 1e-5;      ///< an iteration that moves no variable further than this is the last
constexpr double leastCurvature = 1e-10; ///< s.y of a useful pair, relative to |s| |y|

double dot(const Vector& a, const Vector& b) {
    return a.matrix().dot(b.matrix());
}

double largest(const Vector& v) {
    return v.size() == 0 ? 0 : v.abs().maxCoeff();
}

} // namespace

OptimiserDescription Lbfgs::description() {
    return {"lbfgs", "L-BFGS with a line search: learns the curvature and picks its own steps; some evaluations per iteration, "
                     "but far fewer iterations for a shared window or one per frame."};
}

Lbfgs::Lbfgs(Eigen::Index size) : m_origin(size), m_originGradient(size), m_direction(size) {}

Vector Lbfgs::direction(const Vector& gradient, double step) const {
    if (m_pairs.empty()) return -gradient * (step / largest(gradient));
    Vector q = gradient;
    std::vector<double> shares(m_pairs.size());
    for (std::size_t k = m_pairs.size(); k-- > 0;) {
        shares[k] = m_pairs[k].inverseCurvature * dot(m_pairs[k].step, q);
        q -= shares[k] * m_pairs[k].change;
    }
    const Pair& newest = m_pairs.back();
    q *= 1 / (newest.inverseCurvature * dot(newest.change, newest.change));
    for (std::size_t k = 0; k < m_pairs.size(); ++k)
        q += (shares[k] - m_pairs[k].inverseCurvature * dot(m_pairs[k].change, q)) * m_pairs[k].step;
    return -q;
}

void Lbfgs::beginSearch(double value, const Vector& gradient, double step) {
    m_originValue = value;
    m_originGradient = gradient;
    m_direction = direction(gradient, step);
    if (!(dot(m_direction, gradient) < 0)) { // rounding has spoilt the pairs
        m_pairs.clear();
        m_direction = direction(gradient, step);
    }
    const double longest = largestMove / largest(m_direction);
    m_search.start(value, dot(m_direction, gradient), std::min(1.0, longest), longest);
    m_searching = true;
}

void Lbfgs::propose(Vector& x, double value, const Vector& gradient, double step) {
    assert(x.size() == m_origin.size() && gradient.size() == m_origin.size());
    if (!m_searching) {
        m_origin = x;
        if (largest(gradient) == 0) return; // flat: accepts() says so
        beginSearch(value, gradient, step);
    } else if (m_again) { // the pairs led nowhere: steepest descent from the same origin
        m_again = false;
        const Vector originGradient = m_originGradient;
        beginSearch(m_originValue, originGradient, step);
    }
    x = m_origin + m_search.trial() * m_direction;
}

bool Lbfgs::accepts(Vector& x, double value, const Vector& gradient) {
    if (!m_searching) {
        m_converged = true;
        return true;
    }
    switch (m_search.take(value, dot(m_direction, gradient))) {
    case LineSearch::Verdict::searching: return false;
    case LineSearch::Verdict::accepted:
        m_searching = false;
        m_converged = largest(x - m_origin) <= settled;
        remember(x, gradient);
        return true;
    case LineSearch::Verdict::failed: break;
    }
    x = m_origin;
    m_converged = m_pairs.empty();
    m_searching = m_again = !m_converged;
    m_pairs.clear();
    return false;
}

void Lbfgs::remember(const Vector& x, const Vector& gradient) {
    Pair pair{x - m_origin, gradient - m_originGradient, 0};
    const double curvature = dot(pair.step, pair.change);
    if (!(curvature > leastCurvature * pair.step.matrix().norm() * pair.change.matrix().norm())) return;
    pair.inverseCurvature = 1 / curvature;
    m_pairs.push_back(std::move(pair));
    if (m_pairs.size() > memory) m_pairs.pop_front();
}

void Lbfgs::restart() {
    m_pairs.clear();
    m_searching = m_again = m_converged = false;
}

} // namespace thetascope
