// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace thetascope {

/// The yardstick of engines: one hot real FFT of length n in single precision and its inverse, on zeros (an FFT takes no short
/// cuts), with plans that FFTW measured now. Made and used by one thread.
class BareTransform {
public:
    explicit BareTransform(int n);
    ~BareTransform();
    BareTransform(const BareTransform&) = delete;
    BareTransform& operator=(const BareTransform&) = delete;
    void forward();
    void backward();

private:
    struct Plans;
    std::unique_ptr<Plans> m_plans;
};

} // namespace thetascope
