// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/partial_files.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace thetascope {
namespace {

constexpr std::string_view marker = ".partial-";
constexpr mode_t everyoneSubjectToUmask = 0666;
constexpr std::size_t bootDigits = 8;
const std::string unknownBoot(bootDigits, '0');
constexpr time_t secondsPerDay = 24 * 60 * 60;
constexpr long mostDescriptors = 4096;

/// Not by a stream, which takes memory that has run out for the end of the file: this answer stays for the whole process.
std::string readBootDigits() {
    std::array<char, bootDigits> id{};
    const int descriptor = ::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return unknownBoot;
    const ssize_t count = ::read(descriptor, id.data(), id.size());
    ::close(descriptor);
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const bool whole = count == static_cast<ssize_t>(id.size()) && std::ranges::all_of(id, isDigit);
    return whole ? std::string(id.data(), id.size()) : unknownBoot;
}

const std::string& thisBoot() {
    static const std::string digits = readBootDigits();
    return digits;
}

/// Whether every process that may write a file of that name now is one of this machine.
bool writtenHere(std::string_view boot) { return boot == thisBoot() && boot != unknownBoot; }

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A partial file's name taken apart.
struct PartialName {
    bool valid = false;
    std::string_view of, boot, process; ///< the name it is to have; the boot and the process that it was written in
};

PartialName takeApart(std::string_view name) {
    const std::size_t at = name.rfind(marker);
    if (at == std::string_view::npos) return {};
    std::array<std::string_view, 3> parts; // from the end: count, process, boot
    std::string_view rest = name.substr(at + marker.size());
    for (std::string_view& part : parts) {
        const std::size_t dash = rest.rfind('-');
        part = dash == std::string_view::npos ? rest : rest.substr(dash + 1);
        rest = dash == std::string_view::npos ? std::string_view() : rest.substr(0, dash);
    }
    const bool boot = parts[2].size() == bootDigits;
    return {rest.empty() && boot && isNumber(parts[0]) && isNumber(parts[1]), name.substr(0, at), parts[2], parts[1]};
}

enum class Owner { none, alive, unknown };

Owner ownerByLock(int descriptor) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return Owner::none;
    return errno == EWOULDBLOCK ? Owner::alive : Owner::unknown; // some network file systems have no locks
}

bool abandonedForADay(const struct stat& file, const std::string& folder) {
    struct stat around {};
    return ::stat(folder.c_str(), &around) == 0 && around.st_mtime - file.st_mtime > secondsPerDay;
}

/// Removes one partial file if it is nobody's.
bool removeLeft(const std::string& folder, const std::string& name, bool here) {
    const std::string path = folder + "/" + name;
    const int descriptor = ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return false;
    struct stat file {};
    bool removed = false;
    if (::fstat(descriptor, &file) == 0 && S_ISREG(file.st_mode)) {
        const Owner owner = ownerByLock(descriptor);
        const bool left = owner == Owner::none && here;
        removed = (left || (owner != Owner::alive && abandonedForADay(file, folder))) && ::unlink(path.c_str()) == 0;
    }
    ::close(descriptor); // and with it the lock: a writer that made the file just now sees that it is gone
    return removed;
}

/// Locks a file made just now; false if a sweep was faster.
bool takeOwnership(int descriptor) {
    if (ownerByLock(descriptor) == Owner::alive) return false;
    struct stat file {};
    return ::fstat(descriptor, &file) != 0 || file.st_nlink > 0;
}

} // namespace

std::string partialName(const std::string& path) {
    static std::atomic<unsigned> counter{0};
    return path + std::string(marker) + thisBoot() + "-" + std::to_string(getpid()) + "-" + std::to_string(counter++);
}

int createPartial(const std::string& name) {
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, everyoneSubjectToUmask);
    if (descriptor < 0 || takeOwnership(descriptor)) return descriptor;
    ::unlink(name.c_str()); // a sweep from elsewhere held it: ours by its name, whether it is still there or not
    ::close(descriptor);
    errno = EEXIST;
    return -1;
}

int sweepPartials(const std::string& folder, const std::string& of) {
    int removed = 0;
    const std::string place = folder.empty() ? "." : folder;
    // Not std::filesystem's iterator, which is noexcept and asks for memory. A folder that can't be listed is left as it is:
    // writing into it says why.
    const std::unique_ptr<DIR, int (*)(DIR*)> listing(::opendir(place.c_str()), [](DIR* open) { return ::closedir(open); });
    while (const dirent* const entry = listing ? ::readdir(listing.get()) : nullptr) {
        const std::string name = entry->d_name;
        const PartialName parts = takeApart(name);
        if (parts.valid && (of.empty() || parts.of == of))
            removed += removeLeft(place, name, writtenHere(parts.boot)) ? 1 : 0;
    }
    return removed;
}

void removeOpenPartials() noexcept {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), getpid()).ptr;
    const std::string_view self(digits.data(), static_cast<std::size_t>(end - digits.data()));
    // By number, not by listing /proc/self/fd: opendir() asks for memory.
    const long descriptors = std::min(::sysconf(_SC_OPEN_MAX), mostDescriptors);
    for (long descriptor = 0; descriptor < descriptors; ++descriptor) {
        std::array<char, 32> link{"/proc/self/fd/"};
        *std::to_chars(link.data() + std::strlen(link.data()), link.data() + link.size() - 1, descriptor).ptr = '\0';
        std::array<char, PATH_MAX> path;
        const ssize_t length = ::readlink(link.data(), path.data(), path.size() - 1);
        if (length <= 0) continue;
        path[static_cast<std::size_t>(length)] = '\0';
        const PartialName parts = takeApart(std::string_view(path.data(), static_cast<std::size_t>(length)));
        if (parts.valid && parts.process == self) ::unlink(path.data());
    }
}

} // namespace thetascope
