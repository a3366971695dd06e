// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "ui/render/frequency_scale.h"
#include "ui/panels/display_panel.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace thetascope {

/// Which spectrogram is in which pane, and how it is drawn: levels, colours, axes, overlays. Lives on the GUI thread.
class PictureController : public QObject {
    Q_OBJECT

public:
    PictureController(Session& session, const MainWindow& window, QObject* parent);

    /// The pictures before a descent; the levels follow them unless they were set by hand.
    void showStart(const StartPictures& pictures);
    /// A whole recording at a glance.
    void showOverview(const std::shared_ptr<const Spectrogram>& overview, bool fine, const ResolvedSettings& settings);
    /// A moment of a descent, in the adaptive panes.
    void showMoment(const std::shared_ptr<const Spectrogram>& spectrogram, int iteration, const QString& caption);
    /// What is seen about pictures of a part of the recording.
    void showSurroundings(const std::shared_ptr<const Spectrogram>& overview);
    /// Whether what is on screen is of a part of the recording.
    bool isPartial() const;
    void clear();

    /// While on, the adaptive pane shows the classical STFT with the same limits.
    void holdClassical(bool on);
    bool holdsClassical() const { return m_holding; }

    /// Levels of another recording: 80 dB below its loudest cell, as soon as it is there. They stay with its regions.
    void forgetLimits();
    /// 80 dB below the loudest cell on screen, now.
    void autoLimits();
    void limitsTyped(double floorDb, double ceilingDb);
    bool limitsByHand() const { return m_limitsByHand; }
    /// A display from a session.
    void setDisplay(const DisplaySettings& display, bool limitsByHand);
    /// While a run goes on, limits stay where they are.
    void lockLimits(bool locked);
    void applyDisplay();
    void nextColourMap();
    void setOverlays(int level);
    void setFrequencyScale(FrequencyScale scale);
    /// While on, the adaptive pane shows how far its levels lie above the classical ones.
    void showDifference(bool on);

    /// What the adaptive pane shows, and would show if A were not held.
    const std::shared_ptr<const Spectrogram>& adaptive() const { return m_adaptive; }
    const std::shared_ptr<const Spectrogram>& classical() const { return m_classical; }
    const QString& caption() const { return m_caption; }
    const QString& classicalCaption() const { return m_classicalCaption; }
    /// The iteration on screen, -1 for none.
    int iteration() const { return m_iteration; }
    bool isOverview() const { return m_overview; }
    /// What the picture on screen began with; absent before the first.
    const std::optional<StartPictures>& start() const { return m_start; }
    /// The taper's weights, see taperShape().
    const std::vector<double>& taper() const { return m_taper; }

signals:
    /// Another spectrogram is on screen, or none.
    void shown();
    /// What lies under the cursor may be another cell: of another spectrogram, or with A held.
    void cellsChanged();

private:
    void present();
    void presentAdaptive();
    void showOverlays();
    void setLimits(double floorDb, double ceilingDb);
    void limitsFrom(const Spectrogram& spectrogram);
    void levelsFollow(const Spectrogram& spectrogram, bool provisional);
    void beginPictures();

    Session& m_session;
    Panes m_panes;
    std::shared_ptr<const Spectrogram> m_adaptive, m_classical, m_overviewWindows, m_surroundings;
    std::optional<Settings> m_shownOf;  ///< the settings of what is on screen
    std::optional<Settings> m_levelsOf; ///< those that the levels came from
    bool m_levelsProvisional = false;   ///< from a picture that is being refined
    std::optional<StartPictures> m_start;
    std::vector<double> m_taper;
    QString m_caption, m_classicalCaption;
    int m_iteration = -1;
    bool m_holding = false, m_difference = false, m_overview = false, m_limitsByHand = false, m_locked = false;
};

} // namespace thetascope
