// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a descent: opening, looking, exporting a picture.
#include "tests/app/window_fixture.h"
#include "tests/support/paths.h"

#include "app/window/elided_label.h"
#include "core/io/audio_file.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/readout.h"
#include "ui/theme/theme.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QDropEvent>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <cmath>
#include <numbers>

using namespace thetascope;
using namespace thetascope::testing;

class WindowTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void showsTheDemonstrationAlreadyDrawn() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.panes().waveform->upperSeconds() > 0);
        QCOMPARE(program.panes().adaptive->spectrogram(), program.controller.pictures().adaptive());
        QVERIFY(program.actions().sharpen->isEnabled());
        QVERIFY(!program.actions().stop->isEnabled());
        QVERIFY(program.panes().state->text().startsWith(QStringLiteral("Ready to sharpen")));
        QVERIFY(program.window.windowTitle().contains(QStringLiteral("chirp-clicks")));
        QVERIFY(program.controller.files().recentFiles().isEmpty()); // a demonstration is no recent file
    }

    void limitsAre80DbBelowTheLoudestCell() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const auto peak = SpectrogramView::peakDb(*program.controller.pictures().adaptive());
        QVERIFY(peak.has_value());
        const AxisSpan limits = program.panes().adaptive->dbLimits();
        QVERIFY(std::abs(limits.high - *peak) <= 0.5);
        QCOMPARE(limits.length(), 80.0);
        QCOMPARE(program.panes().classical->dbLimits(), limits);
    }

    void opensARealRecording() {
        const QString path = sharedPath(QStringLiteral("audio/trumpet.ogg"));
        if (path.isEmpty()) QSKIP("../shared/audio/trumpet.ogg is missing");
        OpenWindow program;
        QVERIFY(program.open(path));
        QVERIFY(program.session().durationSeconds() > 1);
        QCOMPARE(program.controller.files().recentFiles(), QStringList{QFileInfo(path).absoluteFilePath()});
        QCOMPARE(program.actions().recent->actions().size(), 1);
    }

    void whatCannotBeReadIsSaidInTheWindow_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QStringLiteral("missing.wav") << QByteArray();
        QTest::newRow("not audio") << QStringLiteral("text.wav") << QByteArray("this is no audio, whatever its name says\n");
        QTest::newRow("no such demonstration") << QStringLiteral("demo:nothing") << QByteArray();
    }

    void whatCannotBeReadIsSaidInTheWindow() {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const QString path = name.startsWith(QStringLiteral("demo:")) ? name : m_isolated.path(name);
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
        }
        OpenWindow program;
        program.controller.open(path);
        QTRY_VERIFY_WITH_TIMEOUT(program.panes().messages->isVisible(), patience);
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY2(program.panes().messages->text().contains(name), qPrintable(program.panes().messages->text()));
        QVERIFY(!program.actions().sharpen->isEnabled());
        QVERIFY(program.open(demoSignal)); // and nothing is broken by it
        QVERIFY(!program.panes().messages->isVisible());
    }

    void aBadFileOnTheCommandLineLeavesTheDemonstration() {
        OpenWindow program;
        program.controller.openFirst(m_isolated.path(QStringLiteral("nothing-here.wav")));
        QTRY_VERIFY_WITH_TIMEOUT(program.controller.pictures().adaptive() != nullptr, patience);
        QVERIFY(program.window.windowTitle().contains(QStringLiteral("chirp-clicks")));
        QVERIFY(program.panes().messages->isVisible()); // the reason stays on screen
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY(program.panes().messages->text().contains(QStringLiteral("nothing-here.wav")));
        QVERIFY(program.open(demoSignal));
        QVERIFY(!program.panes().messages->isVisible());
    }

    void theSystemThemeFollowsTheDesktop() {
        OpenWindow program;
        program.actions().systemTheme->trigger();
        const bool desktopIsDark = isDark(qApp->palette());
        qApp->setPalette(desktopIsDark ? lightPalette() : darkPalette()); // out of step with it
        QEvent changed(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&program.window, &changed);
        QCOMPARE(isDark(qApp->palette()), desktopIsDark);
        program.actions().darkTheme->trigger(); // chosen by hand: stays
        QCoreApplication::sendEvent(&program.window, &changed);
        QVERIFY(isDark(qApp->palette()));
        program.actions().systemTheme->trigger();
    }

    void aFileCanBeDropped() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const auto before = program.controller.pictures().adaptive();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_isolated.path(QStringLiteral("dropped.wav")))});
        writeSound(m_isolated.path(QStringLiteral("dropped.wav")));
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&program.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&program.window, &drop);
        QVERIFY(drop.isAccepted());
        QTRY_VERIFY_WITH_TIMEOUT(program.window.windowTitle().contains(QStringLiteral("dropped.wav")), patience);
        QVERIFY(program.idle());
        QVERIFY(program.controller.pictures().adaptive() != before);
    }

    void somethingElseIsNotTaken() {
        OpenWindow program;
        QMimeData data;
        data.setText(QStringLiteral("words"));
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&program.window, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void holdingAShowsTheClassicalStft() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const AxisSpan limits = program.panes().adaptive->dbLimits();
        QTest::keyPress(&program.window, Qt::Key_A);
        QCOMPARE(program.panes().adaptive->spectrogram(), program.controller.pictures().classical());
        QCOMPARE(program.panes().adaptive->dbLimits(), limits);
        QTest::keyRelease(&program.window, Qt::Key_A);
        QCOMPARE(program.panes().adaptive->spectrogram(), program.controller.pictures().adaptive());
    }

    void dPutsTheClassicalStftBeside() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(!program.panes().classical->isVisible());
        QTest::keyClick(&program.window, Qt::Key_D);
        QTRY_VERIFY(program.panes().classical->isVisible());
        QCOMPARE(program.panes().classical->spectrogram(), program.controller.pictures().classical());
        QTRY_VERIFY(std::abs(program.panes().classical->width() - program.panes().adaptive->width()) <= 2);
        QTest::keyClick(&program.window, Qt::Key_D);
        QTRY_VERIFY(!program.panes().classical->isVisible());
    }

    void allPanesShareTheirAxes() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const Panes& panes = program.panes();
        emit panes.waveform->timeRangeChanged(0.1, 0.3);
        QCOMPARE(panes.adaptive->timeRange(), (AxisSpan{0.1, 0.3}));
        QCOMPARE(panes.classical->timeRange(), (AxisSpan{0.1, 0.3}));
        QCOMPARE(panes.theta->timeRange(), (AxisSpan{0.1, 0.3}));
        QCOMPARE(panes.waveform->lowerSeconds(), 0.1);
        emit panes.classical->frequencyRangeChanged(100, 500);
        QCOMPARE(panes.adaptive->frequencyRange(), (AxisSpan{100, 500}));
        QCOMPARE(panes.theta->frequencyRange(), (AxisSpan{100, 500}));
        program.actions().fit->trigger();
        QCOMPARE(panes.adaptive->timeRange(), (AxisSpan{0, program.session().durationSeconds()}));
        program.actions().zoomIn->trigger();
        const AxisSpan closer = panes.adaptive->timeRange();
        QVERIFY(closer.length() < program.session().durationSeconds());
        program.actions().toEnd->trigger();
        QCOMPARE(panes.adaptive->timeRange().high, program.session().durationSeconds());
        program.actions().scrollLeft->trigger();
        QVERIFY(panes.adaptive->timeRange().high < program.session().durationSeconds());
        QVERIFY(std::abs(panes.adaptive->timeRange().length() - closer.length()) < 1e-9);
    }

    void theCursorIsReadOut() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const auto cell = program.panes().adaptive->cellAt(0.5 * program.session().durationSeconds(), 1000);
        QVERIFY(cell.has_value());
        emit program.panes().adaptive->cursorMoved(cell->seconds, cell->hz);
        const QString text = program.panes().readout->text();
        QVERIFY2(text.contains(QStringLiteral("bin %1").arg(cell->bin)), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("frame %1").arg(cell->frame)), qPrintable(text));
        emit program.panes().adaptive->cursorLeft();
        QVERIFY(!program.panes().readout->text().contains(QStringLiteral("bin")));
    }

    void settingsRedrawTheStart() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const int frames = program.controller.pictures().adaptive()->tiling.frames();
        Settings settings;
        settings.support = 512;
        settings.hop = 256;
        QVERIFY(program.edit(settings));
        QCOMPARE(program.controller.pictures().adaptive()->tiling.support, 512);
        QVERIFY(program.controller.pictures().adaptive()->tiling.frames() != frames);
    }

    void wrongSettingsAreShownAndKeepThePicture() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const auto before = program.controller.pictures().adaptive();
        Settings settings;
        settings.support = 255;
        QVERIFY(program.edit(settings));
        QCOMPARE(program.controller.pictures().adaptive(), before);
        QVERIFY(!program.actions().sharpen->isEnabled());
        QVERIFY(program.panes().state->text().contains(QStringLiteral("Support N must be")));
        QVERIFY(program.edit(Settings{}));
        QVERIFY(program.actions().sharpen->isEnabled());
    }

    void levelsCanBeTypedAndStay() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const AxisSpan before = program.panes().adaptive->dbLimits();
        QTest::keyClick(&program.window, Qt::Key_BracketRight);
        const AxisSpan nudged = program.panes().adaptive->dbLimits();
        QVERIFY(nudged.low > before.low);
        QVERIFY(program.edit(quickSettings())); // another picture: limits set by hand stay
        QCOMPARE(program.panes().adaptive->dbLimits(), nudged);
        program.actions().autoLimits->trigger();
        QCOMPARE(program.panes().adaptive->dbLimits().length(), 80.0);
    }

    void themesSwitch() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.actions().darkTheme->trigger();
        QTRY_VERIFY(isDark(program.window.palette()));
        program.actions().lightTheme->trigger();
        QTRY_VERIFY(!isDark(program.window.palette()));
        OpenWindow again; // remembered
        QVERIFY(again.actions().lightTheme->isChecked());
        again.actions().systemTheme->trigger();
    }

    void aSelectionBecomesTheRegion() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        emit program.panes().waveform->stretchSelected(0.2, 0.6);
        QVERIFY(program.idle());
        QCOMPARE(program.panes().settings->settings().startSeconds, std::optional(0.2));
        QCOMPARE(program.controller.pictures().adaptive()->startSeconds, 0.2);
        program.actions().clearSelection->trigger();
        QVERIFY(program.idle());
        QVERIFY(!program.panes().settings->settings().startSeconds);
        QCOMPARE(program.controller.pictures().adaptive()->startSeconds, 0.0);
    }

    void aLongRecordingIsShownWholeAndTakenInPart() {
        const QString path = m_isolated.path(QStringLiteral("long.wav"));
        writeSound(path, 30.0);
        OpenWindow program;
        QVERIFY(program.open(path));
        QVERIFY(program.controller.pictures().isOverview());
        QVERIFY(program.panes().state->text().contains(QStringLiteral("10 s")));
        program.controller.views().showTime({4, 6});
        QVERIFY(program.idle());
        QVERIFY(!program.controller.pictures().isOverview());
        QCOMPARE(program.controller.pictures().adaptive()->startSeconds, 4.0);
        program.actions().fit->trigger();
        QVERIFY(program.idle());
        QVERIFY(program.controller.pictures().isOverview());
    }

    void picturesAreExported_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    }

    void picturesAreExported() {
        QFETCH(QString, ending);
        QFETCH(QByteArray, magic);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const QString path = m_isolated.path(QStringLiteral("picture.") + ending);
        program.controller.exports().exportPicture(path);
        QVERIFY(program.idle());
        QVERIFY(program.panes().messages->isVisible());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::information);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(magic.size()), magic);
        QVERIFY(file.size() > 1000);
    }

    void aFailedExportIsSaid() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.controller.exports().exportPicture(QStringLiteral("/no/such/folder/picture.png"));
        QVERIFY(program.idle());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::error);
        QVERIFY(program.panes().messages->text().contains(QStringLiteral("/no/such/folder")));
    }

    void withoutADisplayOneSentence() {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        expectLine(process, {}, 1, QStringLiteral("display"));
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":987")); // set, but nobody there
        process.setProcessEnvironment(environment);
        expectLine(process, {}, 1, QStringLiteral("display"));
    }

    void unknownOptionsAreRefused() {
        QProcess process;
        expectLine(process, {QStringLiteral("--wat")}, 2, QStringLiteral("--wat"));
        expectLine(process, {QStringLiteral("a.wav"), QStringLiteral("b.wav")}, 2, QStringLiteral("one file"));
    }

private:
    /// A quiet tone, `seconds` long, 8 kHz, mono.
    static void writeSound(const QString& path, double seconds = 0.5);

    static void expectLine(QProcess& process, const QStringList& arguments, int code, const QString& word) {
        if (!QFileInfo::exists(programPath())) QSKIP("the program is not built");
        process.start(programPath(), arguments);
        QVERIFY(process.waitForFinished(patience));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == code, qPrintable(said));
        QCOMPARE(said.count(QLatin1Char('\n')), 1);
        QVERIFY2(said.startsWith(QStringLiteral("thetascope: ")) && said.contains(word), qPrintable(said));
    }
};

void WindowTest::writeSound(const QString& path, double seconds) {
    constexpr double sampleRate = 8000, hz = 700;
    std::vector<float> samples;
    for (int i = 0; i < seconds * sampleRate; ++i) {
        samples.push_back(static_cast<float>(0.1 * std::sin(2 * std::numbers::pi * hz * i / sampleRate)));
    }
    QVERIFY(writeWav(path.toStdString(), samples, 1, sampleRate).ok());
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
