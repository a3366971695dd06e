// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <memory>

namespace thetascope {

/// Real FFT of even or odd length n: the only door to FFTW.
///
/// forward:  S[f] = sum_{m<n} x[m] exp(-2 pi j m f / n),  f = 0..n/2               (unscaled)
/// backward: x[m] = Re Y[0] + (-1)^m Re Y[n/2] + 2 Re sum_{0<f<n/2} Y[f] exp(+2 pi j m f / n)   (unscaled; the middle term
///           for even n only; imaginary parts of Y[0] and Y[n/2] are ignored)
///
/// Each object owns its aligned buffers: fill input(), call, read output(); both calls destroy what they read. One object
/// per thread; objects may be made and destroyed on any thread (the planner is locked). Plans come from stored wisdom
/// (wisdom.h) or are estimated: same bits in every run on a machine. Real: double or float.
template <class Real>
class RealFft {
public:
    /// n >= 1. Throws std::invalid_argument or std::bad_alloc.
    explicit RealFft(int n);
    ~RealFft();
    RealFft(RealFft&&) noexcept;
    RealFft& operator=(RealFft&&) noexcept;

    int length() const;
    int bins() const; ///< n/2 + 1

    Real* samples();                ///< [n]: input of forward(), output of backward()
    std::complex<Real>* spectrum(); ///< [n/2+1]: output of forward(), input of backward()

    void forward();
    void backward();

private:
    struct Plans;
    std::unique_ptr<Plans> m_plans;
};

/// Complex FFT of length n, forward: Z[f] = sum_{m<n} z[m] exp(-2 pi j m f / n), unscaled, from its own aligned buffer into
/// another; otherwise as RealFft.
template <class Real>
class ComplexFft {
public:
    /// n >= 1.
    explicit ComplexFft(int n);
    ~ComplexFft();
    ComplexFft(ComplexFft&&) noexcept;
    ComplexFft& operator=(ComplexFft&&) noexcept;

    int length() const;
    std::complex<Real>* input();        ///< [n]
    const std::complex<Real>* output(); ///< [n+1]: the last is the first again, Z[n] = Z[0]
    void forward();

private:
    struct Plan;
    std::unique_ptr<Plan> m_plan;
};

extern template class ComplexFft<double>;
extern template class ComplexFft<float>;
extern template class RealFft<double>;
extern template class RealFft<float>;

} // namespace thetascope
