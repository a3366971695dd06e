// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/pictures.h"

#include "core/run/descent.h"

namespace thetascope {
namespace {

/// The settings of the classical STFT that goes with an analysis: same support, hop, taper and length.
ResolvedSettings classicalSettings(const Settings& settings, const Signal& signal) {
    Settings classical = settings;
    classical.thetaMode = ThetaMode::shared;
    classical.positionMode = PositionMode::fixed;
    classical.thetaStart = ThetaStart::constant; // its window is the one that is drawn, not one that a descent would choose
    return resolve(classical, signal.length(), signal.sampleRate);
}

/// The same magnitudes under another tiling that stands for the same windows.
std::shared_ptr<const Spectrogram> withTiling(const Spectrogram& spectrogram, Tiling tiling) {
    auto copy = std::make_shared<Spectrogram>(spectrogram);
    copy->tiling = std::move(tiling);
    return copy;
}

} // namespace

Result<StartPictures> makeStartPictures(const AudioClip& clip, const Settings& settings, const InitialArrays& arrays) {
    Result<std::shared_ptr<const Signal>> cut =
        extractSignal(clip, settings.channel, settings.startSeconds, settings.endSeconds);
    if (!cut) return cut.error();
    StartPictures pictures;
    pictures.signal = *cut;
    const Signal& signal = *pictures.signal;
    pictures.resolved = resolveWith(settings, arrays, signal.length(), signal.sampleRate);
    const ResolvedSettings classical = classicalSettings(settings, signal);
    pictures.classicalResolved = classical;
    pictures.classical = transformAt(pictures.signal, classical, initialTiling(classical));
    Tiling start = startingTiling(pictures.resolved, arrays);
    pictures.start = arrays.theta || arrays.positions ? transformAt(pictures.signal, pictures.resolved, start)
                                                      : withTiling(*pictures.classical, std::move(start));
    return pictures;
}

} // namespace thetascope
