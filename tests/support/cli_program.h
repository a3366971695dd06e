// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <vector>

namespace thetascope::testing {

/// What a finished program left behind.
struct Outcome {
    int code = -1; ///< -1: it crashed or never ended
    QString out, err;
    QStringList errLines() const { return err.split('\n', Qt::SkipEmptyParts); }
};

/// This process's, without any display.
QProcessEnvironment headlessEnvironment();

/// Runs the built program headless and waits for its end.
Outcome runProgram(const QStringList& arguments);

/// Runs it as the shell would `PREFIX program arguments`, for the limits that a shell sets.
Outcome runUnderShell(const QString& prefix, const QStringList& arguments);

/// A quarter of a second at 8 kHz with something to sharpen: a tone and a click.
std::vector<float> toneAndClick();

/// A mono WAV file of 32-bit floats at 8 kHz; false if it could not be written.
bool writeMonoWav(const QString& path, const std::vector<float>& samples);

/// Two recordings of toneAndClick() that differ in one sample.
bool writeTwoSounds(const QString& one, const QString& other);

bool writeBytes(const QString& path, const QByteArray& bytes);
/// Empty if there is no such file.
QByteArray readBytes(const QString& path);

} // namespace thetascope::testing
