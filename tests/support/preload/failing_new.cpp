// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program (LD_PRELOAD): lets memory run out at a chosen moment. Counted, from the beginning of main(), are
// operator new of everybody and malloc of the program itself (Eigen's arrays); libraries in C get what they ask for.
//   THETASCOPE_FAIL_AT=n    the n-th fails, and with THETASCOPE_FAIL_FROM_BYTES=b all later ones of at least b bytes
//   THETASCOPE_COUNT_TO=F   how many there were, written to a file at the end of main()
// A program that knows of it may choose a moment anew, and whose threads are meant: failing_new.h.
#include "tests/support/failing_new.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <link.h>
#include <new>
#include <unistd.h>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

std::atomic<bool> counting{false};
std::atomic<long> count{0}, failAt{0};
std::atomic<std::size_t> failFromBytes{SIZE_MAX};
std::atomic<int> failingThreads{THETASCOPE_EVERY_THREAD};
std::uintptr_t programBegin = 0, programEnd = 0;

bool isProgram(const void* caller) {
    const auto address = reinterpret_cast<std::uintptr_t>(caller);
    return address >= programBegin && address < programEnd;
}

/// Whether this thread is one of those meant; the first of a process has its number. Of the others only what the program itself asks for:
/// parts of Qt are compiled without clean-up for exceptions, and one that passes through them leaves their locks held.
bool isMeant(const void* caller) {
    static thread_local const bool first = gettid() == getpid();
    const int threads = failingThreads.load(std::memory_order_relaxed);
    if (threads == THETASCOPE_EVERY_THREAD) return true;
    return threads == THETASCOPE_FIRST_THREAD ? first : !first && isProgram(caller);
}

bool fails(std::size_t bytes, const void* caller) {
    if (!counting.load(std::memory_order_relaxed) || !isMeant(caller)) return false;
    const long number = ++count, at = failAt;
    return at > 0 && (number == at || (number > at && bytes >= failFromBytes));
}

void* newBytes(std::size_t bytes, const void* caller) {
    void* const memory = fails(bytes, caller) ? nullptr : __libc_malloc(bytes == 0 ? 1 : bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

/// The first object is the program.
int findProgram(dl_phdr_info* info, std::size_t, void*) {
    for (int i = 0; i < info->dlpi_phnum; ++i)
        if (const auto& part = info->dlpi_phdr[i]; part.p_type == PT_LOAD && (part.p_flags & PF_X) != 0) {
            programBegin = info->dlpi_addr + part.p_vaddr;
            programEnd = programBegin + part.p_memsz;
        }
    return 1;
}

using Main = int (*)(int, char**, char**);
Main realMain = nullptr;

int countedMain(int argc, char** argv, char** environment) {
    dl_iterate_phdr(findProgram, nullptr);
    if (const char* const at = std::getenv("THETASCOPE_FAIL_AT")) failAt = std::atol(at);
    if (const char* const bytes = std::getenv("THETASCOPE_FAIL_FROM_BYTES")) failFromBytes = std::strtoul(bytes, nullptr, 10);
    counting = true;
    const int code = realMain(argc, argv, environment);
    counting = false;
    if (const char* const path = std::getenv("THETASCOPE_COUNT_TO"))
        if (std::FILE* const file = std::fopen(path, "w")) {
            std::fprintf(file, "%ld\n", count.load());
            std::fclose(file);
        }
    return code;
}

} // namespace

extern "C" {

void thetascope_fail(long at, std::size_t fromBytes, int threads) {
    failAt = 0;
    failingThreads = threads;
    failFromBytes = fromBytes == 0 ? SIZE_MAX : fromBytes;
    count = 0;
    failAt = at;
}

long thetascope_counted() { return count; }

int __libc_start_main(Main main, int argc, char** argv, void (*init)(), void (*fini)(), void (*rtld)(), void* stackEnd) {
    using Start = int (*)(Main, int, char**, void (*)(), void (*)(), void (*)(), void*);
    realMain = main;
    const auto start = reinterpret_cast<Start>(dlsym(RTLD_NEXT, "__libc_start_main"));
    return start(countedMain, argc, argv, init, fini, rtld, stackEnd);
}

void* malloc(std::size_t bytes) {
    const void* const caller = __builtin_return_address(0);
    return isProgram(caller) && fails(bytes, caller) ? nullptr : __libc_malloc(bytes);
}

void* realloc(void* memory, std::size_t bytes) {
    const void* const caller = __builtin_return_address(0);
    return isProgram(caller) && fails(bytes, caller) ? nullptr : __libc_realloc(memory, bytes);
}
}

void* operator new(std::size_t bytes) { return newBytes(bytes, __builtin_return_address(0)); }
void* operator new[](std::size_t bytes) { return newBytes(bytes, __builtin_return_address(0)); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    void* const memory =
        fails(bytes, __builtin_return_address(0)) ? nullptr : __libc_memalign(static_cast<std::size_t>(alignment), bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
