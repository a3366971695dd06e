// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"
#include "core/model/snapshot.h"
#include "ui/figure/figure.h"

#include <memory>
#include <string>
#include <vector>

namespace thetascope {

/// The pictures of a result: "spectrogram", "theta" and "loss", each in every format asked for.
struct PictureRequest {
    std::vector<std::string> formats; ///< any of "png", "svg", "pdf"; empty: no pictures
    FigureStyle style;                ///< limits, colours and text of the spectrogram; the others take what applies
};

/// How far below the loudest cell a spectrogram is drawn unless a person says otherwise, dB.
constexpr double defaultDynamicRangeDb = 80;

/// The default look: from the loudest cell to defaultDynamicRangeDb below it. A silent spectrogram goes from -80 to 0 dB.
FigureStyle defaultStyle(const Spectrogram& spectrogram);

/// What made a picture, short enough for a line below it; run.json has every setting.
std::string settingsLine(const ResolvedSettings& settings);
/// The same of a transform that no descent has touched.
std::string classicalLine(const ResolvedSettings& settings);

/// Reads "png,svg,pdf" (any of them, in any order) or "none". Errors (kind arguments): an unknown or missing word.
Result<std::vector<std::string>> parsePictureFormats(const std::string& text);

/// A picture that any thread may write: its name with its extension, and what is in it.
struct NamedFigure {
    std::string name;
    FigureDrawing figure;
};

/// Lays out what writePictures() draws. Needs a QApplication and its thread. Errors (kind arguments): nothing to draw.
Result<std::vector<NamedFigure>> recordPictures(const std::shared_ptr<const Spectrogram>& spectrogram,
                                                const ResolvedSettings& settings, const std::vector<IterationRecord>& history,
                                                const PictureRequest& request);

/// Writes them into a folder that exists. Any thread. Errors (kind output).
Status writeFigures(const std::string& folder, const std::vector<NamedFigure>& figures);

/// Draws spectrogram.EXT, theta.EXT and, if there is a history, loss.EXT into a folder that exists. Needs a QApplication if
/// any format is asked for. Errors (kind output).
Status writePictures(const std::string& folder, const std::shared_ptr<const Spectrogram>& spectrogram,
                     const ResolvedSettings& settings, const std::vector<IterationRecord>& history,
                     const PictureRequest& request);

} // namespace thetascope
