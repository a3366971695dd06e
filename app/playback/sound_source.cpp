// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/sound_source.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace thetascope {

SoundSource::SoundSource(Sound sound, QObject* parent)
    : QIODevice(parent), m_sound(std::move(sound)), m_end(m_sound.length) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void SoundSource::setLoop(bool on) {
    m_loop = on;
    if (m_sound.length < 1) return;
    const qint64 passes = std::max<qint64>(1, (m_given + m_sound.length - 1) / m_sound.length);
    m_end = passes * m_sound.length;
}

double SoundSource::secondsAfter(qint64 frames) const {
    if (m_sound.length < 1) return m_sound.startSeconds;
    const qint64 heard = m_loop ? frames : std::min(frames, m_end);
    const bool atEnd = !m_loop && heard == m_end;
    const qint64 within = atEnd ? m_sound.length : heard % m_sound.length;
    return m_sound.startSeconds + static_cast<double>(within) / m_sound.sampleRate;
}

qint64 SoundSource::bytesAvailable() const {
    const qint64 frames = m_loop ? m_sound.length : m_end - m_given;
    return frames * frameBytes + QIODevice::bytesAvailable();
}

qint64 SoundSource::readData(char* data, qint64 mostBytes) {
    qint64 wanted = mostBytes / frameBytes, written = 0;
    std::vector<float> mono;
    while (wanted > 0 && m_sound.length > 0 && (m_loop || m_given < m_end)) {
        const qint64 first = m_given % m_sound.length;
        const qint64 count = std::min(wanted, m_sound.length - first);
        mono.resize(static_cast<std::size_t>(count));
        m_sound.read(first, mono);
        for (const float sample : mono) {
            for (int channel = 0; channel < channels; ++channel, written += static_cast<qint64>(sizeof sample))
                std::memcpy(data + written, &sample, sizeof sample);
        }
        m_given += count;
        wanted -= count;
        m_end = std::max(m_end, m_given);
    }
    return written;
}

} // namespace thetascope
