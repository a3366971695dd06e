// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings_names.h"

namespace thetascope {
namespace fields {

const std::vector<Named<ThetaMode>>& thetaModes() {
    static const std::vector<Named<ThetaMode>> table{
        {ThetaMode::shared, "shared", "one window length for the whole picture"},
        {ThetaMode::time, "time", "one window length per frame: short at attacks, long in between"},
        {ThetaMode::frequency, "frequency", "one window length per bin, as in a wavelet or constant-Q transform"},
        {ThetaMode::timeFrequency, "time-frequency", "one window length per cell (frame, bin)"}};
    return table;
}

const std::vector<Named<PositionMode>>& positionModes() {
    static const std::vector<Named<PositionMode>> table{
        {PositionMode::fixed, "fixed", "frames stay where they are"},
        {PositionMode::hop, "hop", "one hop, shared by all frames, is learned; their number stays"},
        {PositionMode::hops, "hops",
         "every frame's distance from the one before is learned: t[i] = t[0] + H[1] + ... + H[i]; frames keep their order"},
        {PositionMode::frames, "frames", "every frame's position is learned"}};
    return table;
}

const std::vector<Named<Normalisation>>& normalisations() {
    static const std::vector<Named<Normalisation>> table{
        {Normalisation::none, "none",
         "the taper as it is: long windows gain level, so the objective prefers them for their gain"},
        {Normalisation::sum, "sum",
         "w / sum w: a steady tone keeps its height whatever the window length; used by the paper's authors"},
        {Normalisation::energy, "energy",
         "w / sqrt(sum w^2): noise keeps its level, tones gain from long windows and clicks from short ones"}};
    return table;
}

const std::vector<Named<FrameLayout>>& frameLayouts() {
    static const std::vector<Named<FrameLayout>> table{
        {FrameLayout::cover, "cover", "frames are centred at 0, H, 2H... up to the end; zeros beyond the edges"},
        {FrameLayout::inside, "inside", "supports begin at 0, H, 2H... and lie inside the signal, as in the paper"}};
    return table;
}

const std::vector<Named<Precision>>& precisions() {
    static const std::vector<Named<Precision>> table{
        {Precision::doublePrecision, "double", "64-bit arithmetic: about 1e-10 relative"},
        {Precision::floatPrecision, "float", "32-bit arithmetic: about 1e-6 relative, and faster"}};
    return table;
}

const std::vector<Named<StopMode>>& stopModes() {
    static const std::vector<Named<StopMode>> table{
        {StopMode::plateau, "plateau", "stop when the objective no longer improves"},
        {StopMode::none, "none", "run all iterations"}};
    return table;
}

const std::vector<Named<Schedule>>& schedules() {
    static const std::vector<Named<Schedule>> table{
        {Schedule::plateau, "plateau", "the step shrinks to a third whenever the objective no longer improves"},
        {Schedule::constant, "constant", "the step stays as it is"},
        {Schedule::cosine, "cosine", "the step falls along half a cosine to nothing at the last iteration, and all are run"}};
    return table;
}

const std::vector<Named<Combine>>& combinations() {
    static const std::vector<Named<Combine>> table{
        {Combine::sum, "sum", "follow the gradient of the weighted sum"},
        {Combine::common, "common",
         "follow the direction in which every term improves, whatever their scales: of the weights only the signs count"}};
    return table;
}

const std::vector<Named<EngineChoice>>& engineChoices() {
    static const std::vector<Named<EngineChoice>> table{
        {EngineChoice::automatic, "auto", "the fastest engine that meets its accuracy"},
        {EngineChoice::exact, "exact", "the exact engine in two passes, the judge of the others: many times slower"}};
    return table;
}

const std::vector<Named<ThetaStart>>& thetaStarts() {
    static const std::vector<Named<ThetaStart>> table{
        {ThetaStart::constant, "constant", "N/2 everywhere"},
        {ThetaStart::selection, "selection",
         "chosen place by place among window lengths an octave apart: the one whose neighbourhood is most concentrated"},
        {ThetaStart::list, "list",
         "the best of 64, 128, ... 4096 for every entry of theta, one after the other, by the objective itself; without knots "
         "(1x1), and then it may take minutes"}};
    return table;
}

} // namespace fields

std::string_view toString(ThetaMode mode) { return fields::nameOf(fields::thetaModes(), mode); }
std::string_view toString(PositionMode mode) { return fields::nameOf(fields::positionModes(), mode); }
std::string_view toString(Normalisation normalisation) { return fields::nameOf(fields::normalisations(), normalisation); }
std::string_view toString(FrameLayout layout) { return fields::nameOf(fields::frameLayouts(), layout); }

} // namespace thetascope
