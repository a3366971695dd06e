// SPDX-License-Identifier: GPL-3.0-or-later
// How a descent or a training ended, and what it takes.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "plateau: %1 iterations under %2"),
    QT_TRANSLATE_NOOP("Core", "plateau: %1 iterations under %2 at the smallest step"),
    QT_TRANSLATE_NOOP("Core", "converged: nothing lower is found after %1 evaluations"),
    QT_TRANSLATE_NOOP("Core", "all %1 iterations done"),
    QT_TRANSLATE_NOOP("Core", "the one iteration done"),
    QT_TRANSLATE_NOOP("Core", "stopped after %1 iterations"),
    QT_TRANSLATE_NOOP("Core", "stopped after 1 iteration"),
    QT_TRANSLATE_NOOP("Core", "stopped before the first iteration"),
    QT_TRANSLATE_NOOP("Core", "nothing iterated"),
    QT_TRANSLATE_NOOP("Core", "the window at the lower bound"),
    QT_TRANSLATE_NOOP("Core", "the window at the upper bound"),
    QT_TRANSLATE_NOOP("Core", "%1 of %2 windows at the lower bound"),
    QT_TRANSLATE_NOOP("Core", "%1 of %2 windows at the upper bound"),
    QT_TRANSLATE_NOOP("Core", "objective down %1 to %2 at iteration %3"),
    QT_TRANSLATE_NOOP("Core", "objective up %1 to %2 at iteration %3"),
    QT_TRANSLATE_NOOP("Core", "out of memory at iteration %1"),
    QT_TRANSLATE_NOOP("Core", "out of memory"),
    QT_TRANSLATE_NOOP("Core", "out of memory: analyse a shorter region, a coarser hop or a smaller support"),
    QT_TRANSLATE_NOOP("Core", "abandoned"),
    QT_TRANSLATE_NOOP("Core", "saved while it went on"),
    QT_TRANSLATE_NOOP("Core", "the term %1 is not finite at iteration %2"),
    QT_TRANSLATE_NOOP("Core", "the objective is not finite at iteration %1"),
    QT_TRANSLATE_NOOP("Core", "the gradient of %1 is not finite at iteration %2"),
    QT_TRANSLATE_NOOP("Core", "the hop"),
    QT_TRANSLATE_NOOP("Core", "the hop before frame %1"),
    QT_TRANSLATE_NOOP("Core", "the position of frame %1"),
    QT_TRANSLATE_NOOP("Core", "theta"),
    QT_TRANSLATE_NOOP("Core", "theta of frame %1"),
    QT_TRANSLATE_NOOP("Core", "theta of frame knot %1"),
    QT_TRANSLATE_NOOP("Core", "theta of bin %1"),
    QT_TRANSLATE_NOOP("Core", "theta of bin knot %1"),
    QT_TRANSLATE_NOOP("Core", "theta of frame %1, bin %2"),
    QT_TRANSLATE_NOOP("Core", "theta of frame knot %1, bin knot %2"),
    QT_TRANSLATE_NOOP("Core", "the whole recording, %1 s"),
    QT_TRANSLATE_NOOP("Core", "%1 s, as set"),
    QT_TRANSLATE_NOOP("Core", "%1 s, what is in view"),
    QT_TRANSLATE_NOOP("Core", "%1 s, the middle %2 s of what is in view"),
    QT_TRANSLATE_NOOP("Core", "%1 × %2 cells, %3, at most %4"),
    QT_TRANSLATE_NOOP("Core", "the result was learned at %1 Hz, but here are %2 Hz, where as many samples last "
                              "otherwise; resample the recording"),
    QT_TRANSLATE_NOOP("Core", "the result holds window lengths of %1 frames, but here are %2; choose a region of "
                              "%3 s, or a result whose windows are shared or vary over frequency alone"),
    QT_TRANSLATE_NOOP("Core", "the result holds positions of %1 frames, but here are %2; choose a region of %3 s, "
                              "or a result whose windows are shared or vary over frequency alone"),
    QT_TRANSLATE_NOOP("Core", "the measurement was given up"),
    QT_TRANSLATE_NOOP("Core", "the comparison was given up"),
    QT_TRANSLATE_NOOP("Core", "the grid search was given up"),
    QT_TRANSLATE_NOOP("Core", "the gradient check was given up"),
    QT_TRANSLATE_NOOP("Core", "all %1 epochs done"),
    QT_TRANSLATE_NOOP("Core", "all 1 epoch done"),
    QT_TRANSLATE_NOOP("Core", "no better validation loss for %1 epochs, after %2 epochs"),
    QT_TRANSLATE_NOOP("Core", "no better validation loss for 1 epochs, after %1 epochs"),
    QT_TRANSLATE_NOOP("Core", "stopped after %1 epochs"),
    QT_TRANSLATE_NOOP("Core", "stopped after 1 epoch"),
    QT_TRANSLATE_NOOP("Core", "a loss or weight stopped being a number in epoch %1; choose smaller rates"),
    QT_TRANSLATE_NOOP("Core", "out of memory: use shorter clips, a longer hop or fewer recordings"),
    QT_TRANSLATE_NOOP("Core", "out of memory after %1 epochs; shorter clips, a longer hop or fewer recordings take less"),
    QT_TRANSLATE_NOOP("Core", "out of memory after 1 epoch; shorter clips, a longer hop or fewer recordings take less"),
    QT_TRANSLATE_NOOP("Core", "nothing is left for training; add recordings, or change test-share and validation-share"),
    QT_TRANSLATE_NOOP("Core", "nothing is left for validation; add recordings, or change test-share and "
                              "validation-share"),
    QT_TRANSLATE_NOOP("Core", "nothing is left for the test; add recordings, or change test-share and validation-share"),
    QT_TRANSLATE_NOOP("Core", "no recording of \"%1\" is left for training; add recordings, or change test-share and "
                              "validation-share"),
    QT_TRANSLATE_NOOP("Core", "%1 % of the signal lies in no window (%2 % at the start) and can't be "
                              "reconstructed; raise theta-min, or add -1*coverage to the objective"),
};

} // namespace

std::span<const char* const> runs() { return list; }

} // namespace thetascope::texts
