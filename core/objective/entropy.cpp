// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/entropy.h"

#include "core/objective/peak.h"

#include <cmath>

namespace thetascope {

namespace {

/// Sums over all cells of q = |S| / peak, frame by frame in a fixed order.
struct CellTotals {
    double total = 0;    ///< sum q, at least 1
    double weighted = 0; ///< sum q ln q

    double entropy() const { return std::log(total) - weighted / total; }
};

/// The sums; calls visit(frame, bin, ln q) for every cell with q > 0.
template <class Visit>
CellTotals sumCells(const RealFrames& magnitude, double peak, Visit visit) {
    CellTotals sums;
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame) {
        CellTotals ofFrame;
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
            const double q = magnitude(frame, bin) / peak;
            ofFrame.total += q;
            if (q > 0) {
                const double logarithm = std::log(q);
                ofFrame.weighted += q * logarithm;
                visit(frame, bin, logarithm);
            }
        }
        sums.total += ofFrame.total;
        sums.weighted += ofFrame.weighted;
    }
    return sums;
}

} // namespace

TermDescription EntropyTerm::description() {
    return {"entropy",
            "How spread out the spectrogram is: small when few cells hold all of the magnitude.",
            "H = −Σ p ln p,  p = |S| / Σ|S|",
            false,
            {}};
}

double EntropyTerm::value(const TermInput& input) const {
    const double peak = peakMagnitude(input.magnitude);
    if (peak < silentPeak)
        return 0;
    return sumCells(input.magnitude, peak, [](Eigen::Index, Eigen::Index, double) {}).entropy();
}

double EntropyTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const RealFrames& magnitude = input.magnitude;
    const double peak = peakMagnitude(magnitude);
    if (peak < silentPeak)
        return 0;
    RealFrames& logarithms = m_logarithms;
    logarithms.resize(magnitude.rows(), magnitude.cols());
    const CellTotals sums = sumCells(magnitude, peak, [&](Eigen::Index frame, Eigen::Index bin, double logarithm) {
        logarithms(frame, bin) = logarithm;
    });
    const double mean = sums.weighted / sums.total;
    const double scale = weight / sums.total;
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame)
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin)
            if (magnitude(frame, bin) / peak > 0)
                gradient.magnitude(frame, bin) += scale * (mean - logarithms(frame, bin)) / peak;
    return sums.entropy();
}

} // namespace thetascope
