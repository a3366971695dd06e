// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audio_out.h"
#include "app/playback/sound_source.h"

#include <vector>

namespace thetascope::testing {

/// A device that plays exactly when and what it is told to.
class FakeOut : public AudioOut {
public:
    struct State {
        QIODevice* source = nullptr;
        qint64 played = 0; ///< frames
        std::vector<float> heard;
        double rate = 0;

        void play(qint64 frames) {
            const QByteArray bytes = source->read(frames * SoundSource::frameBytes);
            const auto* const samples = reinterpret_cast<const float*>(bytes.constData());
            for (qint64 i = 0; i < bytes.size() / SoundSource::frameBytes; ++i)
                heard.push_back(samples[i * SoundSource::channels]);
            played += frames;
        }
    };
    explicit FakeOut(State& state) : m_state(state) {}
    QString start(QIODevice& source, double sampleRate) override {
        m_state = {&source, 0, {}, sampleRate};
        return {};
    }
    void stop() override { m_state.source = nullptr; }
    double playedSeconds() const override { return static_cast<double>(m_state.played) / m_state.rate; }

private:
    State& m_state;
};

} // namespace thetascope::testing
