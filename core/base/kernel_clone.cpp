// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/kernel_clone.h"

#include "core/base/clones.h"

namespace thetascope {
namespace {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
// Chosen by the very rule that chooses the kernels.
__attribute__((target("default"))) const char* chosen() { return "baseline"; }
__attribute__((target("arch=x86-64-v3"))) const char* chosen() { return "x86-64-v3"; }
__attribute__((target("arch=x86-64-v4"))) const char* chosen() { return "x86-64-v4"; }
#else
const char* chosen() { return "baseline"; }
#endif

} // namespace

const char* kernelClone() { return chosen(); }

} // namespace thetascope
