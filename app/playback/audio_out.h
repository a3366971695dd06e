// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>
#include <memory>

namespace thetascope {

/// A sound device, or what stands for one. Lives on the GUI thread.
class AudioOut {
public:
    virtual ~AudioOut() = default;

    /// Pulls from the source (interleaved float, SoundSource::channels channels) until stop(). Returns why it can't, as a
    /// sentence; empty if it plays.
    virtual QString start(QIODevice& source, double sampleRate) = 0;
    virtual void stop() = 0;
    /// What has been heard since start(), s.
    virtual double playedSeconds() const = 0;
};

/// The system's default device, looked for at every start; a build without Qt Multimedia has one that says so.
std::unique_ptr<AudioOut> systemAudioOut();

} // namespace thetascope
