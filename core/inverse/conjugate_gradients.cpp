// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/conjugate_gradients.h"

#include <cmath>
#include <cstddef>

namespace thetascope {
namespace {

using Samples = std::vector<double>;

double dot(const Samples& a, const Samples& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        sum += a[k] * b[k];
    return sum;
}

/// sum a P b.
double dot(const Samples& a, const Samples& p, const Samples& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        sum += a[k] * p[k] * b[k];
    return sum;
}

void addTo(Samples& a, double factor, const Samples& b) {
    for (std::size_t k = 0; k < a.size(); ++k)
        a[k] += factor * b[k];
}

/// direction = P r + beta direction.
void turn(Samples& direction, const Samples& p, const Samples& r, double beta) {
    for (std::size_t k = 0; k < direction.size(); ++k)
        direction[k] = p[k] * r[k] + beta * direction[k];
}

} // namespace

SolverReport solveByConjugateGradients(const std::function<void(const Samples& x, Samples& qx)>& apply, const Samples& b,
                                       const Samples& preconditioner, const SolverLimits& limits, Samples& x) {
    SolverReport report;
    Samples product(b.size()), residual = b, direction(b.size(), 0.0);
    apply(x, product);
    addTo(residual, -1, product);
    const double scale = dot(b, preconditioner, b);
    double rho = dot(residual, preconditioner, residual), beta = 0;
    const auto relative = [&] { return scale > 0 ? std::sqrt(rho / scale) : 0; };
    while (relative() > limits.tolerance && report.iterations < limits.iterations) {
        if (limits.stopRequested && limits.stopRequested()) {
            report.stopped = true;
            break;
        }
        turn(direction, preconditioner, residual, beta);
        apply(direction, product);
        const double curvature = dot(direction, product);
        if (!(curvature > 0)) // all that Q can still tell is rounding
            break;
        const double step = rho / curvature;
        addTo(x, step, direction);
        addTo(residual, -step, product);
        const double before = rho;
        rho = dot(residual, preconditioner, residual);
        beta = rho / before;
        ++report.iterations;
    }
    report.residual = relative();
    report.converged = report.residual <= limits.tolerance;
    return report;
}

} // namespace thetascope
