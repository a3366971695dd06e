// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "app/window/picture_dialog.h"
#include "core/io/layers_csv.h"
#include "core/model/cell_selection.h"
#include "ui/figure/figure.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace thetascope {

class PictureController;
class TaskThread;
class ToolController;

/// What of the numbers is exported: all cells, or those selected.
enum class NumbersPart { all, selection };

/// Pictures and numbers out of the window. Pictures are laid out here, within moments; everything is drawn and written by a
/// worker. The methods that take a path ask nothing: the dialogs end in them. Lives on the GUI thread.
class ExportController : public QObject {
    Q_OBJECT

public:
    ExportController(const Session& session, TaskThread& tasks, const PictureController& pictures, const ToolController& tools,
                     MainWindow& window, QObject* parent);

    /// The spectrogram in the adaptive pane, with its limits, colours and axis: .png, .svg or .pdf. Of a selection, its time and
    /// its band.
    void exportPicture(const QString& path, const PictureChoice& choice = {});
    void exportPictureByDialog();
    /// The same as it is on screen, onto the clipboard.
    void copyPicture();

    /// A result directory, as the command line writes it: the best of the latest run, or without one the start, evaluated.
    void exportNumbers(const QString& folder);
    void exportNumbersByDialog();
    /// The same numbers in one .npz.
    void exportArchive(const QString& path, NumbersPart part = NumbersPart::all);
    void exportArchiveByDialog();

    /// The frames on screen for Sonic Visualiser: .csv.
    void exportLayer(const QString& path, LayerKind kind, NumbersPart part = NumbersPart::all);
    void exportLayerByDialog();

    /// The sound of the same numbers (the inverse transform): .wav.
    void exportSound(const QString& path);
    void exportSoundByDialog();

    /// The run as an animated PNG.
    void exportAnimation(const QString& path, const PictureChoice& choice = {});
    void exportAnimationByDialog();

signals:
    void done(const QString& sentence);
    void failed(const QString& message);

private:
    struct NumbersJob;

    FigureStyle style(const PictureChoice& choice) const;
    FigureStyle captioned(FigureStyle look, const QString& what, const ResolvedSettings* settings) const;
    /// What the pictures on screen began with; null where there are none, or an overview.
    const StartPictures* shownStart() const;
    const ResolvedSettings* shownSettings() const;
    /// With the caption and the settings of the picture on screen.
    FigureStyle shownLook(FigureStyle look) const;
    /// The picture on screen, recorded; an error if there is none.
    Result<FigureDrawing> shownFigure(const PictureChoice& choice, bool vector) const;
    Result<NumbersJob> numbersJob() const;
    /// Whether there is something selected: by hand, or by the settings' region.
    bool hasSelection() const;
    /// What a part is in seconds and Hz; not given: all.
    std::pair<std::optional<Interval>, std::optional<Interval>> limitsOf(NumbersPart part) const;
    QString suggestedName(const QString& ending) const;
    QString askForFile(const QString& title, const QString& ending, const QString& filter);
    bool mayReplace(const QString& path);
    /// The path with an ending of the filter chosen, empty if none was chosen, and which of the filters.
    std::pair<QString, qsizetype> askForFile(const QString& title, const QString& ending, const QStringList& filters);
    void refuse(const QString& path, const Error& error);
    /// Has a worker do it, then says `sentence`.
    void work(std::function<Status(const std::stop_token&)> job, const QString& sentence);

    const Session& m_session;
    TaskThread& m_tasks;
    const PictureController& m_pictures;
    const ToolController& m_tools;
    MainWindow& m_window;
};

} // namespace thetascope
