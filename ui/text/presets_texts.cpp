// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of resources/presets.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "The paper's objective on a smooth map of about 260 Hz x 17 ms: least entropy of the "
                              "whole picture. Three times quicker than sharpen, and less sure of clicks beside "
                              "loud tones and of faint partials."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper: one window length per bin."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper, for demo:three-components: one window length for the "
                              "whole picture."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper: one window length per cell, regularised (Eq. 23)."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper: one window length per cell."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper: one window length per frame, regularised (Eq. 23)."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.1 of the paper: one window length per frame."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.2 of the paper, for demo:shocks, in the direction in which kurtosis "
                              "and coverage both improve."),
    QT_TRANSLATE_NOOP("Core", "Experiment C.1.2 of the paper, for demo:shocks: every frame's position and window "
                              "length, for kurtosis and coverage."),
    QT_TRANSLATE_NOOP("Core", "The authors' tutorial, for demo:two-tones: one window length per bin."),
    QT_TRANSLATE_NOOP("Core", "The authors' tutorial, for demo:two-tones: one window length."),
    QT_TRANSLATE_NOOP("Core", "The authors' tutorial, for demo:two-tones: one window length per cell."),
    QT_TRANSLATE_NOOP("Core", "The authors' tutorial, for demo:two-tones: one window length per frame."),
    QT_TRANSLATE_NOOP("Core", "The default, for any recording: the energy about every place as concentrated as it "
                              "gets, beginning with the best of a few windows there; window lengths on a smooth "
                              "map of about 65 Hz x 17 ms, none shorter than two hops."),
    QT_TRANSLATE_NOOP("Core", "Voices: harmonics as lines and plosives as columns, on a smooth map of about 65 Hz "
                              "x 17 ms; windows down to 64 samples."),
    QT_TRANSLATE_NOOP("Core", "Steady tones told apart: one window length per bin, as in a constant-Q transform "
                              "but learned, for long supports."),
    QT_TRANSLATE_NOOP("Core", "Attacks in sharp focus: one window length per frame, from short at each attack to "
                              "long in between."),
};

} // namespace

std::span<const char* const> presets() { return list; }

} // namespace thetascope::texts
