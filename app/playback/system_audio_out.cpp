// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/audio_out.h"

#include "app/playback/sound_source.h"

#include <QAudioFormat>
#include <QAudioSink>
#include <QCoreApplication>
#include <QMediaDevices>

namespace thetascope {
namespace {

/// What the device holds in advance: more than the window's thread, which feeds it, is ever held up.
constexpr qint64 bufferMicroseconds = 300'000;
constexpr double microsecondsPerSecond = 1e6;

QString sentence(const char* text) { return QCoreApplication::translate("AudioOut", text); }

/// QAudioSink alone: QMediaPlayer needs more of the system than may be there.
class SystemAudioOut : public AudioOut {
public:
    QString start(QIODevice& source, double sampleRate) override {
        stop();
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull())
            return sentence(QT_TRANSLATE_NOOP("AudioOut", "There is no sound device here, so nothing can be heard; "
                                                          "everything else works without one"));
        QAudioFormat format;
        format.setSampleRate(qRound(sampleRate));
        format.setChannelCount(SoundSource::channels);
        format.setSampleFormat(QAudioFormat::Float);
        if (!device.isFormatSupported(format))
            return sentence(QT_TRANSLATE_NOOP("AudioOut", "The sound device %1 doesn't play %2 Hz; choose another one in the system's settings"))
                .arg(device.description()).arg(sampleRate);
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(bufferMicroseconds));
        m_sink->start(&source);
        if (m_sink->error() == QAudio::NoError) return {};
        stop();
        return sentence(QT_TRANSLATE_NOOP("AudioOut", "The sound device %1 can't be opened; is another program holding it?"))
            .arg(device.description());
    }

    void stop() override {
        if (m_sink) m_sink->stop();
        m_sink.reset();
    }

    double playedSeconds() const override {
        return m_sink ? static_cast<double>(m_sink->processedUSecs()) / microsecondsPerSecond : 0;
    }

private:
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace

std::unique_ptr<AudioOut> systemAudioOut() { return std::make_unique<SystemAudioOut>(); }

} // namespace thetascope
