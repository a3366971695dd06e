// SPDX-License-Identifier: GPL-3.0-or-later
// Labels, sentences and choices of settingsFields(), as core/model/settings_table.cpp and settings_names.cpp have them.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "Channel"),
    QT_TRANSLATE_NOOP("Core", "The channel to analyse: a number from 1, or \"mix\", the mean of all."),
    QT_TRANSLATE_NOOP("Core", "Start"),
    QT_TRANSLATE_NOOP("Core", "Where the region to analyse begins; auto: the start of the file."),
    QT_TRANSLATE_NOOP("Core", "End"),
    QT_TRANSLATE_NOOP("Core", "Where the region to analyse ends; auto: the end of the file."),
    QT_TRANSLATE_NOOP("Core", "Support N"),
    QT_TRANSLATE_NOOP("Core", "Samples of the DFT, an even number: N/2+1 bins, bin k at k fs/N Hz, and no window "
                              "longer than N-1. Auto: the power of two nearest 93 ms."),
    QT_TRANSLATE_NOOP("Core", "Hop H"),
    QT_TRANSLATE_NOOP("Core", "Distance H from one frame to the next at the start, any positive real number: t_i = "
                              "t_0 + i H. Auto: N/16."),
    QT_TRANSLATE_NOOP("Core", "Frame layout"),
    QT_TRANSLATE_NOOP("Core", "Where the frames lie at the start."),
    QT_TRANSLATE_NOOP("Core", "Window"),
    QT_TRANSLATE_NOOP("Core", "The taper w(y; theta): its shape, stretched to each window length. The gradient "
                              "needs it to reach zero at its edges."),
    QT_TRANSLATE_NOOP("Core", "Normalise"),
    QT_TRANSLATE_NOOP("Core", "Scale of the sampled taper, differentiated through. It decides the result once "
                              "theta varies: without it theta buys gain; \"sum\" lets the objective darken quiet "
                              "regions and brighten loud ones; \"energy\", the paper's unit norm, measures "
                              "concentration as a person means it."),
    QT_TRANSLATE_NOOP("Core", "Window length varies"),
    QT_TRANSLATE_NOOP("Core", "The axes along which the window length theta varies."),
    QT_TRANSLATE_NOOP("Core", "Knots"),
    QT_TRANSLATE_NOOP("Core", "bins × frames"),
    QT_TRANSLATE_NOOP("Core", "Distance between knots, between which ln theta is a cubic spline: the map is "
                              "smooth, and cells share what they learn (a map given as a file starts from the "
                              "nearest such one). 1x1: every cell its own theta, as in the paper. Auto: 6 bins x "
                              "3N/16 samples."),
    QT_TRANSLATE_NOOP("Core", "Window length"),
    QT_TRANSLATE_NOOP("Core", "Window length theta at the start, the length of the taper from edge to edge, w(y) = "
                              "0 for |y| > theta/2: long windows part what is close in frequency (Hann: 2 fs/theta "
                              "Hz apart), short ones what is close in time. Auto: a descent begins as theta-start "
                              "says, everything else takes N/2."),
    QT_TRANSLATE_NOOP("Core", "Start from"),
    QT_TRANSLATE_NOOP("Core", "Where a descent begins when no window length is given: it finds the nearest minimum "
                              "from there, on sounds of several kinds at once a better one from a map that already "
                              "fits."),
    QT_TRANSLATE_NOOP("Core", "Shortest window"),
    QT_TRANSLATE_NOOP("Core", "Lower bound of theta. Auto: two hops, at most N/4, so that no sound falls between "
                              "windows; 4 where every cell has its own theta. Below 1 a window may hold no sample "
                              "at all: its magnitude is then 0."),
    QT_TRANSLATE_NOOP("Core", "Longest window"),
    QT_TRANSLATE_NOOP("Core", "Upper bound of theta, at most N-1 (Eq. 6). Auto: N-1."),
    QT_TRANSLATE_NOOP("Core", "Frame positions"),
    QT_TRANSLATE_NOOP("Core", "The positions that the descent may move."),
    QT_TRANSLATE_NOOP("Core", "Objective"),
    QT_TRANSLATE_NOOP("Core", "What the descent makes small: a weighted sum of terms, such as "
                              "entropy+0.01*smoothness. Entropy is -sum p ln p with p = |S| / sum |S|; "
                              "concentration is the same idea about every cell by itself, of the energy. Terms to "
                              "be made large take a negative weight."),
    QT_TRANSLATE_NOOP("Core", "Step"),
    QT_TRANSLATE_NOOP("Core", "Step size as a fraction of theta's own scale, |d ln theta| of one Adam step: the "
                              "same number works in every mode."),
    QT_TRANSLATE_NOOP("Core", "Several terms"),
    QT_TRANSLATE_NOOP("Core", "What a descent with several terms follows. The objective reported is the weighted "
                              "sum in either case."),
    QT_TRANSLATE_NOOP("Core", "Optimiser"),
    QT_TRANSLATE_NOOP("Core", "The rule that turns gradients into steps."),
    QT_TRANSLATE_NOOP("Core", "Schedule"),
    QT_TRANSLATE_NOOP("Core", "How the step changes from iteration to iteration; L-BFGS chooses its own steps."),
    QT_TRANSLATE_NOOP("Core", "Iterations"),
    QT_TRANSLATE_NOOP("Core", "At most this many steps; 0 only transforms at the start."),
    QT_TRANSLATE_NOOP("Core", "Stop"),
    QT_TRANSLATE_NOOP("Core", "Whether the descent may end before its last iteration."),
    QT_TRANSLATE_NOOP("Core", "Seed"),
    QT_TRANSLATE_NOOP("Core", "Every random choice follows from it: the same seed gives the same result."),
    QT_TRANSLATE_NOOP("Core", "Threads"),
    QT_TRANSLATE_NOOP("Core", "Worker threads, 0 for one per processor. Results do not depend on it."),
    QT_TRANSLATE_NOOP("Core", "Precision"),
    QT_TRANSLATE_NOOP("Core", "Arithmetic of the transform."),
    QT_TRANSLATE_NOOP("Core", "Engine"),
    QT_TRANSLATE_NOOP("Core", "What descends. Whatever it is, the reported results come from the exact engine."),
    QT_TRANSLATE_NOOP("Core", "one window length for the whole picture"),
    QT_TRANSLATE_NOOP("Core", "one window length per frame: short at attacks, long in between"),
    QT_TRANSLATE_NOOP("Core", "one window length per bin, as in a wavelet or constant-Q transform"),
    QT_TRANSLATE_NOOP("Core", "one window length per cell (frame, bin)"),
    QT_TRANSLATE_NOOP("Core", "frames stay where they are"),
    QT_TRANSLATE_NOOP("Core", "one hop, shared by all frames, is learned; their number stays"),
    QT_TRANSLATE_NOOP("Core", "every frame's distance from the one before is learned: t[i] = t[0] + H[1] + ... + "
                              "H[i]; frames keep their order"),
    QT_TRANSLATE_NOOP("Core", "every frame's position is learned"),
    QT_TRANSLATE_NOOP("Core", "the taper as it is: long windows gain level, so the objective prefers them for "
                              "their gain"),
    QT_TRANSLATE_NOOP("Core", "w / sum w: a steady tone keeps its height whatever the window length; used by the "
                              "paper's authors"),
    QT_TRANSLATE_NOOP("Core", "w / sqrt(sum w^2): noise keeps its level, tones gain from long windows and clicks "
                              "from short ones"),
    QT_TRANSLATE_NOOP("Core", "frames are centred at 0, H, 2H... up to the end; zeros beyond the edges"),
    QT_TRANSLATE_NOOP("Core", "supports begin at 0, H, 2H... and lie inside the signal, as in the paper"),
    QT_TRANSLATE_NOOP("Core", "64-bit arithmetic: about 1e-10 relative"),
    QT_TRANSLATE_NOOP("Core", "32-bit arithmetic: about 1e-6 relative, and faster"),
    QT_TRANSLATE_NOOP("Core", "stop when the objective no longer improves"),
    QT_TRANSLATE_NOOP("Core", "run all iterations"),
    QT_TRANSLATE_NOOP("Core", "the step shrinks to a third whenever the objective no longer improves"),
    QT_TRANSLATE_NOOP("Core", "the step stays as it is"),
    QT_TRANSLATE_NOOP("Core", "the step falls along half a cosine to nothing at the last iteration, and all are run"),
    QT_TRANSLATE_NOOP("Core", "follow the gradient of the weighted sum"),
    QT_TRANSLATE_NOOP("Core", "follow the direction in which every term improves, whatever their scales: of the "
                              "weights only the signs count"),
    QT_TRANSLATE_NOOP("Core", "the fastest engine that meets its accuracy"),
    QT_TRANSLATE_NOOP("Core", "the exact engine in two passes, the judge of the others: many times slower"),
    QT_TRANSLATE_NOOP("Core", "N/2 everywhere"),
    QT_TRANSLATE_NOOP("Core", "chosen place by place among window lengths an octave apart: the one whose "
                              "neighbourhood is most concentrated"),
    QT_TRANSLATE_NOOP("Core", "the best of 64, 128, ... 4096 for every entry of theta, one after the other, by the "
                              "objective itself; without knots (1x1), and then it may take minutes"),
    QT_TRANSLATE_NOOP("Core", "samples"),
};

} // namespace

std::span<const char* const> settings() { return list; }

} // namespace thetascope::texts
