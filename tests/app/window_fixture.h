// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/actions.h"
#include "app/window/controller.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "tests/app/person.h"
#include "ui/panels/settings_panel.h"
#include "ui/views/spectrogram_view.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace thetascope::testing {

/// A signal that is quickly transformed: the demonstration of the first minute.
const QString demoSignal = QStringLiteral("demo:chirp-clicks");
/// The longest that a test waits for anything, ms: sanitizers on a busy machine take ten times as long as a desktop.
constexpr int patience = 120000;

/// QSettings in a folder of the test's own. Make one before anything of the program.
class IsolatedSettings {
public:
    IsolatedSettings() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("thetascope-test"));
        QCoreApplication::setApplicationName(QStringLiteral("thetascope-test"));
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The whole program but main(), with its window shown.
struct OpenWindow {
    OpenWindow() : controller(window) { window.show(); }

    const Panes& panes() const { return window.panes(); }
    Actions& actions() { return window.actions(); }
    /// Where keys of the plots go.
    QWidget* findPlots() { return window.findChild<QWidget*>(QStringLiteral("plots")); }
    const Session& session() const { return controller.session(); }

    /// Opens a recording and waits until its pictures are there; false if they don't come.
    bool open(const QString& source) {
        controller.open(source);
        return QTest::qWaitFor([this] {
            return !controller.busy() && controller.pictures().adaptive() != nullptr;
        }, patience);
    }

    /// As if a person had edited the settings in the panel; waits for the pictures.
    bool edit(const Settings& settings) {
        panes().settings->setSettings(settings);
        emit panes().settings->settingsEdited();
        return idle();
    }

    bool idle() {
        return QTest::qWaitFor([this] { return !controller.busy(); }, patience);
    }

    /// Waits for the worker; whether it said that all went well.
    bool endsWell() {
        return idle() && panes().messages->isVisible() && panes().messages->kind() == MessageBar::Kind::information;
    }

    template <class Condition>
    static bool waitUntil(Condition condition) {
        return QTest::qWaitFor(condition, patience);
    }

    bool waitFor(RunState state) {
        return waitUntil([this, state] { return controller.runs().state() == state; });
    }

    bool waitForIterations(int count) {
        return waitUntil([this, count] { return session().run != nullptr && session().run->lastIteration() >= count; });
    }

    /// Sharpen, and yes where a large run is asked about.
    bool sharpen() {
        actions().sharpen->trigger();
        QMessageBox* question = nullptr;
        const auto begunOrAsked = [this, &question] {
            question = window.findChild<QMessageBox*>(QStringLiteral("largeRun"));
            return question != nullptr || controller.runs().active();
        };
        if (!waitUntil(begunOrAsked)) return false;
        if (question != nullptr) {
            for (QAbstractButton* const button : question->buttons())
                if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
            if (!activate(window)) return false; // keys went to the question
        }
        return waitUntil([this] { return controller.runs().active(); });
    }

    MainWindow window;
    Controller controller;
};

/// Settings of which a descent takes moments: coarse frames, theta per frame.
inline Settings quickSettings() {
    Settings settings;
    settings.support = 256;
    settings.hop = 128;
    settings.thetaMode = ThetaMode::time;
    settings.thetaStart = ThetaStart::constant;
    settings.objective = "entropy";
    settings.iterations = 60;
    return settings;
}

} // namespace thetascope::testing
