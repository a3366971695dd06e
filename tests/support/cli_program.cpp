// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli_program.h"

#include "core/io/audio_file.h"
#include "tests/support/own_thread.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <cmath>
#include <numbers>

namespace thetascope::testing {
namespace {

constexpr int longestRunMs = 240'000;

/// Without a display, to its end.
Outcome run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessEnvironment(headlessEnvironment());
    process.start(program, arguments);
    process.closeWriteChannel();
    Outcome outcome;
    if (!process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
        outcome.err = QStringLiteral("did not end: ") + process.errorString();
        return outcome;
    }
    if (process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

} // namespace

QProcessEnvironment headlessEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    environment.insert("XDG_STATE_HOME", QDir::tempPath() + "/thetascope-tests"); // not into somebody's log
    return environment;
}

Outcome runProgram(const QStringList& arguments) {
    return onOwnThread([&arguments] { return run(programPath(), arguments); });
}

Outcome runUnderShell(const QString& prefix, const QStringList& arguments) {
    const QStringList words = QStringList{"-c", prefix + " \"$0\" \"$@\"", programPath()} + arguments;
    return onOwnThread([&words] { return run("bash", words); });
}

std::vector<float> toneAndClick() {
    std::vector<float> samples(2000);
    for (std::size_t n = 0; n < samples.size(); ++n)
        samples[n] = static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * 0.11 * static_cast<double>(n)));
    samples[1200] += 0.6F;
    return samples;
}

bool writeMonoWav(const QString& path, const std::vector<float>& samples) {
    constexpr double rate = 8000;
    return writeWav(path.toStdString(), samples, 1, rate).ok();
}

bool writeTwoSounds(const QString& one, const QString& other) {
    std::vector<float> samples = toneAndClick();
    if (!writeMonoWav(one, samples)) return false;
    samples[50] += 0.2F;
    return writeMonoWav(other, samples);
}

bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace thetascope::testing
