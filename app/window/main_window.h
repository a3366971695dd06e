// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QString>
#include <functional>
#include <utility>

class QSplitter;

namespace thetascope {

class Actions;
class DisplayPanel;
class ElidedLabel;
class Gauges;
class HistoryBar;
class LandscapeView;
class LossView;
class MessageBar;
class OverviewStrip;
class ReadoutLabel;
class RunsPanel;
class SettingsPanel;
class SliceView;
class SpectrogramView;
class ThetaView;
class WaveformView;

/// Everything the window shows, owned by it.
struct Panes {
    MessageBar* messages = nullptr;
    MessageBar* hints = nullptr; ///< what to try first, see HintController
    OverviewStrip* overview = nullptr;
    WaveformView* waveform = nullptr;
    SpectrogramView* adaptive = nullptr;
    SpectrogramView* classical = nullptr;
    ThetaView* theta = nullptr;
    LossView* loss = nullptr;
    HistoryBar* history = nullptr;
    SettingsPanel* settings = nullptr;
    DisplayPanel* display = nullptr;
    Gauges* gauges = nullptr;
    SliceView* slice = nullptr;
    RunsPanel* runs = nullptr;
    LandscapeView* landscape = nullptr;
    ReadoutLabel* readout = nullptr;
    ElidedLabel* state = nullptr; ///< what goes on, in words
};

/// The window: where things are, and nothing of what they do (see Controller). Lives on the GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    const Panes& panes() const { return m_panes; }
    Actions& actions() const { return *m_actions; }

    /// The classical STFT beside the adaptive spectrogram: as wide as when it was last there, at first equally, theta and loss
    /// below them likewise.
    void setSplit(bool on);
    bool isSplit() const;

    /// Size, docks and splitters as they were left.
    void restoreLayout();
    void saveLayout() const;

    /// Asked before the window closes: false keeps it open.
    void setCloseCheck(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

signals:
    void fileDropped(const QString& path);
    void closing();
    /// The desktop went from light to dark, or back.
    void desktopThemeChanged();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QSplitter* buildPlots();
    void buildDocks();
    void buildStatusBar();
    void alignAxes();
    void matchBackgrounds();

    std::function<bool()> m_mayClose;
    Panes m_panes;
    Actions* m_actions = nullptr;
    QSplitter *m_plots = nullptr, *m_upper = nullptr, *m_lower = nullptr;
    QByteArray m_shares; ///< of the upper row, when it was last split
};

} // namespace thetascope
