// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/child_process.h"

#include "tests/support/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace thetascope::testing {
namespace {

constexpr double kibibyte = 1024;

[[noreturn]] void become(const std::vector<QByteArray>& words, const QByteArray& errPath) {
    std::vector<char*> argv;
    for (const QByteArray& word : words) argv.push_back(const_cast<char*>(word.constData())); // execv() doesn't change them
    argv.push_back(nullptr);
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) ::unsetenv(name);
    ::setenv("XDG_STATE_HOME", "/nonexistent", 1); // no log
    if (std::freopen(errPath.constData(), "w", stderr) == nullptr || std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(127);
    ::execv(argv[0], argv.data());
    ::_exit(127);
}

} // namespace

Measured measureProgram(const QStringList& arguments, const QString& limits) {
    const QTemporaryDir folder;
    const QByteArray errPath = folder.filePath(QStringLiteral("err")).toUtf8();
    std::vector<QByteArray> words;
    if (!limits.isEmpty()) {
        const QString script = QStringLiteral("ulimit %1; exec \"$0\" \"$@\"").arg(limits);
        words = {"/bin/bash", "-c", script.toUtf8()};
    }
    words.push_back(programPath().toUtf8());
    for (const QString& argument : arguments) words.push_back(argument.toUtf8());
    const pid_t child = ::fork();
    if (child == 0) become(words, errPath);
    Measured measured;
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child) return measured;
    if (WIFEXITED(status)) measured.code = WEXITSTATUS(status);
    measured.peakBytes = kibibyte * static_cast<double>(usage.ru_maxrss);
    QFile err(QString::fromUtf8(errPath));
    if (err.open(QIODevice::ReadOnly)) measured.err = QString::fromUtf8(err.readAll());
    return measured;
}

} // namespace thetascope::testing
