// SPDX-License-Identifier: GPL-3.0-or-later
// In builds without Qt Multimedia.
#include "app/playback/audio_out.h"

#include <QCoreApplication>

namespace thetascope {
namespace {

class NoAudioOut : public AudioOut {
public:
    QString start(QIODevice&, double) override {
        return QCoreApplication::translate("AudioOut", "This Thetascope was built without Qt Multimedia, so nothing can be heard; "
                                                       "install qt6-multimedia-dev and build it again");
    }
    void stop() override {}
    double playedSeconds() const override { return 0; }
};

} // namespace

std::unique_ptr<AudioOut> systemAudioOut() { return std::make_unique<NoAudioOut>(); }

} // namespace thetascope
