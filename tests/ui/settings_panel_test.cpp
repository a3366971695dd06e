// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/display_panel.h"
#include "ui/panels/expression.h"
#include "ui/panels/number_box.h"
#include "ui/panels/settings_panel.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace thetascope;

namespace {

std::vector<TermChoice> someTerms() {
    return {{"entropy", "Shannon entropy.", "-sum p ln p", false},
            {"renyi", "Renyi entropy.", "ln(sum p^a) / (1-a)", false},
            {"kurtosis", "Peakedness.", "m4 / m2^2", true},
            {"smoothness", "Roughness of theta.", "sum (d ln theta)^2", false}};
}

QString onlyKnown(const QString& expression) {
    return expression.contains("entrpy") ? QStringLiteral("no term is called \"entrpy\"") : QString();
}

} // namespace

class SettingsPanelTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SettingsPanel> m_panel;

    template <class Widget>
    Widget* input(const char* key) const {
        return qobject_cast<Widget*>(m_panel->input(key));
    }
    void type(const char* key, const QString& text) {
        QWidget* target = m_panel->input(key);
        auto* line = qobject_cast<QLineEdit*>(target);
        if (auto* box = qobject_cast<NumberBox*>(target))
            line = box->edit();
        QVERIFY(line);
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
    bool says(const QString& words) const {
        for (const auto* label : m_panel->findChildren<QLabel*>())
            if (!label->isHidden() && label->text().contains(words))
                return true;
        return false;
    }
    QCheckBox* tick(const QString& term) const {
        for (auto* box : m_panel->findChildren<QCheckBox*>())
            if (box->text().startsWith(term))
                return box;
        return nullptr;
    }
    NumberBox* weight(const QString& term) const {
        for (auto* box : m_panel->findChildren<NumberBox*>())
            if (box->accessibleName() == QStringLiteral("Weight of ") + term)
                return box;
        return nullptr;
    }

private slots:
    void init() {
        m_panel = std::make_unique<SettingsPanel>();
        m_panel->setTerms(someTerms());
        m_panel->setObjectiveCheck(onlyKnown);
        m_panel->setChoices("window", {{"hann", "Raised cosine."}, {"gaussian", "Bell."}});
        m_panel->setChoices("optimiser", {{"adam", "Adam."}, {"sgd", "Plain."}});
        m_panel->setSettings(Settings{});
        m_panel->resize(400, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void everySettingHasItsEditor() {
        for (const auto& field : settingsFields()) {
            const auto* widget = m_panel->input(field.key);
            QVERIFY2(widget, field.key.c_str());
            QVERIFY2(!widget->accessibleName().isEmpty(), field.key.c_str());
            QVERIFY2(!widget->toolTip().isEmpty(), field.key.c_str());
        }
        QVERIFY(!m_panel->input("no-such-key"));
    }

    void settingsGoThroughUnchanged() {
        Settings settings;
        settings.channel = "2";
        settings.startSeconds = 0.1;
        settings.support = 1000;
        settings.hop = 33.25;
        settings.window = "a name from elsewhere";
        settings.thetaMode = ThetaMode::frequency;
        settings.positionMode = PositionMode::frames;
        settings.thetaMin = 12.5;
        settings.objective = "renyi(alpha=3)-0.5*kurtosis";
        settings.step = 0.025;
        settings.seed = 9'007'199'254'740'993; // beyond a double's whole numbers
        QSignalSpy edited{m_panel.get(), &SettingsPanel::settingsEdited};
        m_panel->setSettings(settings);
        QCOMPARE(edited.size(), 0);
        for (const auto& field : settingsFields())
            QCOMPARE(fieldText(field, m_panel->settings()), fieldText(field, settings));
        QCOMPARE(input<NumberBox>("seed")->edit()->text(), QStringLiteral("9007199254740993"));
        QCOMPARE(input<QComboBox>("window")->currentText(), QStringLiteral("a name from elsewhere"));
        QCOMPARE(input<NumberBox>("hop")->edit()->text(), QStringLiteral("33.25"));
    }

    void typingCountsAtOnce() {
        QSignalSpy edited{m_panel.get(), &SettingsPanel::settingsEdited};
        type("theta", "512.5");
        QVERIFY(!edited.isEmpty());
        QCOMPARE(m_panel->settings().theta, std::optional<double>(512.5));
        type("theta", "");
        QVERIFY(!m_panel->settings().theta); // open again
        type("theta", "auto");
        QVERIFY(!m_panel->settings().theta);
    }

    void whatIsNoNumberIsRefusedInWords() {
        type("iterations", "50");
        type("iterations", "5x");
        QVERIFY(says("must be a whole number"));
        QCOMPARE(m_panel->settings().iterations, 5); // the last that was one
        type("iterations", "60");
        QVERIFY(!says("must be a whole number"));
    }

    void autoShowsWhatItStandsFor() {
        const Settings settings;
        m_panel->setResolved(resolve(settings, 44100, 44100));
        QCOMPARE(input<NumberBox>("support")->edit()->placeholderText(), QStringLiteral("auto (4096)"));
        QCOMPARE(input<NumberBox>("support")->edit()->text(), QString());
        QTest::keyClick(input<NumberBox>("support"), Qt::Key_Up); // steps from there
        QCOMPARE(m_panel->settings().support, std::optional<int>(4098));
    }

    void steppingStaysInRange() {
        auto* box = input<NumberBox>("threads");
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(m_panel->settings().threads, 0);
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(m_panel->settings().threads, 1);
    }

    void stepsAddUpWithoutDust() {
        type("step", "0.1");
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(input<NumberBox>("step"), Qt::Key_Up);
        QCOMPARE(input<NumberBox>("step")->edit()->text(), QStringLiteral("0.17"));
    }

    void wheelNeedsTheFocus() {
        auto* box = input<NumberBox>("iterations");
        m_panel->input("seed")->setFocus();
        const auto turn = [&] {
            const QPointF at(5, 5);
            QWheelEvent wheel(at, box->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &wheel);
        };
        const int before = m_panel->settings().iterations;
        turn();
        QCOMPARE(m_panel->settings().iterations, before);
        m_panel->activateWindow();
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        turn();
        QCOMPARE(m_panel->settings().iterations, before + 10);
    }

    void choices() {
        auto* box = input<QComboBox>("window");
        QCOMPARE(box->count(), 2);
        QSignalSpy edited{m_panel.get(), &SettingsPanel::settingsEdited};
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(m_panel->settings().window, std::string("gaussian"));
        QCOMPARE(edited.size(), 1);
        QVERIFY(box->toolTip().contains("Bell."));
    }

    void textBecomesAChoice() {
        QVERIFY(input<QLineEdit>("channel"));
        Settings settings;
        settings.channel = "2";
        m_panel->setSettings(settings);
        m_panel->setChoices("channel", {{"mix", "Mean of all."}, {"1", "Left."}, {"2", "Right."}});
        QVERIFY(input<QComboBox>("channel"));
        QCOMPARE(input<QComboBox>("channel")->currentText(), QStringLiteral("2"));
        QTest::keyClick(input<QComboBox>("channel"), Qt::Key_Up);
        QCOMPARE(m_panel->settings().channel, std::string("1"));
    }

    void problemsStandAtTheirFields() {
        m_panel->setProblems({{"theta-min", "must be below the longest window"}, {"", "the region is empty"}});
        QVERIFY(says("must be below the longest window"));
        QVERIFY(says("the region is empty"));
        QCOMPARE(m_panel->input("theta-min")->accessibleDescription(), QStringLiteral("must be below the longest window"));
        m_panel->setProblems({});
        QVERIFY(!says("must be below the longest window"));
        QVERIFY(!says("the region is empty"));
    }

    void onlyLiveFieldsDuringARun() {
        QSignalSpy live{m_panel.get(), &SettingsPanel::liveEdited};
        type("step", "0.2");
        QCOMPARE(live.size(), 0);
        m_panel->setRunActive(true);
        for (const auto& field : settingsFields())
            QCOMPARE(m_panel->input(field.key)->isEnabled(), field.live);
        QVERIFY(m_panel->input("support")->toolTip().contains("Fixed while a descent runs"));
        type("step", "0.4");
        QCOMPARE(live.last()[0].toString(), QStringLiteral("step"));
        QCOMPARE(m_panel->settings().step, 0.4);
        QTest::mouseClick(tick("renyi"), Qt::LeftButton, {}, {8, tick("renyi")->height() / 2});
        QCOMPARE(live.last()[0].toString(), QStringLiteral("objective"));
        m_panel->setRunActive(false);
        QVERIFY(m_panel->input("support")->isEnabled());
    }

    void expressionAndRowsAgree() {
        type("objective", "entropy+0.01*smoothness");
        QVERIFY(tick("entropy")->isChecked());
        QVERIFY(!tick("renyi")->isChecked());
        QCOMPARE(weight("smoothness")->edit()->text(), QStringLiteral("0.01"));
        QTest::mouseClick(tick("kurtosis"), Qt::LeftButton, {}, {8, tick("kurtosis")->height() / 2});
        QCOMPARE(m_panel->settings().objective, std::string("entropy+0.01*smoothness-kurtosis")); // good is large
        weight("smoothness")->edit()->selectAll();
        QTest::keyClicks(weight("smoothness")->edit(), "2.5");
        QCOMPARE(m_panel->settings().objective, std::string("entropy+2.5*smoothness-kurtosis"));
        QCOMPARE(input<QLineEdit>("objective")->text(), QStringLiteral("entropy+2.5*smoothness-kurtosis"));
        QTest::keyClick(weight("smoothness"), Qt::Key_Up);
        QCOMPARE(m_panel->settings().objective, std::string("entropy+2.6*smoothness-kurtosis"));
        QTest::mouseClick(tick("entropy"), Qt::LeftButton, {}, {8, tick("entropy")->height() / 2});
        QCOMPARE(m_panel->settings().objective, std::string("2.6*smoothness-kurtosis"));
    }

    void parametersSurviveAWeight() {
        type("objective", "renyi(alpha=3)");
        QTest::keyClick(weight("renyi"), Qt::Key_Up);
        QCOMPARE(m_panel->settings().objective, std::string("1.1*renyi(alpha=3)"));
        QCOMPARE(tick("renyi")->text(), QStringLiteral("renyi(alpha=3)"));
    }

    void wrongExpressionsAreRefusedInWords() {
        const std::string before = m_panel->settings().objective;
        QSignalSpy edited{m_panel.get(), &SettingsPanel::settingsEdited};
        input<QLineEdit>("objective")->selectAll();
        QTest::keyClick(input<QLineEdit>("objective"), Qt::Key_Delete);
        QVERIFY(says("at least one term"));
        QCOMPARE(edited.size(), 0);
        QApplication::clipboard()->setText("entrpy");
        QTest::keySequence(input<QLineEdit>("objective"), QKeySequence::Paste);
        QVERIFY(says("no term is called \"entrpy\""));
        QCOMPARE(m_panel->settings().objective, before);
        type("objective", "entropy");
        QVERIFY(!says("no term is called"));
        QCOMPARE(m_panel->settings().objective, std::string("entropy"));
    }

    void termsTellWhatTheyAre() {
        QVERIFY(tick("kurtosis")->toolTip().contains("Peakedness."));
        QVERIFY(tick("kurtosis")->toolTip().contains("m4 / m2^2"));
        QVERIFY(tick("kurtosis")->toolTip().contains("negative weight"));
        QVERIFY(!tick("entropy")->toolTip().contains("negative weight"));
    }

    void expressions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("joined"); // empty: not understood
        QTest::newRow("one") << "entropy" << "entropy";
        QTest::newRow("spaces") << " entropy + 0.01 * smoothness " << "entropy+0.01*smoothness";
        QTest::newRow("minus one") << "-1*kurtosis" << "-kurtosis";
        QTest::newRow("exponents") << "1e-3*a-2.5E+2*b" << "0.001*a-250*b";
        QTest::newRow("parameters") << "renyi(alpha=3, k=-1)+.5*x" << "renyi(alpha=3, k=-1)+0.5*x";
        QTest::newRow("a hyphen is a minus") << "lp_over_lq-x" << "lp_over_lq-x";
        QTest::newRow("empty") << "" << "";
        QTest::newRow("weight alone") << "0.5*" << "";
        QTest::newRow("dangling plus") << "a+" << "";
        QTest::newRow("open parenthesis") << "a(b=1" << "";
        QTest::newRow("no operator") << "a b" << "";
    }

    void expressions() {
        QFETCH(QString, text);
        const auto terms = splitExpression(text);
        QTEST(terms ? joinExpression(*terms) : QString(), "joined");
    }

    void displayRoundTrip() {
        DisplayPanel panel;
        DisplaySettings display;
        display.floorDb = -62;
        display.ceilingDb = -3.5;
        display.colourMap = "viridis";
        display.frequency = FrequencyScale::bark;
        display.smooth = false;
        display.thetaUnit = ThetaUnit::bandwidthHz;
        display.overlayLevel = 2;
        QSignalSpy edited{&panel, &DisplayPanel::displayEdited};
        panel.setDisplay(display);
        QCOMPARE(edited.size(), 0);
        QVERIFY(panel.display() == display);
    }

    void displayLimitsNeverCross() {
        DisplayPanel panel;
        QSignalSpy edited{&panel, &DisplayPanel::displayEdited};
        panel.nudgeFloor(5);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(panel.display().floorDb, -75.0);
        panel.nudgeFloor(100);
        QVERIFY(panel.display().floorDb < panel.display().ceilingDb);
        QCOMPARE(panel.display().floorDb, 25.0);
        panel.nudgeCeiling(-1000);
        QVERIFY(panel.display().floorDb < panel.display().ceilingDb);
        panel.nudgeFloor(2000);
        QVERIFY(panel.display().floorDb < panel.display().ceilingDb);
    }

    void displayLocksAutomaticLimits() {
        DisplayPanel panel;
        QSignalSpy asked{&panel, &DisplayPanel::autoLimitsRequested};
        auto* button = panel.findChild<QPushButton*>();
        QTest::mouseClick(button, Qt::LeftButton);
        panel.setRunActive(true);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(panel.findChildren<QDoubleSpinBox*>().at(0)->isEnabled()); // can still be typed
    }

    void followsTheTheme() {
        m_panel->setPalette(darkPalette());
        m_panel->setProblems({{"hop", "must be positive"}});
        const QColor back = darkPalette().color(QPalette::Window);
        for (const auto* label : m_panel->findChildren<QLabel*>())
            if (!label->text().isEmpty() && label->isEnabled())
                QVERIFY2(contrast(label->palette().color(QPalette::WindowText), back) >= 4.5, qPrintable(label->text()));
    }
};

QTEST_MAIN(SettingsPanelTest)
#include "settings_panel_test.moc"
