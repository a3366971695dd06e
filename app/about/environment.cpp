// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about/environment.h"

#include "app/session/memory_check.h"
#include "core/base/kernel_clone.h"
#include "core/base/thread_pool.h"
#include "core/fft/library.h"
#include "core/io/libraries.h"
#include "core/io/machine_memory.h"
#include "core/model/settings_fields.h"

#include <Eigen/Core>
#include <QString>
#include <QSysInfo>
#include <QtGlobal>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

namespace thetascope {
namespace {

std::string dotted(int major, int minor, int patch) {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string processorName() {
    std::ifstream stream("/proc/cpuinfo");
    for (std::string line; std::getline(stream, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
    }
    return QSysInfo::currentCpuArchitecture().toStdString();
}

/// What the kernels' clones ask for (core/base/clones.h).
std::string processorFeatures() {
    std::string features;
#if defined(__x86_64__)
    const auto add = [&features](bool has, const char* name) {
        if (has) features += (features.empty() ? "" : " ") + std::string(name);
    };
    add(__builtin_cpu_supports("sse4.2"), "sse4.2");
    add(__builtin_cpu_supports("avx"), "avx");
    add(__builtin_cpu_supports("avx2"), "avx2");
    add(__builtin_cpu_supports("fma"), "fma");
    add(__builtin_cpu_supports("avx512f"), "avx512f");
    add(__builtin_cpu_supports("avx512bw"), "avx512bw");
    add(__builtin_cpu_supports("avx512vl"), "avx512vl");
#endif
    return features.empty() ? "none that matter here" : features;
}

std::string buildText() {
#ifdef __clang__
    std::string text = __VERSION__; // with its name
#else
    std::string text = std::string("g++ ") + __VERSION__;
#endif
#ifdef NDEBUG
    text += ", release";
#else
    text += ", with assertions";
#endif
    return text;
}

std::string memoryText() {
    const MachineMemory memory = machineMemory();
    return bytesText(memory.physical) + " in all, " + bytesText(memory.available) + " free, at most " + bytesText(memoryLimit())
           + " to be used";
}

} // namespace

std::vector<std::pair<std::string, std::string>> environment() {
    return {{"Thetascope", THETASCOPE_VERSION},
            {"built by", buildText()},
            {"system", QSysInfo::prettyProductName().toStdString() + ", " + QSysInfo::kernelType().toStdString() + " "
                           + QSysInfo::kernelVersion().toStdString()},
            {"Qt", std::string(qVersion()) + " (built with " + QT_VERSION_STR + ")"},
            {"QCustomPlot", THETASCOPE_QCUSTOMPLOT},
            {"FFT", fftLibrary()},
            {"sound files", soundLibrary()},
            {"Eigen", dotted(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
            {"JSON", "nlohmann " + dotted(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
            {"zlib", zipLibraryVersion()},
            {"processor", processorName()},
            {"processor features", processorFeatures()},
            {"kernels", kernelClone()},
            {"threads", std::to_string(processorCount())},
            {"memory", memoryText()},
            {"engine by default", fieldText(*findField("engine"), Settings{})}};
}

std::string environmentText() {
    std::string text;
    for (const auto& [name, value] : environment()) text += name + ": " + value + "\n";
    return text;
}

std::string withoutPrivateNames(std::string text, const std::string& home, const std::vector<std::string>& names) {
    const auto replace = [&text](const std::string& what, const std::string& by) {
        if (what.empty() || what == "/") return;
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
            text.replace(at, what.size(), by);
    };
    const auto ending = [](const std::string& name) {
        const std::size_t dot = name.rfind('.');
        return "<file>" + (dot != std::string::npos && name.find('/', dot) == std::string::npos ? name.substr(dot) : "");
    };
    std::vector<std::string> longestFirst = names;
    std::ranges::sort(longestFirst, std::ranges::greater(), &std::string::size);
    for (const std::string& name : longestFirst) replace(name, ending(name));
    replace(home, "~");
    // Paths that are left: before a colon, as errors begin; in quotes; anywhere else up to a space.
    static const std::regex before(R"re((^|\n|: )(?:~|\.{1,2})?/[^\n:]*?(\.\w{1,12})?(?=:))re");
    static const std::regex quoted(R"re("[^"\n]*/[^"\n]*?(\.\w{1,12})?")re");
    static const std::regex bare(R"re((^|[\s"'(=,])(?:~|\.{1,2})?/[^\s:;,"']*?(\.\w{1,12})?(?=[\s:;,"']|$))re");
    text = std::regex_replace(text, before, "$1<file>$2");
    text = std::regex_replace(text, quoted, "\"<file>$1\"");
    return std::regex_replace(text, bare, "$1<file>$2");
}

} // namespace thetascope
