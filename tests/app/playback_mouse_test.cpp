// SPDX-License-Identifier: GPL-3.0-or-later
// Playback as mouse and space bar drive it, and what the panes show of it.
#include "tests/app/fake_out.h"
#include "tests/app/window_fixture.h"

#include "ui/panels/number_box.h"
#include "ui/views/history_bar.h"
#include "ui/views/overview_strip.h"
#include "ui/views/waveform_view.h"

#include <QLineEdit>
#include <QToolButton>
#include <qcustomplot.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

struct Listening : OpenWindow {
    Listening() {
        controller.playback().setOutput(std::make_unique<FakeOut>(device));
        window.activateWindow();
    }
    ~Listening() { controller.playback().stop(); } // before the device goes
    bool isPlaying() { return controller.playback().isPlaying(); }
    FakeOut::State device;
};

/// Pixels of a column of the picture that are redder than anything a grey map draws.
int redPixels(QWidget& widget, int column) {
    const QImage image = widget.grab().toImage();
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QColor colour = image.pixelColor(static_cast<int>(column * image.devicePixelRatio()), y);
        red += colour.red() > colour.green() + 60 && colour.red() > colour.blue() + 60 ? 1 : 0;
    }
    return red;
}

} // namespace

class PlaybackMouseTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void theButtonPlaysAndStops() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        auto* const button = program.window.findChild<QToolButton*>(QStringLiteral("playSound"));
        QVERIFY(button != nullptr && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(program.isPlaying());
        QVERIFY(button->toolTip().contains(QStringLiteral("Space")));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!program.isPlaying());
    }

    void spacePlaysAfterAClickBesideThePlots() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        Settings quick = quickSettings();
        quick.iterations = 3;
        QVERIFY(program.edit(quick));
        QVERIFY(program.sharpen());
        QVERIFY(program.waitFor(RunState::idle));
        for (QWidget* const pane : {static_cast<QWidget*>(program.panes().overview), program.panes().history->slider()}) {
            QTest::mouseClick(pane, Qt::LeftButton);
            QWidget* const focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            QTest::keyClick(focus, Qt::Key_Space);
            QVERIFY2(program.isPlaying(), pane->metaObject()->className());
            QTest::keyClick(focus, Qt::Key_Space);
            QVERIFY(!program.isPlaying());
        }
    }

    void spaceStaysWithTextAndButtons() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        QWidget* const objective = program.panes().settings->input("objective");
        objective->setFocus();
        QTest::keyClick(objective, Qt::Key_Space);
        QVERIFY(!program.isPlaying());
        auto* const harmless = program.panes().history->findChild<QToolButton*>();
        harmless->setFocus();
        QTest::keyClick(harmless, Qt::Key_Space);
        QVERIFY(!program.isPlaying());
    }

    void aClickOnTheSpectrogramIsWherePlayingBegins() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        program.panes().adaptive->setColourMap(QStringLiteral("grey"));
        QTRY_VERIFY_WITH_TIMEOUT(program.panes().adaptive->isCurrent(), patience);
        QCustomPlot& plot = program.panes().adaptive->plot();
        const QRect area = plot.axisRect()->rect();
        const QPoint there(area.left() + area.width() / 3, area.center().y());
        const double seconds = plot.xAxis->pixelToCoord(there.x());
        QCOMPARE(redPixels(plot, there.x()), 0);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, there);
        QVERIFY(redPixels(plot, there.x()) > area.height() / 4); // dashed
        QTest::keyClick(program.findPlots(), Qt::Key_Space);
        QVERIFY(program.isPlaying());
        program.device.play(10);
        const auto& samples = *program.session().recording().samples;
        const auto first = std::lround(seconds * program.device.rate);
        QVERIFY(std::equal(program.device.heard.begin(), program.device.heard.end(), samples.begin() + first));
        program.device.play(std::lround(0.25 * program.device.rate));
        const int heard = static_cast<int>(plot.xAxis->coordToPixel(seconds + 0.25));
        QTRY_VERIFY_WITH_TIMEOUT(redPixels(plot, heard) + redPixels(plot, heard + 1) > area.height() * 9 / 10, patience);
    }

    void aDragIsNoClick() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        program.controller.views().showTime({0.25, 0.75});
        QVERIFY(program.idle());
        QCustomPlot& plot = program.panes().adaptive->plot();
        const QPoint from = plot.axisRect()->rect().center();
        QTest::mousePress(&plot, Qt::LeftButton, {}, from);
        QTest::mouseMove(&plot, from - QPoint(60, 0));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, from - QPoint(60, 0));
        QVERIFY(program.controller.views().visible().start > 0.25);
        QTest::keyClick(program.findPlots(), Qt::Key_Space);
        program.device.play(10);
        const auto& samples = *program.session().recording().samples;
        const auto first = std::lround(program.controller.views().visible().start * program.device.rate);
        QVERIFY(std::equal(program.device.heard.begin(), program.device.heard.end(), samples.begin() + first));
    }

    /// Drawn with the mouse, then S.
    void sPlaysWhatWasSelected() {
        Listening program;
        QVERIFY(program.open(demoSignal));
        QTest::keyClick(&program.window, Qt::Key_2);
        QCustomPlot& plot = program.panes().adaptive->plot();
        const QRect area = plot.axisRect()->rect();
        const QPoint from(area.left() + area.width() / 4, area.top() + 20), to(area.left() + area.width() / 2, area.top() + 21);
        QTest::mousePress(&plot, Qt::LeftButton, {}, from);
        QTest::mouseMove(&plot, to);
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
        QVERIFY(program.controller.tools().selection().has_value());
        QVERIFY(program.idle());
        QTest::keyClick(&program.window, Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(program.isPlaying(), patience);
        const TimeRange selected = program.controller.tools().selection()->time;
        program.device.play(std::lround(10 * program.device.rate)); // all there is
        QVERIFY(std::abs(static_cast<double>(program.device.heard.size()) - selected.length() * program.device.rate) < 2);
    }

    void withoutADeviceSSaysSo() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QTest::keyClick(&program.window, Qt::Key_S);
        if (program.controller.playback().isPlaying()) QSKIP("there is a sound device here");
        QVERIFY2(program.panes().messages->text().contains(QStringLiteral("nothing can be heard")),
                 qPrintable(program.panes().messages->text()));
    }
};

QTEST_MAIN(PlaybackMouseTest)
#include "playback_mouse_test.moc"
