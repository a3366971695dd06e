// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace thetascope {

/// When conjugate gradients end.
struct SolverLimits {
    double tolerance = 1e-7; ///< of the residual relative to the right-hand side, both in the norm r' P r
    int iterations = 200;
    std::function<bool()> stopRequested; ///< asked before every iteration; may be empty
};

struct SolverReport {
    int iterations = 0;
    double residual = 0; ///< relative, as of the tolerance; 0 if the right-hand side is 0
    bool converged = false, stopped = false;
};

/// Solves Q x = b for a symmetric positive semidefinite Q that is only applied, preconditioned by the diagonal P >= 0
/// (Hestenes and Stiefel 1952; Saad, Iterative Methods, Alg. 9.1). x [n] is the start and the solution; where P is 0 it
/// stays as it is. Deterministic. Where Q is singular this is the solution nearest to the start, as far as b lies in Q's
/// range.
SolverReport solveByConjugateGradients(const std::function<void(const std::vector<double>& x,
        std::vector<double>& qx)>& apply,
                                       const std::vector<double>& b, const std::vector<double>& preconditioner,
                                       const SolverLimits& limits, std::vector<double>& x);

} // namespace thetascope
