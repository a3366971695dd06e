// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program (LD_PRELOAD): notes in the file THETASCOPE_NETWORK_NOTES that it is there, and every socket of the internet and
// every look-up of a name that is asked for. Sockets within the machine (the desktop's) are none of its business.
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

void note(const char* line, int length) {
    const char* const path = std::getenv("THETASCOPE_NETWORK_NOTES");
    const int file = path == nullptr ? -1 : ::open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return;
    if (::write(file, line, static_cast<std::size_t>(length)) < 0) std::abort();
    ::close(file);
}

__attribute__((constructor)) void begin() {
    char line[64];
    note(line, std::snprintf(line, sizeof line, "watching %d\n", static_cast<int>(getpid())));
}

} // namespace

extern "C" {

int socket(int domain, int type, int protocol) {
    using Socket = int (*)(int, int, int);
    static const auto real = reinterpret_cast<Socket>(dlsym(RTLD_NEXT, "socket"));
    char line[64];
    if (domain == AF_INET || domain == AF_INET6) note(line, std::snprintf(line, sizeof line, "socket %d %d\n", domain, type));
    return real(domain, type, protocol);
}

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** found) {
    using Look = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto real = reinterpret_cast<Look>(dlsym(RTLD_NEXT, "getaddrinfo"));
    char line[256];
    note(line, std::snprintf(line, sizeof line, "name %.200s\n", node == nullptr ? "" : node));
    return real(node, service, hints, found);
}
}
