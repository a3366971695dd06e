// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cell_selection.h"

#include <string>

namespace thetascope {

/// What Sonic Visualiser makes of a file of ours.
enum class LayerKind { instants, regions, grid };

/// A spectrogram's frames, those of `cells`, as CSV that Sonic Visualiser imports (File > Import Annotation Layer), times in seconds from the
/// start of the recording. No line at all for no cells. Every line of `comment` comes first, after "# ".
///
/// instants: time,label                 one per frame, at its centre
/// regions:  time,value,duration,label  one per frame: where its longest window begins, its mean theta in ms, over the bins chosen, how long the
///                                      window is
/// grid:     time,dB,dB,...             one line per step, a level 20 log10 |S| per bin chosen. Steps are even (Sonic Visualiser's
///                                      grids are): as many as frames, each the frame nearest to it. Silence is -400 dB.
std::string layerCsv(const Spectrogram& spectrogram, LayerKind kind, const std::string& comment, const CellSelection& cells);
/// The same of all cells.
std::string layerCsv(const Spectrogram& spectrogram, LayerKind kind, const std::string& comment);

} // namespace thetascope
