# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler and linker protections for every target; tests/app/hardening_test.cpp reads those back that a program shows. Not with
# sanitizers, which bring their own checks. Debian's compilers make position-independent programs by themselves.
option(THETASCOPE_HARDENING "Compile with the protections of hardening.cmake" ON)
set(THETASCOPE_HARDENED OFF)
if(NOT THETASCOPE_HARDENING OR THETASCOPE_SANITIZER)
    return()
endif()
set(THETASCOPE_HARDENED ON)

include(CheckCXXCompilerFlag)
foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "has${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
        add_compile_options(${flag})
    endif()
endforeach()
# Needs an optimising build; 3 also checks sizes that are known only when the program runs (glibc 2.34, g++ 12).
add_compile_options($<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=3>)
# Checked containers for everything but the core, whose inner loops index vectors: files, window and command line are where
# foreign bytes come in.
set(THETASCOPE_CHECKED_CONTAINERS _GLIBCXX_ASSERTIONS)
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
