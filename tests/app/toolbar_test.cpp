// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes of the tool bar, chosen from as a person does, and the panel beside them.
#include "tests/app/person.h"
#include "tests/app/window_fixture.h"

#include "app/cli/presets.h"
#include "core/model/settings_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolBar>
#include <QToolButton>

using namespace thetascope;
using namespace thetascope::testing;

class ToolbarTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static QComboBox& box(OpenWindow& program, const char* name) {
        return *program.window.findChild<QComboBox*>(QLatin1String(name));
    }

    static void type(OpenWindow& program, const char* key, const QString& text) {
        auto* input = program.panes().settings->input(key);
        if (auto* const inner = input->findChild<QLineEdit*>()) input = inner;
        input->setFocus();
        qobject_cast<QLineEdit*>(input)->selectAll();
        QTest::keyClicks(input, text);
        QTest::keyClick(input, Qt::Key_Return);
    }

private slots:
    void aPresetSetsItsSettingsAsOneStep() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QComboBox& presetBox = box(program, "presetBox");
        QCOMPARE(presetBox.currentText(), QLatin1String(defaultPreset));
        type(program, "start", QStringLiteral("0.25"));
        QVERIFY(program.idle());
        QCOMPARE(presetBox.currentText(), QLatin1String(defaultPreset)); // where to look is no preset's
        QVERIFY(choose(presetBox, QStringLiteral("tones")));
        const Preset& tones = *findPreset("tones");
        for (const SettingsField& field : settingsFields()) {
            if (field.group == FieldGroup::signal || field.key == "threads") continue;
            QVERIFY2(field.get(program.session().settings()) == field.get(tones.settings), field.key.c_str());
        }
        QCOMPARE(program.session().settings().startSeconds, std::optional(0.25));
        QCOMPARE(presetBox.currentText(), QStringLiteral("tones"));
        QCOMPARE(box(program, "modeBox").currentText(), QStringLiteral("frequency"));
        QVERIFY(presetBox.toolTip().contains(QString::fromStdString(tones.description).left(20)));
        QVERIFY(program.idle());
        QVERIFY(program.controller.pictures().adaptive()->tiling.mode == ThetaMode::frequency);
        QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(presetBox.currentText(), QLatin1String(defaultPreset));
        QCOMPARE(program.session().settings().startSeconds, std::optional(0.25));
    }

    void anythingElseIsCustom() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QComboBox& presetBox = box(program, "presetBox");
        type(program, "step", QStringLiteral("0.35"));
        QCOMPARE(presetBox.currentIndex(), -1);
        QCOMPARE(presetBox.placeholderText(), QStringLiteral("custom"));
        QVERIFY(choose(presetBox, QStringLiteral("sharpen")));
        QCOMPARE(program.session().settings().step, Settings().step);
    }

    void everyPresetSaysWhatItIs() {
        OpenWindow program;
        const QComboBox& presetBox = box(program, "presetBox");
        for (const Preset& preset : presets()) {
            const int index = presetBox.findText(QString::fromStdString(preset.name));
            QVERIFY2(index >= 0, preset.name.c_str());
            QCOMPARE(presetBox.itemData(index, Qt::ToolTipRole).toString(),
                     QStringLiteral("<qt>%1</qt>").arg(QString::fromStdString(preset.description).toHtmlEscaped()));
        }
    }

    void theObjectiveIsInStepWithThePanel() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QComboBox& objectives = box(program, "objectiveBox");
        auto* const line = qobject_cast<QLineEdit*>(program.panes().settings->input("objective"));
        QVERIFY(choose(objectives, QStringLiteral("entropy")));
        QCOMPARE(line->text(), QStringLiteral("entropy"));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("entropy+0.25*smoothness"));
        QCOMPARE(objectives.currentIndex(), -1);
        QCOMPARE(objectives.placeholderText(), QStringLiteral("entropy+0.25*smoothness"));
        QVERIFY(choose(objectives, QStringLiteral("renyi")));
        QCOMPARE(program.session().settings().objective, std::string("renyi"));
    }

    void theModeIsInStepWithThePanel_data() {
        QTest::addColumn<QString>("mode");
        for (const FieldChoice& mode : findField("theta-mode")->choices) QTest::newRow(mode.name.c_str()) << QString::fromStdString(mode.name);
    }

    void theModeIsInStepWithThePanel() {
        QFETCH(QString, mode);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QComboBox& modes = box(program, "modeBox");
        auto* const inPanel = qobject_cast<QComboBox*>(program.panes().settings->input("theta-mode"));
        const QString other = mode == QLatin1String("shared") ? QStringLiteral("time") : QStringLiteral("shared");
        QVERIFY(choose(modes, other));
        QCOMPARE(inPanel->currentText(), other);
        QVERIFY(choose(*inPanel, mode));
        QCOMPARE(modes.currentText(), mode);
        QCOMPARE(QString::fromStdString(fieldText(*findField("theta-mode"), program.session().settings())), mode);
    }

    void aPresetLeavesTheRunAsOtherSettingsDo() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings quick = quickSettings();
        quick.iterations = 3;
        QVERIFY(program.edit(quick));
        QVERIFY(program.sharpen());
        QComboBox& presetBox = box(program, "presetBox");
        if (program.controller.runs().active()) QVERIFY(!presetBox.isEnabled());
        QVERIFY(program.waitFor(RunState::idle));
        QVERIFY(program.session().run != nullptr);
        QTRY_VERIFY(presetBox.isEnabled());
        QVERIFY(choose(presetBox, QStringLiteral("transients")));
        QVERIFY(program.session().run == nullptr);
        QVERIFY(program.idle());
        QVERIFY(program.controller.pictures().adaptive()->tiling.mode == ThetaMode::time);
    }

    void theObjectiveCanBeChosenWhileItRuns() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings quick = quickSettings();
        quick.iterations = 100000;
        quick.stop = StopMode::none;
        QVERIFY(program.edit(quick));
        QVERIFY(program.sharpen());
        QVERIFY(!box(program, "modeBox").isEnabled());
        QVERIFY(choose(box(program, "objectiveBox"), QStringLiteral("renyi")));
        QVERIFY(program.controller.runs().active());
        QTest::keyClick(&program.window, Qt::Key_F5);
        QVERIFY(program.waitFor(RunState::paused)); // what came before is known, what follows is by the new one
        const int then = program.session().run->lastIteration();
        QTest::keyClick(&program.window, Qt::Key_F5);
        QVERIFY(program.waitForIterations(then + 3));
        QTest::keyClick(&program.window, Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(program.waitFor(RunState::idle));
        QCOMPARE(program.session().run->result->settings.objective, std::string("renyi"));
    }

    void everythingFitsOnASmallScreen() {
        OpenWindow program;
        program.window.resize(1024, 700);
        QTest::qWait(0);
        const auto* const bar = program.window.findChild<QToolBar*>(QStringLiteral("tools"));
        QCOMPARE(program.window.width(), 1024);
        for (const QAction* const action : bar->actions()) {
            const QWidget* const widget = bar->widgetForAction(const_cast<QAction*>(action));
            QVERIFY2(widget->isVisible(), qPrintable(action->text() + QLatin1String(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(ToolbarTest)
#include "toolbar_test.moc"
