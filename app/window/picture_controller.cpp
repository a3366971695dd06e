// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_controller.h"

#include "app/export/pictures.h"

#include "app/window/taper_shape.h"
#include "ui/panels/display_panel.h"
#include "ui/render/colour_map.h"
#include "ui/views/slice_view.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <cmath>

namespace thetascope {
namespace {

/// What is shown below the loudest cell.
constexpr double millisecondsPerSecond = 1000;

QString windowInWords(const ResolvedSettings& settings, double sampleRate) {
    return PictureController::tr("%1 samples = %2 ms")
        .arg(settings.theta0, 0, 'g', 6)
        .arg(millisecondsPerSecond * settings.theta0 / sampleRate, 0, 'f', 1);
}

/// What an overview's windows are, for the theta pane: one length from the first sample to the last.
std::shared_ptr<const Spectrogram> uniformWindows(const Spectrogram& overview, double theta) {
    constexpr int frames = 2;
    auto uniform = std::make_shared<Spectrogram>();
    uniform->sampleRate = overview.sampleRate;
    uniform->tiling.support = overview.tiling.support;
    uniform->tiling.theta.setConstant(1, 1, theta);
    uniform->tiling.positions.resize(frames);
    const Vector& positions = overview.tiling.positions;
    uniform->tiling.positions << positions[0], positions[positions.size() - 1];
    uniform->magnitude.setZero(frames, overview.tiling.bins());
    return uniform;
}

} // namespace

PictureController::PictureController(Session& session, const MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_panes(window.panes()) {}

void PictureController::showStart(const StartPictures& pictures) {
    const QString length = windowInWords(pictures.resolved, pictures.signal->sampleRate);
    beginPictures();
    if (!m_surroundings) m_surroundings = m_classical; // what was shown, until there is an overview
    m_overview = false;
    m_classical = pictures.classical;
    m_classicalCaption = tr("Classical STFT, window %1").arg(length);
    m_panes.theta->setBounds(pictures.resolved.thetaLower, pictures.resolved.thetaUpper);
    m_start = pictures;
    if (!isPartial()) m_surroundings.reset();
    m_taper = taperShape(pictures.resolved.window);
    m_panes.waveform->setTaper(m_taper);
    levelsFollow(*m_classical, false);
    const bool uniform = (pictures.start->tiling.theta == pictures.resolved.theta0).all();
    showMoment(pictures.start, 0, uniform ? tr("Start: every window %1").arg(length) : tr("Start: window lengths as learned"));
}

void PictureController::showOverview(const std::shared_ptr<const Spectrogram>& overview, bool fine,
                                     const ResolvedSettings& settings) {
    beginPictures();
    m_surroundings.reset();
    m_overview = true;
    m_adaptive = m_classical = overview;
    m_overviewWindows = uniformWindows(*overview, settings.theta0);
    m_panes.theta->setBounds(settings.thetaLower, settings.thetaUpper);
    m_iteration = -1;
    m_caption = fine ? tr("Overview: loudest of all frames under a pixel") : tr("Overview, being refined…");
    m_classicalCaption = m_caption;
    levelsFollow(*overview, !fine);
    m_panes.waveform->clearTiling();
    present();
}

void PictureController::showMoment(const std::shared_ptr<const Spectrogram>& spectrogram, int iteration,
                                   const QString& caption) {
    m_adaptive = spectrogram;
    m_iteration = iteration;
    m_caption = caption;
    m_panes.waveform->setTiling(spectrogram->tiling, spectrogram->sampleRate, spectrogram->startSeconds);
    present();
}

void PictureController::clear() {
    m_adaptive.reset();
    m_classical.reset();
    m_caption.clear();
    m_classicalCaption.clear();
    m_iteration = -1;
    m_overview = false;
    m_start.reset();
    m_surroundings.reset();
    m_shownOf.reset();
    m_panes.slice->clear();
    m_panes.waveform->clearTiling();
    present();
}

/// What was shown with other settings says nothing about the pictures to come.
void PictureController::beginPictures() {
    const bool same = m_shownOf && sameButRegion(*m_shownOf, m_session.settings());
    m_shownOf = m_session.settings();
    if (same) return;
    m_surroundings.reset();
    m_classical.reset();
}

void PictureController::showSurroundings(const std::shared_ptr<const Spectrogram>& overview) {
    if (!isPartial()) return;
    m_surroundings = overview;
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setContext(overview);
}

bool PictureController::isPartial() const {
    return !m_overview && m_start && m_start->signal->length() < m_session.recording().clip->frames();
}

void PictureController::present() {
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setContext(m_surroundings);
    presentAdaptive();
    m_panes.classical->setCaption(m_classicalCaption);
    m_panes.classical->setSpectrogram(m_classical);
    m_panes.theta->setSpectrogram(m_overview ? m_overviewWindows : m_adaptive);
    showOverlays();
    emit shown();
    emit cellsChanged();
}

void PictureController::presentAdaptive() {
    const bool difference = m_difference && !m_holding && !m_overview && m_classical;
    m_panes.adaptive->setSubtracted(difference ? m_classical : nullptr);
    const QString adaptive = difference ? tr("%1, minus classical").arg(m_caption) : m_caption;
    m_panes.adaptive->setCaption(m_holding ? m_classicalCaption : adaptive);
    m_panes.adaptive->setSpectrogram(m_holding ? m_classical : m_adaptive);
}

void PictureController::holdClassical(bool on) {
    if (m_holding == on) return;
    m_holding = on;
    presentAdaptive();
    emit cellsChanged();
}

void PictureController::showDifference(bool on) {
    if (m_difference == on) return;
    m_difference = on;
    presentAdaptive();
    emit cellsChanged();
}

void PictureController::limitsFrom(const Spectrogram& spectrogram) {
    const std::optional<double> peak = SpectrogramView::peakDb(spectrogram);
    if (peak) setLimits(std::round(*peak - defaultDynamicRangeDb), std::round(*peak));
}

void PictureController::levelsFollow(const Spectrogram& spectrogram, bool provisional) {
    const Settings& now = m_session.settings();
    const bool same = m_levelsOf && !m_levelsProvisional && sameButRegion(*m_levelsOf, now);
    if (same || m_limitsByHand || m_locked) return;
    m_levelsOf = now;
    m_levelsProvisional = provisional;
    limitsFrom(spectrogram);
}

void PictureController::forgetLimits() {
    m_limitsByHand = false;
    m_levelsOf.reset();
}

void PictureController::autoLimits() {
    m_limitsByHand = false;
    if (m_adaptive) limitsFrom(*m_adaptive);
}

void PictureController::limitsTyped(double floorDb, double ceilingDb) {
    m_limitsByHand = true;
    setLimits(floorDb, ceilingDb);
}

void PictureController::setDisplay(const DisplaySettings& display, bool limitsByHand) {
    m_panes.display->setDisplay(display);
    applyDisplay();
    m_limitsByHand = limitsByHand;
}

void PictureController::setLimits(double floorDb, double ceilingDb) {
    DisplaySettings display = m_panes.display->display();
    display.floorDb = floorDb;
    display.ceilingDb = ceilingDb;
    m_panes.display->setDisplay(display);
    m_panes.slice->setDbLimits(floorDb, ceilingDb);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setDbLimits(floorDb, ceilingDb);
}

void PictureController::lockLimits(bool locked) {
    m_locked = locked;
    m_panes.display->setRunActive(locked);
}

void PictureController::applyDisplay() {
    const DisplaySettings display = m_panes.display->display();
    const AxisSpan before = m_panes.adaptive->dbLimits();
    if (before != AxisSpan{display.floorDb, display.ceilingDb}) m_limitsByHand = true;
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) {
        view->setDbLimits(display.floorDb, display.ceilingDb);
        view->setColourMap(display.colourMap);
        view->setFrequencyScale(display.frequency);
        view->setSmooth(display.smooth);
    }
    showOverlays();
    m_panes.slice->setDbLimits(display.floorDb, display.ceilingDb);
    m_panes.slice->setFrequencyScale(display.frequency);
    m_panes.theta->setUnit(display.thetaUnit);
    m_panes.theta->setFrequencyScale(display.frequency);
}

void PictureController::showOverlays() {
    const int level = m_overview ? 0 : m_panes.display->display().overlayLevel; // its columns are no frames
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setOverlayLevel(level);
}

void PictureController::nextColourMap() {
    DisplaySettings display = m_panes.display->display();
    const QStringList& names = ColourMap::names();
    display.colourMap = names[(names.indexOf(display.colourMap) + 1) % names.size()];
    m_panes.display->setDisplay(display);
    applyDisplay();
}

void PictureController::setOverlays(int level) {
    DisplaySettings display = m_panes.display->display();
    display.overlayLevel = level;
    m_panes.display->setDisplay(display);
    applyDisplay();
}

void PictureController::setFrequencyScale(FrequencyScale scale) {
    DisplaySettings display = m_panes.display->display();
    display.frequency = scale;
    m_panes.display->setDisplay(display);
    applyDisplay();
}

} // namespace thetascope
