// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a setting or an expression.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "must be a number"),
    QT_TRANSLATE_NOOP("Core", "must be a number, or \"auto\""),
    QT_TRANSLATE_NOOP("Core", "must be a whole number"),
    QT_TRANSLATE_NOOP("Core", "must be a whole number, or \"auto\""),
    QT_TRANSLATE_NOOP("Core", "must be a whole number, not negative"),
    QT_TRANSLATE_NOOP("Core", "must be a text"),
    QT_TRANSLATE_NOOP("Core", "must be two whole numbers as in 24x6 (bins x frames), 1x1, or auto"),
    QT_TRANSLATE_NOOP("Core", "must be \"%1\" or \"%2\""),
    QT_TRANSLATE_NOOP("Core", "must be a finite number"),
    QT_TRANSLATE_NOOP("Core", "must be greater than 0, not %1"),
    QT_TRANSLATE_NOOP("Core", "must be between %1 and %2, not %3"),
    QT_TRANSLATE_NOOP("Core", "must lie between %1 and %2, not %3"),
    QT_TRANSLATE_NOOP("Core", "must be above 0"),
    QT_TRANSLATE_NOOP("Core", "is no such value"),
    QT_TRANSLATE_NOOP("Core", "there is no window named %1"),
    QT_TRANSLATE_NOOP("Core", "%1 samples"),
    QT_TRANSLATE_NOOP("Core", "must be \"mix\" or a number from 1, not \"%1\""),
    QT_TRANSLATE_NOOP("Core", "must lie after the start, %1 s"),
    QT_TRANSLATE_NOOP("Core", "leaves no sample to analyse; choose a longer region"),
    QT_TRANSLATE_NOOP("Core", "can't be chosen for a signal without a sample rate"),
    QT_TRANSLATE_NOOP("Core", "must be at most N-1 = %1 samples with a support of %2 (paper, Eq. 6), not %3"),
    QT_TRANSLATE_NOOP("Core", "must be below the longest window, %1 samples, not %2"),
    QT_TRANSLATE_NOOP("Core", "must lie between the shortest and the longest window, %1 and %2 samples, not %3"),
    QT_TRANSLATE_NOOP("Core", "of %1 samples doesn't fit into a signal of %2 (frames inside); use a shorter one, "
                              "or frames that cover the signal"),
    QT_TRANSLATE_NOOP("Core", "makes %1 frames of %2 bins, more than %3 cells in all; use a longer hop, a smaller "
                              "support or a shorter region"),
    QT_TRANSLATE_NOOP("Core", "makes more than %1 frames of %2 bins, more than %3 cells in all; use a longer hop, "
                              "a smaller support or a shorter region"),
    QT_TRANSLATE_NOOP("Core", "must be even, not %1"),
    QT_TRANSLATE_NOOP("Core", "must be at least 1x1, where every cell has its own theta"),
    QT_TRANSLATE_NOOP("Core", "there is no '%1'; choose one of %2"),
    QT_TRANSLATE_NOOP("Core", "in '%1' after %2, at character %3: %4"),
    QT_TRANSLATE_NOOP("Core", "objective \"%1\", at character %2: %3"),
    QT_TRANSLATE_NOOP("Core", "the objective is empty; write a weighted sum of these terms: %1; for example "
                              "entropy+0.01*smoothness"),
    QT_TRANSLATE_NOOP("Core", "expected %1, found %2"),
    QT_TRANSLATE_NOOP("Core", "the end"),
    QT_TRANSLATE_NOOP("Core", "a number"),
    QT_TRANSLATE_NOOP("Core", "a control character"),
    QT_TRANSLATE_NOOP("Core", "',' or ')'"),
    QT_TRANSLATE_NOOP("Core", "'*' and a term after the weight"),
    QT_TRANSLATE_NOOP("Core", "'+' or '-' before the next term"),
    QT_TRANSLATE_NOOP("Core", "'=' and a number after '%1'"),
    QT_TRANSLATE_NOOP("Core", "a parameter of %1 (%2)"),
    QT_TRANSLATE_NOOP("Core", "the name of a term (%1)"),
    QT_TRANSLATE_NOOP("Core", "%1 is too large or too small for a number"),
    QT_TRANSLATE_NOOP("Core", "there is no term %1; there are: %2"),
    QT_TRANSLATE_NOOP("Core", "'%1' is there twice; add up its weights instead"),
    QT_TRANSLATE_NOOP("Core", "%1 has no parameter %2; it has: %3"),
    QT_TRANSLATE_NOOP("Core", "the parameter '%1' is given twice"),
    QT_TRANSLATE_NOOP("Core", "%1 takes no parameters"),
    QT_TRANSLATE_NOOP("Core", "%1 must lie between %2 and %3, not %4"),
    QT_TRANSLATE_NOOP("Core", "common needs an optimiser that follows directions alone, adam or sgd: %1 compares "
                              "values of one function"),
    QT_TRANSLATE_NOOP("Core", "list chooses for every entry of theta by itself, which a smooth map can't follow; "
                              "use theta-grid 1x1, or theta-start selection"),
    QT_TRANSLATE_NOOP("Core", "the run would take about %1 of memory, more than the %2 that may be used"),
    QT_TRANSLATE_NOOP("Core", "of about %1 would be needed, more than the %2 that may be used"),
};

} // namespace

std::span<const char* const> problems() { return list; }

} // namespace thetascope::texts
