// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <functional>
#include <span>

namespace thetascope {

/// A stretch of one channel of a recording, ready to be heard.
struct Sound {
    /// Fills `out` with the samples from `first` on, counted from the beginning of the stretch; called on the thread of the
    /// device that pulls, within the stretch only.
    std::function<void(qint64 first, std::span<float> out)> read;
    qint64 length = 0;       ///< samples
    double sampleRate = 0;   ///< Hz
    double startSeconds = 0; ///< of the stretch, within the recording
};

/// What a sound device pulls: interleaved float, every channel the same, once or over and over. Sequential; belongs to the
/// thread of the device that reads it.
class SoundSource : public QIODevice {
    Q_OBJECT

public:
    static constexpr int channels = 2;
    static constexpr qint64 frameBytes = channels * static_cast<qint64>(sizeof(float));

    explicit SoundSource(Sound sound, QObject* parent = nullptr);

    /// Whether the stretch begins again at its end. Off: what is being heard goes on to its end.
    void setLoop(bool on);

    /// Seconds within the recording of what is heard once `frames` frames have been played.
    double secondsAfter(qint64 frames) const;
    /// Whether everything has been heard by then; never while it loops.
    bool isOver(qint64 frames) const { return !m_loop && frames >= m_end; }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 mostBytes) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    Sound m_sound;
    qint64 m_given = 0; ///< frames
    qint64 m_end = 0;   ///< frames, of all passes; while it loops, of those begun
    bool m_loop = false;
};

} // namespace thetascope
