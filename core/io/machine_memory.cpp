// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/machine_memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace thetascope {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double kibibyte = 1024;
/// Version 1 writes a number near 2^63 where there is no limit.
constexpr double noLimit = 1e18;

/// The number after a key, in a file of lines "KEY NUMBER" or "KEY: NUMBER kB".
std::optional<double> numberAfter(const std::string& path, const std::string& key) {
    std::ifstream stream(path);
    std::string word;
    while (stream >> word) {
        double number = 0;
        if (word == key && stream >> number) return number;
        stream.clear();
        stream.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::nullopt;
}

/// The only number of a file; infinite for "max", or if there is no such file.
double onlyNumber(const std::string& path) {
    std::ifstream stream(path);
    double number = 0;
    return stream >> number && number < noLimit ? number : unlimited;
}

/// A control group's limit and what is left of it. Files that the kernel has cached are given up when memory is short.
struct Group {
    double limit = unlimited, left = unlimited;
};

Group readGroup(const std::string& folder, const char* limitName, const char* usageName, const char* cacheKey) {
    Group group{onlyNumber(folder + limitName), unlimited};
    const double used = onlyNumber(folder + usageName);
    if (group.limit == unlimited || used == unlimited) return group;
    const double cached = numberAfter(folder + "/memory.stat", cacheKey).value_or(0);
    group.left = std::max(0.0, group.limit - std::max(0.0, used - cached));
    return group;
}

/// The path of this process's group below the root of its kind; empty: at the root itself, or unknown.
std::string groupPath(const std::string& root, const std::string& controller) {
    std::ifstream stream(root + "/proc/self/cgroup");
    for (std::string line; std::getline(stream, line);) {
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        if (line.substr(first + 1, second - first - 1) != controller) continue;
        const std::string path = line.substr(second + 1);
        return path == "/" ? std::string() : path;
    }
    return {};
}

/// The tightest of a group and all above it.
Group tightest(const std::string& base, std::string path, const char* limitName, const char* usageName, const char* cacheKey) {
    Group least;
    for (;;) {
        const Group group = readGroup(base + path, limitName, usageName, cacheKey);
        least.limit = std::min(least.limit, group.limit);
        least.left = std::min(least.left, group.left);
        if (path.empty()) return least;
        path.resize(std::min(path.rfind('/'), path.size()));
    }
}

Group controlGroups(const std::string& root) {
    const Group two = tightest(root + "/sys/fs/cgroup", groupPath(root, ""), "/memory.max", "/memory.current", "inactive_file");
    const Group one = tightest(root + "/sys/fs/cgroup/memory", groupPath(root, "memory"), "/memory.limit_in_bytes",
                               "/memory.usage_in_bytes", "total_inactive_file");
    return {std::min(one.limit, two.limit), std::min(one.left, two.left)};
}

/// What the limit on the address space leaves.
double addressSpaceLeft() {
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return unlimited;
    std::ifstream stream("/proc/self/statm");
    double pages = 0;
    stream >> pages;
    return std::max(0.0, static_cast<double>(limit.rlim_cur) - pages * static_cast<double>(sysconf(_SC_PAGESIZE)));
}

} // namespace

MachineMemory machineMemory(const std::string& root) {
    const std::string information = root + "/proc/meminfo";
    const double total = kibibyte * numberAfter(information, "MemTotal:").value_or(unlimited);
    const double available = kibibyte * numberAfter(information, "MemAvailable:").value_or(unlimited);
    const Group group = controlGroups(root);
    return {std::min(total, group.limit), std::min({available, group.left, addressSpaceLeft()})};
}

double residentBytes() {
    std::ifstream stream("/proc/self/statm");
    double whole = 0, resident = 0;
    return stream >> whole >> resident ? resident * static_cast<double>(sysconf(_SC_PAGESIZE)) : 0;
}

} // namespace thetascope
