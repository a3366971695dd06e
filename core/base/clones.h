// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a hot function on plain pointers to be compiled for several instruction sets, the best one chosen when the program
/// starts. The baseline runs on any x86-64; other processors get the baseline only. Off under ThreadSanitizer, whose
/// runtime is not ready when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
#define THETASCOPE_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define THETASCOPE_CLONES
#endif

/// Bodies shared by the clones of several precisions must dissolve into them.
#define THETASCOPE_INLINE [[gnu::always_inline]] inline
