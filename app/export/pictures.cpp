// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictures.h"

#include "core/model/settings_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace thetascope {
namespace {

constexpr std::array<const char*, 3> knownFormats{"png", "svg", "pdf"};

template <class List>
bool contains(const List& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ',')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

} // namespace

FigureStyle defaultStyle(const Spectrogram& spectrogram) {
    FigureStyle style;
    const float loudest = spectrogram.magnitude.size() > 0 ? spectrogram.magnitude.maxCoeff() : 0.0F;
    style.ceilingDb = loudest > 0 ? 20 * std::log10(static_cast<double>(loudest)) : 0;
    style.floorDb = style.ceilingDb - defaultDynamicRangeDb;
    return style;
}

namespace {

std::string textOf(const ResolvedSettings& settings, const char* key) { return fieldText(*findField(key), settings); }

/// Support, hop, taper and normalisation.
std::string framesLine(const ResolvedSettings& settings) {
    const auto text = [&](const char* key) { return textOf(settings, key); };
    return "N " + text("support") + ", hop " + text("hop") + ", " + text("window") + "/" + text("normalise");
}

} // namespace

std::string classicalLine(const ResolvedSettings& settings) {
    return framesLine(settings) + ", every window θ " + textOf(settings, "theta");
}

std::string settingsLine(const ResolvedSettings& settings) {
    const auto text = [&](const char* key) { return textOf(settings, key); };
    std::string line = framesLine(settings) + ", θ " + text("theta-mode") + " from "
                       + text(settings.theta ? "theta" : "theta-start") + " in " + text("theta-min") + "–" + text("theta-max");
    if (settings.thetaMode != ThetaMode::shared && settings.knots != ThetaGrid{})
        line += ", knots " + text("theta-grid");
    if (settings.positionMode != PositionMode::fixed)
        line += ", positions: " + text("position-mode");
    return line + "; " + text("objective") + "; " + text("optimiser") + " step " + text("step") + ", at most "
           + text("iterations") + "; " + text("precision");
}

Result<std::vector<std::string>> parsePictureFormats(const std::string& text) {
    std::vector<std::string> formats;
    if (text == "none")
        return formats;
    for (const std::string& word : wordsOf(text)) {
        if (!contains(knownFormats, word))
            return Error{ErrorKind::arguments, "--images: there is no \"" + word + "\"; give any of png,svg,pdf, or none"};
        if (!contains(formats, word))
            formats.push_back(word);
    }
    return formats;
}

Result<std::vector<NamedFigure>> recordPictures(const std::shared_ptr<const Spectrogram>& spectrogram,
                                                const ResolvedSettings& settings, const std::vector<IterationRecord>& history,
                                                const PictureRequest& request) {
    FigureStyle plain = request.style; // a colour map that suits a spectrogram says nothing about theta
    plain.colourMap.clear();
    std::vector<NamedFigure> figures;
    for (const std::string& format : request.formats) {
        const bool vector = format != "png";
        std::vector<std::pair<const char*, Result<FigureDrawing>>> drawn;
        drawn.emplace_back("spectrogram.", spectrogramFigure(spectrogram, request.style, vector));
        drawn.emplace_back("theta.", thetaFigure(spectrogram, settings.thetaLower, settings.thetaUpper, plain, vector));
        if (!history.empty())
            drawn.emplace_back("loss.", lossFigure(history, plain, vector));
        for (const auto& [name, figure] : drawn) {
            if (!figure)
                return figure.error();
            figures.push_back({name + format, *figure});
        }
    }
    return figures;
}

Status writeFigures(const std::string& folder, const std::vector<NamedFigure>& figures) {
    for (const NamedFigure& named : figures)
        if (Status status = writeDrawing(QString::fromStdString(folder + "/" + named.name), named.figure); !status)
            return status;
    return success();
}

Status writePictures(const std::string& folder, const std::shared_ptr<const Spectrogram>& spectrogram,
                     const ResolvedSettings& settings, const std::vector<IterationRecord>& history,
                     const PictureRequest& request) {
    const Result<std::vector<NamedFigure>> figures = recordPictures(spectrogram, settings, history, request);
    return figures ? writeFigures(folder, *figures) : Status(figures.error());
}

} // namespace thetascope
