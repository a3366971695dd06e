// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the terms, the tapers and the optimisers, and those of their formulas that hold words.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "How spread out the spectrogram is: small when few cells hold all of the magnitude."),
    QT_TRANSLATE_NOOP("Core", "Rényi entropy: like entropy, but the loudest cells count most; the rest of the map "
                              "hardly moves."),
    QT_TRANSLATE_NOOP("Core", "order α: the larger, the more the loudest cells decide"),
    QT_TRANSLATE_NOOP("Core", "2: distribution of the energy |S|²; 1: of the magnitude |S|"),
    QT_TRANSLATE_NOOP("Core", "Ratio of two norms: small when the spectrogram is sparse. It grows with the number "
                              "of cells."),
    QT_TRANSLATE_NOOP("Core", "exponent of the upper norm, the smaller of the two"),
    QT_TRANSLATE_NOOP("Core", "exponent of the lower norm, the larger of the two"),
    QT_TRANSLATE_NOOP("Core", "How peaked each frame's spectrum is, averaged over time; good is large, so give it "
                              "a negative weight (or a positive one with inverse=1)."),
    QT_TRANSLATE_NOOP("Core", "K = Σ λᵢ Kᵢ / Σ λᵢ,  Kᵢ = mean |S|⁴ / (mean |S|²)² over bins,  λᵢ the distance to "
                              "the neighbouring frames"),
    QT_TRANSLATE_NOOP("Core", "0: K, to be maximised; 1: 1000 / K, to be minimised; 2: the mean of 1000 / Kᵢ, to "
                              "be minimised"),
    QT_TRANSLATE_NOOP("Core", "1: λ as above; 2: λ without its own gradient; 0: every frame alike"),
    QT_TRANSLATE_NOOP("Core", "Share of the signal inside some window; good is large, so give it a negative weight."),
    QT_TRANSLATE_NOOP("Core", "How much the window length changes from cell to cell (total variation); keeps "
                              "neighbouring windows alike. Nothing to do for a shared window."),
    QT_TRANSLATE_NOOP("Core", "R = mean √((θ[i,f+1] − θ[i,f])² + (θ[i+1,f] − θ[i,f])² + ε)"),
    QT_TRANSLATE_NOOP("Core", "2: differences to the next cell in time and in frequency; 4: to those before as well"),
    QT_TRANSLATE_NOOP("Core", "0: differences of θ in samples; 1: of ln θ, relative changes"),
    QT_TRANSLATE_NOOP("Core", "Window lengths agree where the sound looks alike, and are free where it changes: "
                              "total variation over a neighbourhood, weighted by the likeness of patches of the "
                              "spectrogram at the start."),
    QT_TRANSLATE_NOOP("Core", "R = mean √(Σ γ (θ − θ′)² + ε),  γ = exp(−mean (L − L′)² / strength²) over 3×3 "
                              "patches, L = ln |S|"),
    QT_TRANSLATE_NOOP("Core", "cells to every side that are compared"),
    QT_TRANSLATE_NOOP("Core", "difference of level, in nepers (8.7 dB), at which likeness falls to 1/e"),
    QT_TRANSLATE_NOOP("Core", "Entropy patch by patch, averaged by a low power of the patches' energy: sharpens "
                              "quiet regions too, not only the loudest."),
    QT_TRANSLATE_NOOP("Core", "L = Σ w H / Σ w over patches,  H = −Σ p ln p,  p = |S| / Σ|S|,  w = (Σ|S|²)^power"),
    QT_TRANSLATE_NOOP("Core", "length of a patch"),
    QT_TRANSLATE_NOOP("Core", "height of a patch"),
    QT_TRANSLATE_NOOP("Core", "of a patch's energy: 0, all alike; 1, by energy"),
    QT_TRANSLATE_NOOP("Core", "How spread out the energy is about every cell, averaged by the energy there: each "
                              "place is measured by itself, so that a click beside a loud tone is sharpened as "
                              "well."),
    QT_TRANSLATE_NOOP("Core", "L = Σ w H / Σ w over cells,  H = ln(Σ p^α) / (1 − α) about the cell,  p = |S|² / "
                              "Σ|S|²,  w = (Σ|S|²)^power"),
    QT_TRANSLATE_NOOP("Core", "order α: the larger, the more the loudest cells about a cell decide"),
    QT_TRANSLATE_NOOP("Core", "frames to either side that belong to a cell's neighbourhood"),
    QT_TRANSLATE_NOOP("Core", "bins to either side that belong to it"),
    QT_TRANSLATE_NOOP("Core", "of a neighbourhood's energy: 0, all alike; 1, by energy"),
    QT_TRANSLATE_NOOP("Core", "raised cosine, smooth at its edges: the default"),
    QT_TRANSLATE_NOOP("Core", "Gaussian with σ = θ/6, brought continuously to zero at its edges"),
    QT_TRANSLATE_NOOP("Core", "Gaussian of the paper's Eq. (4), cut at 1.5σ where it is still 32 % of its peak: it "
                              "jumps, so its gradients mislead; for fidelity only"),
    QT_TRANSLATE_NOOP("Core", "raised cosine on a pedestal: low first side lobe, but it jumps by 8 % at its edges"),
    QT_TRANSLATE_NOOP("Core", "three-term cosine sum: low side lobes, wider main lobe"),
    QT_TRANSLATE_NOOP("Core", "four-term cosine sum: side lobes below -92 dB"),
    QT_TRANSLATE_NOOP("Core", "Bessel window with its pedestal removed: beta trades the width of the main lobe for "
                              "low side lobes"),
    QT_TRANSLATE_NOOP("Core", "0.5 is nearly a parabola, 8.6 near Blackman"),
    QT_TRANSLATE_NOOP("Core", "flat with raised-cosine flanks: 1 is Hann, near 0 a box"),
    QT_TRANSLATE_NOOP("Core", "w = 1, but (1 + cos(π(2|y|/θ − 1 + α)/α))/2 on the flanks"),
    QT_TRANSLATE_NOOP("Core", "share of the window in its two flanks"),
    QT_TRANSLATE_NOOP("Core", "half a period of a cosine: continuous, but its slope jumps at its edges"),
    QT_TRANSLATE_NOOP("Core", "Adam: every variable moves by about the step at first, less where its gradient "
                              "changes sign."),
    QT_TRANSLATE_NOOP("Core", "Gradient descent with momentum: the steepest variable moves by at most the step, "
                              "the others in proportion."),
    QT_TRANSLATE_NOOP("Core", "L-BFGS with a line search: learns the curvature and picks its own steps; some "
                              "evaluations per iteration, but far fewer iterations for a shared window or one per "
                              "frame."),
};

} // namespace

std::span<const char* const> terms() { return list; }

} // namespace thetascope::texts
