// SPDX-License-Identifier: GPL-3.0-or-later
// Measures FFTW's plans patiently (minutes) and prints core/fft/wisdom.cpp: plan_wisdom > core/fft/wisdom.cpp
#include <fftw3.h>

#include <cstdio>
#include <memory>

namespace {

constexpr int smallest = 64, largest = 16384;

template <class Real, class Complex, class PlanComplex, class PlanForward, class PlanBackward>
void measureAll(PlanComplex complexForward, PlanForward forward, PlanBackward backward) {
    for (int n = smallest; n <= largest; n *= 2) {
        const std::size_t bytes = (2 * static_cast<std::size_t>(n) + 2) * sizeof(Real);
        const std::unique_ptr<void, void (*)(void*)> a(fftw_malloc(bytes), fftw_free), b(fftw_malloc(bytes), fftw_free);
        auto *real = static_cast<Real*>(a.get());
        auto *in = static_cast<Complex*>(a.get()), *out = static_cast<Complex*>(b.get());
        complexForward(n, in, out, FFTW_FORWARD, FFTW_PATIENT); // the plans are kept: FFTW remembers, and the program ends
        forward(n, real, out, FFTW_PATIENT);
        backward(n, out, real, FFTW_PATIENT);
    }
}

void print(const char* name, char* wisdom) {
    std::printf("const char* const %s = R\"wisdom(%s)wisdom\";\n\n", name, wisdom);
    fftw_free(wisdom);
}

} // namespace

int main() {
    measureAll<float, fftwf_complex>(fftwf_plan_dft_1d, fftwf_plan_dft_r2c_1d, fftwf_plan_dft_c2r_1d);
    measureAll<double, fftw_complex>(fftw_plan_dft_1d, fftw_plan_dft_r2c_1d, fftw_plan_dft_c2r_1d);
    std::puts("// SPDX-License-Identifier: GPL-3.0-or-later\n#include \"core/fft/wisdom.h\"\n\nnamespace thetascope {\n\n"
              "// Printed by tests/bench/plan_wisdom.cpp.\n");
    print("floatWisdom", fftwf_export_wisdom_to_string());
    print("doubleWisdom", fftw_export_wisdom_to_string());
    std::puts("} // namespace thetascope");
}
