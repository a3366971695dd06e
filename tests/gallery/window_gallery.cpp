// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window in all its states, to be looked at; the README's is one of them. Not a test.
//   cmake --build build --target window_gallery
//   QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 build/tests/bin/window_gallery light|dark FOLDER [FILE START END]
// in the language of LANG (LANG=de_DE.UTF-8: German).
#include "tests/app/person.h"
#include "tests/app/window_fixture.h"
#include "tests/support/mouse.h"

#include "app/window/preferences.h"
#include "ui/panels/runs_panel.h"
#include "ui/views/landscape_view.h"
#include "ui/views/theta_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTableWidget>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <qcustomplot.h>
#include <vector>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr QSize windowSize(1500, 940);

/// Takes pictures of an open window.
class Gallery {
public:
    Gallery(OpenWindow& program, QDir folder) : m_program(program), m_folder(std::move(folder)) {}

    void take(const QString& name) { save(m_program.window, name); }

    /// As it is before the spectrogram's new picture is there.
    void takeAtOnce(const QString& name) {
        m_program.panes().adaptive->plot().replot();
        m_whole = m_program.window.grab().save(m_folder.filePath(name + QStringLiteral(".png"))) && m_whole;
    }

    /// What an action opens; closed again.
    void takeDialog(QAction* action, const QString& name) {
        action->trigger();
        m_program.idle();
        std::vector<QPointer<QWidget>> opened; // some delete themselves when they are closed
        for (QWidget* const widget : QApplication::topLevelWidgets())
            if (widget != &m_program.window && widget->isVisible()) opened.emplace_back(widget);
        for (const QPointer<QWidget>& widget : opened) {
            if (widget) save(*widget, name);
            if (widget) widget->close();
        }
    }

    /// The dialogs that an action shows one after the other: each is accepted, the last is left.
    void takeQuestions(QAction& action, QStringList names) {
        std::vector<std::unique_ptr<InDialog>> askings;
        std::function<void(QDialog&)> answer = [&](QDialog& dialog) {
            save(dialog, names.takeFirst());
            if (names.isEmpty()) return dialog.reject();
            askings.push_back(std::make_unique<InDialog>(answer));
            dialog.accept();
        };
        askings.push_back(std::make_unique<InDialog>(answer));
        action.trigger();
        m_whole = names.isEmpty() && m_whole;
    }

    /// What a box or a menu opens.
    void takeList(QComboBox& box, const QString& name) {
        box.showPopup();
        save(*box.view()->window(), name);
        box.hidePopup();
    }
    void takeMenu(QMenu& menu, const QString& name) {
        menu.popup(QPoint());
        save(menu, name);
        menu.hide();
    }

    bool whole() const { return m_whole; }

private:
    void save(QWidget& widget, const QString& name) {
        m_program.idle();
        widget.grab();                     // lays everything out,
        QCoreApplication::processEvents(); // and replots what that has resized
        const Panes& panes = m_program.panes();
        m_whole = m_program.waitUntil([&] {
            const bool side = panes.classical->isVisible();
            return panes.adaptive->isCurrent() && panes.theta->isCurrent() && (!side || panes.classical->isCurrent());
        }) && m_whole;
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        m_whole = widget.grab().save(path) && m_whole;
    }

    OpenWindow& m_program;
    QDir m_folder;
    bool m_whole = true;
};

void takeDisplays(OpenWindow& program, Gallery& gallery) {
    Actions& actions = program.actions();
    actions.allOverlays->trigger();
    gallery.take(QStringLiteral("overlays"));
    actions.noOverlays->trigger();
    actions.difference->trigger();
    gallery.take(QStringLiteral("difference"));
    actions.difference->trigger();
    for (std::size_t i = 0; i < actions.scales.size(); ++i) {
        actions.scales[i]->trigger();
        gallery.takeAtOnce(QStringLiteral("scale%1-at-once").arg(i));
        gallery.take(QStringLiteral("scale%1").arg(i));
    }
    actions.scales[0]->trigger();
    actions.split->trigger();
    gallery.take(QStringLiteral("side-by-side"));
    actions.split->trigger();
    actions.measureTool->trigger();
    actions.harmonics->trigger();
    gallery.take(QStringLiteral("measure-tool"));
    actions.navigateTool->trigger();
}

/// A part of what is on screen selected by mouse, and another measured.
void takeSelection(OpenWindow& program, Gallery& gallery, const QString& name) {
    Actions& actions = program.actions();
    QCustomPlot& plot = program.panes().adaptive->plot();
    const QRect rect = plot.axisRect()->rect();
    const auto at = [&](double x, double y) {
        return QPoint(rect.left() + qRound(x * rect.width()), rect.bottom() - qRound(y * rect.height()));
    };
    actions.selectTool->trigger();
    dragPointer(plot, at(0.3, 0.1), at(0.6, 0.8));
    actions.measureTool->trigger();
    dragPointer(plot, at(0.35, 0.3), at(0.5, 0.5));
    gallery.take(name);
    actions.clearSelection->trigger();
    actions.clearSelection->trigger();
    actions.navigateTool->trigger();
}

void takeDialogs(OpenWindow& program, Gallery& gallery) {
    Actions& actions = program.actions();
    gallery.takeDialog(actions.preferences, QStringLiteral("preferences"));
    gallery.takeDialog(actions.keys, QStringLiteral("keys"));
    gallery.takeDialog(actions.about, QStringLiteral("about"));
    gallery.takeDialog(actions.help, QStringLiteral("help"));
    gallery.takeDialog(actions.train, QStringLiteral("training"));
    gallery.takeDialog(actions.checkGradient, QStringLiteral("gradient"));
    gallery.takeQuestions(*actions.exportPicture, {QStringLiteral("export-picture"), QStringLiteral("export-picture-file")});
    gallery.takeQuestions(*actions.exportNumbers, {QStringLiteral("export-numbers")});
    gallery.takeQuestions(*actions.exportArchive, {QStringLiteral("export-archive")});
    gallery.takeQuestions(*actions.exportLayers, {QStringLiteral("export-layers")});
    gallery.takeQuestions(*actions.exportSound, {QStringLiteral("export-sound")});
    gallery.takeQuestions(*actions.exportAnimation, {QStringLiteral("export-animation")});
}

void takeMenus(OpenWindow& program, Gallery& gallery) {
    int number = 0;
    for (const QAction* const action : program.window.menuBar()->actions())
        gallery.takeMenu(*action->menu(), QStringLiteral("menu%1").arg(number++));
    number = 0;
    for (const QMenu* const menu : program.window.menuBar()->findChildren<QMenu*>())
        for (const QAction* const action : menu->actions())
            if (action->menu() != nullptr) gallery.takeMenu(*action->menu(), QStringLiteral("submenu%1").arg(number++));
    number = 0;
    for (QComboBox* const box : program.window.findChildren<QComboBox*>())
        if (box->isVisible()) gallery.takeList(*box, QStringLiteral("list%1").arg(number++));
}

/// Every dock in front, after a second run that differs in support and in how theta varies, both selected in the list.
bool takeDocks(OpenWindow& program, Gallery& gallery) {
    Settings settings = program.panes().settings->settings();
    settings.support = program.controller.pictures().start()->resolved.N / 2;
    settings.thetaMode = ThetaMode::shared;
    settings.thetaStart = ThetaStart::constant;
    if (!program.edit(settings) || !program.sharpen() || !program.waitFor(RunState::idle) || !program.idle()) return false;
    program.panes().runs->findChild<QTableWidget*>()->selectAll();
    program.panes().landscape->button().click();
    const QRect rect = program.panes().adaptive->plot().axisRect()->rect();
    movePointer(program.panes().adaptive->plot(), rect.center());
    for (QDockWidget* const dock : program.window.findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        gallery.take(QStringLiteral("dock-%1").arg(dock->objectName()));
    }
    program.panes().runs->findChild<QTableWidget*>()->clearSelection();
    program.window.findChild<QDockWidget*>(QStringLiteral("runsDock"))->raise();
    gallery.take(QStringLiteral("runs-none-selected"));
    return true;
}

int takeAll(const QString& theme, const QDir& folder, const QString& source, std::optional<double> start,
            std::optional<double> end) {
    OpenWindow program;
    program.window.resize(windowSize);
    (theme == QStringLiteral("dark") ? program.actions().darkTheme : program.actions().lightTheme)->trigger();
    Gallery gallery(program, folder);
    if (!program.open(source)) return 1;
    gallery.take(QStringLiteral("opened"));
    takeSelection(program, gallery, QStringLiteral("selected"));
    Settings settings = program.panes().settings->settings();
    settings.startSeconds = start;
    settings.endSeconds = end;
    if (!program.edit(settings)) return 1;
    program.actions().fitSelection->trigger();
    gallery.take(QStringLiteral("region"));
    if (!program.sharpen() || !program.waitForIterations(10)) return 1;
    gallery.take(QStringLiteral("descending"));
    if (!program.waitFor(RunState::idle)) return 1;
    gallery.take(QStringLiteral("sharpened"));
    takeSelection(program, gallery, QStringLiteral("sharpened-selected"));
    takeDisplays(program, gallery);
    takeDialogs(program, gallery);
    takeMenus(program, gallery);
    if (!takeDocks(program, gallery)) return 1;
    return gallery.whole() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const IsolatedSettings isolated;
    installLanguage({});
    const QStringList words = application.arguments();
    if (words.size() < 3 || (words.size() > 3 && words.size() != 6) || !QDir().mkpath(words[2])) {
        std::fputs("usage: window_gallery light|dark FOLDER [FILE START END]\n", stderr);
        return 2;
    }
    const bool named = words.size() == 6;
    const auto seconds = [&](int i) { return named ? std::optional(words[i].toDouble()) : std::nullopt; };
    return takeAll(words[1], QDir(words[2]), named ? words[3] : demoSignal, seconds(4), seconds(5));
}
