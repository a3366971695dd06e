// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/sound_export.h"

#include "core/inverse/inverse.h"
#include "core/io/audio_file.h"

#include <cmath>
#include <cstdio>
#include <vector>

namespace thetascope {
namespace {

std::string inWords(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string outcome(const std::string& path, const Signal& signal, const Reconstruction& result) {
    std::string sentence = "The sound is in " + path;
    const auto error = signalToErrorDb(signal.samples, result.samples);
    if (error && std::isfinite(*error)) sentence += ", " + inWords("%.0f dB", *error) + " signal to error";
    double silent = 0;
    for (const Stretch& stretch : result.uncovered) silent += (stretch.end - stretch.begin) / signal.sampleRate;
    if (silent > 0) sentence += "; " + inWords("%.3g s", silent) + " are in no window and silent";
    if (!result.exact && !result.solver.converged) sentence += "; the iteration had not converged";
    return sentence;
}

} // namespace

Result<std::string> writeSoundOf(const std::string& path, const Signal& signal, const ResultData& data, const std::string& comment,
                                 const std::stop_token& stop) {
    const SpectrumOrigin origin{data.spectrogram->tiling, makeTaper(data.settings.window), data.settings.normalise,
                                signal.length(), Precision::doublePrecision};
    SolverLimits limits;
    limits.stopRequested = [&stop] { return stop.stop_requested(); };
    ThreadPool pool(data.settings.threads);
    const Reconstruction result = reconstruct(*data.spectrum, origin, limits, pool);
    if (stop.stop_requested()) return Error{ErrorKind::interrupted, path + ": the sound was given up"};
    const std::vector<float> samples(result.samples.begin(), result.samples.end());
    if (Status status = writeWav(path, samples, 1, signal.sampleRate, comment); !status) return status.error();
    return outcome(path, signal, result);
}

} // namespace thetascope
