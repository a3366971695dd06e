// SPDX-License-Identifier: GPL-3.0-or-later
// How exported pictures look: part, levels and colours of the pane they are of, caption and settings.
#include "app/window/export_controller.h"

#include "app/export/pictures.h"
#include "app/window/picture_controller.h"
#include "core/io/settings_json.h"
#include "ui/panels/display_panel.h"
#include "ui/views/spectrogram_view.h"

#include <QFileInfo>

namespace thetascope {
namespace {

/// A region, in seconds of its recording.
AxisSpan secondsOf(const Signal& signal) {
    return {signal.startSeconds, signal.startSeconds + signal.length() / signal.sampleRate};
}

QString settingsJson(const Settings& settings, const std::string& source) {
    nlohmann::ordered_json document = {{"thetascope", THETASCOPE_VERSION}, {"source", source}};
    document["settings"] = settingsToJson(settings);
    return QString::fromStdString(document.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace

FigureStyle ExportController::style(const PictureChoice& choice) const {
    const DisplaySettings display = m_window.panes().display->display();
    FigureStyle style;
    style.floorDb = display.floorDb;
    style.ceilingDb = display.ceilingDb;
    style.colourMap = display.colourMap;
    style.frequency = display.frequency;
    style.smooth = display.smooth;
    style.dark = choice.dark; // light by default, for paper
    style.axes = choice.axes;
    style.dpiScale = choice.scale;
    if (choice.part == PicturePart::whole) {
        const StartPictures* const start = shownStart();
        if (start != nullptr) style.seconds = secondsOf(*start->signal);
        return style;
    }
    style.seconds = m_window.panes().adaptive->timeRange();
    style.hertz = m_window.panes().adaptive->frequencyRange();
    if (choice.part != PicturePart::selection) return style;
    const auto [seconds, hertz] = limitsOf(NumbersPart::selection);
    if (seconds) style.seconds = AxisSpan{seconds->first, seconds->second};
    if (hertz) style.hertz = AxisSpan{hertz->first, hertz->second};
    return style;
}

FigureStyle ExportController::captioned(FigureStyle look, const QString& what, const ResolvedSettings* settings) const {
    const std::string& name = m_session.recording().clip->name;
    look.caption = tr("%1: %2").arg(QFileInfo(QString::fromStdString(name)).fileName(), what);
    if (settings == nullptr) return look;
    look.settings = QString::fromStdString(settingsLine(*settings));
    look.metadata = settingsJson(*settings, name);
    return look;
}

const StartPictures* ExportController::shownStart() const {
    if (m_pictures.isOverview()) return nullptr;
    return m_session.run ? &m_session.run->start : m_session.pictures.get();
}

const ResolvedSettings* ExportController::shownSettings() const {
    const StartPictures* const start = shownStart();
    if (start == nullptr) return nullptr;
    return m_pictures.holdsClassical() ? &start->classicalResolved : &start->resolved;
}

FigureStyle ExportController::shownLook(FigureStyle look) const {
    const ResolvedSettings* const settings = shownSettings();
    const bool classical = m_pictures.holdsClassical();
    look = captioned(look, classical ? m_pictures.classicalCaption() : m_pictures.caption(), settings);
    if (classical && settings != nullptr) look.settings = QString::fromStdString(classicalLine(*settings));
    return look;
}

Result<FigureDrawing> ExportController::shownFigure(const PictureChoice& choice, bool vector) const {
    const auto spectrogram = m_pictures.holdsClassical() ? m_pictures.classical() : m_pictures.adaptive();
    if (!spectrogram)
        return Error{ErrorKind::run, tr("there is no picture to save yet; open a recording").toStdString()};
    return spectrogramFigure(spectrogram, shownLook(style(choice)), vector);
}

} // namespace thetascope
