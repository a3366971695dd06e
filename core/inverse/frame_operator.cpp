// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/frame_operator.h"

#include <algorithm>

namespace thetascope {

FrameOperator::FrameOperator(const Tiling& tiling, std::shared_ptr<const Taper> taper, Normalisation normalisation,
        int length,
                             Precision precision, ThreadPool& pool)
    : m_tiling(tiling) {
    m_signal.samples.assign(static_cast<std::size_t>(std::max(0, length)), 0.0);
    m_signal.sampleRate = 1;
    m_engine = makeExactEngine(m_signal, std::move(taper), normalisation, precision, pool);
}

void FrameOperator::analyse(const std::vector<double>& x, ComplexFrames& spectrum) {
    std::copy(x.begin(), x.end(), m_signal.samples.begin());
    m_engine->forward(m_tiling, {false, false}, spectrum);
    m_ready = true;
}

void FrameOperator::synthesise(const ComplexFrames& spectrum, std::vector<double>& x) {
    if (!m_ready) { // the adjoint is taken at the tiling of the last forward()
        const std::vector<double> silence(m_signal.samples.size(), 0.0);
        analyse(silence, m_spectrum);
    }
    m_spectrum = spectrum;
    for (int f = 0; f < m_tiling.bins(); ++f)
        m_spectrum.col(f) *= weight(f);
    m_engine->backwardSignal(m_spectrum, x);
}

double FrameOperator::energy(const ComplexFrames& spectrum) const {
    double sum = 0;
    for (int i = 0; i < m_tiling.frames(); ++i)
        for (int f = 0; f < m_tiling.bins(); ++f)
            sum += weight(f) * std::norm(spectrum(i, f));
    return sum;
}

} // namespace thetascope
