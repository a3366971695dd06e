// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace thetascope {

/// Says when a descent has stopped getting anywhere: `patience` iterations without an improvement of the best value by more
/// than `tolerance` relative to its size.
class Plateau {
public:
    Plateau(int patience, double tolerance) : m_patience(patience), m_tolerance(tolerance) {}

    /// Takes the value of one iteration; true once the plateau is reached.
    bool reached(double value);

    int patience() const { return m_patience; }
    double tolerance() const { return m_tolerance; }

private:
    int m_patience, m_waited = 0;
    double m_tolerance;
    double m_reference = std::numeric_limits<double>::infinity();
};

} // namespace thetascope
