// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace thetascope::testing {

/// Arrays of tests/golden by file name without ".npy", frame first as there. Failing to read one is a broken checkout: these
/// throw std::runtime_error, which ends the test with its message.
double goldenNumber(const std::string& name);         ///< []
Vector goldenVector(const std::string& name);         ///< [n] ([] gives one entry)
RealFrames goldenFrames(const std::string& name);     ///< [T, F]
ComplexFrames goldenSpectrum(const std::string& name); ///< [T, F]
nlohmann::json goldenJson(const std::string& name);   ///< NAME.json

/// One case of tests/golden/README.md: NAME.json and the tiling and signal it stands for.
struct GoldenCase {
    std::string name;
    std::string window;       ///< as the factories name it: hann, gaussian-paper, gaussian; or gauss6, which none does
    Normalisation normalise = Normalisation::none;
    Signal signal;            ///< sample rate 1
    Tiling tiling;            ///< theta [1,1], [T,1], [1,F] or [T,F]
    bool twoSided = false;    ///< F = N instead of N/2+1
    double entropy = 0;
    nlohmann::json json;

    RealFrames real(const std::string& array) const;    ///< [T, F], e.g. a theta map
    ComplexFrames spectrum(const std::string& array) const; ///< "S", "dS_dtheta", "dS_dt", "G", "ent_G"
    Vector vector(const std::string& array) const;      ///< "t", "vjp_t", "vjp_s", "ent_t", "ent_H", "ent_s"
    RealFrames thetaLike(const std::string& array) const; ///< "theta", "vjp_theta", "ent_theta", in the tiling's shape
};

GoldenCase loadGolden(const std::string& name);

/// The cases whose window Thetascope has, with an even N and one-sided bins: those an engine is checked on.
std::vector<std::string> goldenCases();

} // namespace thetascope::testing
