// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "ui/figure/figure.h"

#include <QObject>
#include <QString>

namespace thetascope {

class PictureController;
class TaskThread;

/// Pictures and numbers out of the window. Numbers are written by a worker; pictures are drawn here, with widgets. The
/// methods that take a path ask nothing: the dialogs end in them. Lives on the GUI thread.
class ExportController : public QObject {
    Q_OBJECT

public:
    ExportController(const Session& session, TaskThread& tasks, const PictureController& pictures, MainWindow& window,
                     QObject* parent);

    /// The spectrogram in the adaptive pane, with its limits, colours and axis: .png, .svg or .pdf.
    void exportPicture(const QString& path);
    void exportPictureByDialog();

    /// A result directory, as the command line writes it: the best of the latest run, or without one the start, evaluated.
    void exportNumbers(const QString& folder);
    void exportNumbersByDialog();

signals:
    void done(const QString& sentence);
    void failed(const QString& message);

private:
    FigureStyle style() const;
    FigureStyle captioned(FigureStyle look, const QString& what, const ResolvedSettings* settings) const;
    const ResolvedSettings* shownSettings() const;
    QString suggestedName(const QString& ending) const;

    const Session& m_session;
    TaskThread& m_tasks;
    const PictureController& m_pictures;
    MainWindow& m_window;
};

} // namespace thetascope
