// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/stopping.h"

#include <cmath>

namespace thetascope {

bool Plateau::reached(double value) {
    const bool first = std::isinf(m_reference) && m_reference > 0;
    const double needed = first ? 0 : m_tolerance * std::abs(m_reference);
    // The reference moves only on such an improvement, so that many small ones add up to one.
    if (value < m_reference - needed) {
        m_reference = value;
        m_waited = 0;
        return false;
    }
    ++m_waited;
    return m_waited >= m_patience;
}

} // namespace thetascope
