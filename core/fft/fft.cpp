// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fft/fft.h"

#include "core/base/aligned.h"
#include "core/fft/bare_transform.h"
#include "core/fft/wisdom.h"

#include <fftw3.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <new>
#include <stdexcept>

namespace thetascope {

namespace {

/// FFTW's planner is not thread-safe; execution is.
std::mutex& plannerLock() {
    static std::mutex lock;
    return lock;
}

/// Whole lines of the cache, beginning on one: more than FFTW's vectors ask for, what the kernels that fill them want.
template <class Real>
Real* allocateLines(std::size_t n) {
    const std::size_t lines = (n * sizeof(Real) + cacheLine - 1) / cacheLine;
    return static_cast<Real*>(std::aligned_alloc(cacheLine, lines * cacheLine));
}

/// The two precisions of FFTW under one set of names.
template <class Real>
struct Fftw;

template <>
struct Fftw<double> {
    using Plan = fftw_plan;
    using Complex = fftw_complex;
    static double* allocate(std::size_t n) { return allocateLines<double>(n); }
    static void release(void* p) { std::free(p); }
    static Plan forward(int n, double* x, Complex* s, unsigned flags) { return fftw_plan_dft_r2c_1d(n, x, s, flags); }
    static Plan backward(int n, Complex* s, double* x, unsigned flags) { return fftw_plan_dft_c2r_1d(n, s, x, flags); }
    static Plan complexForward(int n, Complex* in, Complex* out, unsigned flags) {
        return fftw_plan_dft_1d(n, in, out, FFTW_FORWARD, flags);
    }
    static bool learn() { return fftw_import_wisdom_from_string(doubleWisdom) != 0; }
    static void execute(Plan p) { fftw_execute(p); }
    static void destroy(Plan p) { fftw_destroy_plan(p); }
};

template <>
struct Fftw<float> {
    using Plan = fftwf_plan;
    using Complex = fftwf_complex;
    static float* allocate(std::size_t n) { return allocateLines<float>(n); }
    static void release(void* p) { std::free(p); }
    static Plan forward(int n, float* x, Complex* s, unsigned flags) { return fftwf_plan_dft_r2c_1d(n, x, s, flags); }
    static Plan backward(int n, Complex* s, float* x, unsigned flags) { return fftwf_plan_dft_c2r_1d(n, s, x, flags); }
    static Plan complexForward(int n, Complex* in, Complex* out, unsigned flags) {
        return fftwf_plan_dft_1d(n, in, out, FFTW_FORWARD, flags);
    }
    static bool learn() { return fftwf_import_wisdom_from_string(floatWisdom) != 0; }
    static void execute(Plan p) { fftwf_execute(p); }
    static void destroy(Plan p) { fftwf_destroy_plan(p); }
};

/// Under the planner's lock.
template <class Real>
bool hasWisdom() {
    static const bool learned = Fftw<Real>::learn();
    return learned;
}

/// The plan that make(flags) gives for the stored wisdom; where there is none, an estimated one. Never one that is measured now:
/// its last bits would differ from process to process.
template <class Real, class Make>
typename Fftw<Real>::Plan planned(const Make& make) {
    const std::lock_guard lock(plannerLock());
    const auto plan = hasWisdom<Real>() ? make(FFTW_MEASURE | FFTW_WISDOM_ONLY) : nullptr;
    return plan != nullptr ? plan : make(FFTW_ESTIMATE);
}

} // namespace

template <class Real>
struct RealFft<Real>::Plans {
    using F = Fftw<Real>;

    explicit Plans(int length) : n(length), samples(F::allocate(n)), spectrum(F::allocate(2 * bins())) {
        if (samples == nullptr || spectrum == nullptr) {
            F::release(samples);
            F::release(spectrum);
            throw std::bad_alloc();
        }
        auto* cells = reinterpret_cast<typename F::Complex*>(spectrum);
        forward = planned<Real>([&](unsigned flags) { return F::forward(n, samples, cells, flags); });
        backward = planned<Real>([&](unsigned flags) { return F::backward(n, cells, samples, flags); });
    }
    ~Plans() {
        const std::lock_guard lock(plannerLock());
        F::destroy(forward);
        F::destroy(backward);
        F::release(samples);
        F::release(spectrum);
    }
    std::size_t bins() const { return static_cast<std::size_t>(n) / 2 + 1; }

    int n;
    Real *samples, *spectrum;
    typename F::Plan forward = nullptr, backward = nullptr;
};

template <class Real>
RealFft<Real>::RealFft(int n) {
    if (n < 1) throw std::invalid_argument("RealFft: length must be at least 1");
    m_plans = std::make_unique<Plans>(n);
}
template <class Real>
RealFft<Real>::~RealFft() = default;
template <class Real>
RealFft<Real>::RealFft(RealFft&&) noexcept = default;
template <class Real>
RealFft<Real>& RealFft<Real>::operator=(RealFft&&) noexcept = default;

template <class Real>
int RealFft<Real>::length() const {
    return m_plans->n;
}
template <class Real>
int RealFft<Real>::bins() const {
    return static_cast<int>(m_plans->bins());
}
template <class Real>
Real* RealFft<Real>::samples() {
    return m_plans->samples;
}
template <class Real>
std::complex<Real>* RealFft<Real>::spectrum() {
    return reinterpret_cast<std::complex<Real>*>(m_plans->spectrum);
}
template <class Real>
void RealFft<Real>::forward() {
    Fftw<Real>::execute(m_plans->forward);
}
template <class Real>
void RealFft<Real>::backward() {
    Fftw<Real>::execute(m_plans->backward);
}

template <class Real>
struct ComplexFft<Real>::Plan {
    using F = Fftw<Real>;

    explicit Plan(int length) : n(length), in(F::allocate(2 * size())), out(F::allocate(2 * size() + 2)) {
        if (in == nullptr || out == nullptr) {
            F::release(in);
            F::release(out);
            throw std::bad_alloc();
        }
        plan = planned<Real>([&](unsigned flags) {
            return F::complexForward(n, reinterpret_cast<typename F::Complex*>(in), reinterpret_cast<typename F::Complex*>(out), flags);
        });
    }
    ~Plan() {
        const std::lock_guard lock(plannerLock());
        F::destroy(plan);
        F::release(in);
        F::release(out);
    }
    std::size_t size() const { return static_cast<std::size_t>(n); }

    int n;
    Real *in, *out;
    typename F::Plan plan = nullptr;
};

template <class Real>
ComplexFft<Real>::ComplexFft(int n) {
    if (n < 1) throw std::invalid_argument("ComplexFft: length must be at least 1");
    m_plan = std::make_unique<Plan>(n);
}
template <class Real>
ComplexFft<Real>::~ComplexFft() = default;
template <class Real>
ComplexFft<Real>::ComplexFft(ComplexFft&&) noexcept = default;
template <class Real>
ComplexFft<Real>& ComplexFft<Real>::operator=(ComplexFft&&) noexcept = default;

template <class Real>
int ComplexFft<Real>::length() const {
    return m_plan->n;
}
template <class Real>
std::complex<Real>* ComplexFft<Real>::input() {
    return reinterpret_cast<std::complex<Real>*>(m_plan->in);
}
template <class Real>
const std::complex<Real>* ComplexFft<Real>::output() {
    return reinterpret_cast<const std::complex<Real>*>(m_plan->out);
}
template <class Real>
void ComplexFft<Real>::forward() {
    Fftw<Real>::execute(m_plan->plan);
    const auto end = 2 * m_plan->size();
    m_plan->out[end] = m_plan->out[0];
    m_plan->out[end + 1] = m_plan->out[1];
}

struct BareTransform::Plans {
    using F = Fftw<float>;
    explicit Plans(int n) : samples(F::allocate(size(n) + 2)), spectrum(F::allocate(size(n) + 2)) {
        if (samples == nullptr || spectrum == nullptr) {
            F::release(samples);
            F::release(spectrum);
            throw std::bad_alloc();
        }
        auto* cells = reinterpret_cast<F::Complex*>(spectrum);
        const std::lock_guard lock(plannerLock());
        forward = F::forward(n, samples, cells, FFTW_MEASURE);
        backward = F::backward(n, cells, samples, FFTW_MEASURE);
        std::fill(samples, samples + size(n) + 2, 0.0f); // measuring writes to them
        std::fill(spectrum, spectrum + size(n) + 2, 0.0f);
    }
    ~Plans() {
        const std::lock_guard lock(plannerLock());
        F::destroy(forward);
        F::destroy(backward);
        F::release(samples);
        F::release(spectrum);
    }
    static std::size_t size(int n) { return static_cast<std::size_t>(n); }

    float *samples, *spectrum;
    F::Plan forward = nullptr, backward = nullptr;
};

BareTransform::BareTransform(int n) {
    if (n < 1) throw std::invalid_argument("BareTransform: length must be at least 1");
    m_plans = std::make_unique<Plans>(n);
}
BareTransform::~BareTransform() = default;
void BareTransform::forward() {
    Fftw<float>::execute(m_plans->forward);
}
void BareTransform::backward() {
    Fftw<float>::execute(m_plans->backward);
}

template class ComplexFft<double>;
template class ComplexFft<float>;
template class RealFft<double>;
template class RealFft<float>;

} // namespace thetascope
