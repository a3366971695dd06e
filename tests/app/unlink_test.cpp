// SPDX-License-Identifier: GPL-3.0-or-later
// Panes taken off the common axes and put back: View > Linked Panes, then the wheel, drags and keys.
#include "tests/app/person.h"
#include "tests/app/window_mouse.h"

#include "core/io/audio_file.h"
#include "ui/views/overview_strip.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QDataStream>
#include <QFile>
#include <array>
#include <functional>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr std::array<const char*, 3> names{"waveform", "classical STFT", "window lengths"};
enum Pane { waveform, classical, theta };

QAction& entry(OpenWindow& program, int pane) {
    Actions& actions = program.actions();
    return *std::array{actions.linkWaveform, actions.linkClassical, actions.linkTheta}[static_cast<std::size_t>(pane)];
}

QCustomPlot& plotOf(OpenWindow& program, int pane) {
    const Panes& panes = program.panes();
    if (pane == waveform) return *panes.waveform;
    return pane == classical ? panes.classical->plot() : panes.theta->plot();
}

AxisSpan timeOf(OpenWindow& program, int pane) {
    const Panes& panes = program.panes();
    if (pane == waveform) return {panes.waveform->lowerSeconds(), panes.waveform->upperSeconds()};
    return pane == classical ? panes.classical->timeRange() : panes.theta->timeRange();
}

/// Of the panes that have one.
AxisSpan hertzOf(OpenWindow& program, int pane) {
    return pane == classical ? program.panes().classical->frequencyRange() : program.panes().theta->frequencyRange();
}

/// The demonstration with the classical STFT beside it, a window length per cell, and a part of it in view.
bool openSplit(OpenWindow& program) {
    if (!program.open(demoSignal)) return false;
    program.actions().split->trigger();
    program.controller.views().showTime({0.2, 0.7});
    program.controller.views().showFrequency(200, 3000);
    return program.idle() && program.panes().classical->isVisible();
}

/// A 16-bit mono WAV file at 8 kHz of zeros, which take no room where files may be sparse.
bool writeSilence(const QString& path, qint64 samples) {
    constexpr quint32 rate = 8000;
    constexpr quint16 bytesPerSample = 2;
    const auto bytes = static_cast<quint32>(bytesPerSample * samples);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    QDataStream stream(&file);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.writeRawData("RIFF", 4);
    stream << quint32{36 + bytes};
    stream.writeRawData("WAVEfmt ", 8);
    stream << quint32{16} << quint16{1} << quint16{1} << rate << quint32{bytesPerSample * rate} << bytesPerSample << quint16{16};
    stream.writeRawData("data", 4);
    stream << bytes;
    return stream.status() == QDataStream::Ok && file.resize(file.pos() + bytes);
}

void zoomIn(QCustomPlot& plot, Qt::KeyboardModifiers modifiers = {}) {
    turnWheel(plot, plot.axisRect()->rect().center(), {0, 2 * wheelNotch}, modifiers);
}

} // namespace

class UnlinkTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static void everyPane() {
        QTest::addColumn<int>("pane");
        for (std::size_t i = 0; i < names.size(); ++i) QTest::newRow(names[i]) << static_cast<int>(i);
    }

private slots:
    void aPaneStaysWhileOthersMove_data() { everyPane(); }

    void aPaneStaysWhileOthersMove() {
        QFETCH(int, pane);
        OpenWindow program;
        QVERIFY(openSplit(program));
        const SpectrogramView& adaptive = *program.panes().adaptive;
        for (int other = 0; other < 3; ++other) QCOMPARE(timeOf(program, other), adaptive.timeRange());
        QVERIFY(clickEntry(entry(program, pane)));
        const AxisSpan before = timeOf(program, pane);
        const std::function<void()> gestures[]{[&] { zoomIn(picture(program)); },
                                               [&] { drag(picture(program), 0.5, 0.4); },
                                               [&] { key(program, Qt::Key_Down); },
                                               [&] { QTest::keyClick(program.panes().overview, Qt::Key_End); }};
        for (const auto& gesture : gestures) {
            const AxisSpan shown = adaptive.timeRange();
            gesture();
            QVERIFY(adaptive.timeRange() != shown);
            for (int other = 0; other < 3; ++other) QCOMPARE(timeOf(program, other), other == pane ? before : adaptive.timeRange());
        }
        QVERIFY(clickEntry(entry(program, pane)));
        QCOMPARE(timeOf(program, pane), adaptive.timeRange());
        zoomIn(picture(program));
        QCOMPARE(timeOf(program, pane), adaptive.timeRange()); // it follows again
    }

    void itMovesByItself_data() { everyPane(); }

    void itMovesByItself() {
        QFETCH(int, pane);
        OpenWindow program;
        QVERIFY(openSplit(program));
        const AxisSpan common = program.panes().adaptive->timeRange();
        QVERIFY(clickEntry(entry(program, pane)));
        zoomIn(plotOf(program, pane));
        const AxisSpan own = timeOf(program, pane);
        QVERIFY(own.length() < 0.9 * common.length());
        for (int other = 0; other < 3; ++other) QCOMPARE(timeOf(program, other), other == pane ? own : common);
        QCOMPARE(program.panes().adaptive->timeRange(), common);
        QCOMPARE(program.panes().overview->lower(), common.low);
        QVERIFY(clickEntry(entry(program, pane)));
        QCOMPARE(timeOf(program, pane), common);
        zoomIn(plotOf(program, pane)); // and now it takes the others along
        QVERIFY(program.panes().adaptive->timeRange().length() < 0.9 * common.length());
        for (int other = 0; other < 3; ++other) QCOMPARE(timeOf(program, other), program.panes().adaptive->timeRange());
    }

    void frequenciesTooAreItsOwn_data() {
        QTest::addColumn<int>("pane");
        for (const Pane pane : {classical, theta}) QTest::newRow(names[pane]) << static_cast<int>(pane);
    }

    void frequenciesTooAreItsOwn() {
        QFETCH(int, pane);
        OpenWindow program;
        QVERIFY(openSplit(program));
        const SpectrogramView& adaptive = *program.panes().adaptive;
        const int other = pane == classical ? theta : classical;
        const AxisSpan before = hertzOf(program, pane);
        QCOMPARE(before, adaptive.frequencyRange());
        QVERIFY(clickEntry(entry(program, pane)));
        zoomIn(picture(program), Qt::AltModifier);
        const AxisSpan common = adaptive.frequencyRange();
        QVERIFY(common.length() < 0.9 * before.length());
        QCOMPARE(hertzOf(program, other), common);
        QCOMPARE(hertzOf(program, pane), before);
        zoomIn(plotOf(program, pane), Qt::AltModifier);
        QVERIFY(hertzOf(program, pane) != before);
        QCOMPARE(adaptive.frequencyRange(), common);
        QVERIFY(clickEntry(entry(program, pane)));
        QCOMPARE(hertzOf(program, pane), common);
    }

    void anotherChannelLeavesItWhereItIs() {
        OpenWindow program;
        QVERIFY(openSplit(program));
        QVERIFY(clickEntry(entry(program, waveform)));
        zoomIn(*program.panes().waveform);
        const AxisSpan own = timeOf(program, waveform), common = program.panes().adaptive->timeRange();
        key(program, Qt::Key_C);
        QVERIFY(program.idle());
        QCOMPARE(program.session().recording().channel, std::string("1"));
        QCOMPARE(timeOf(program, waveform), own);
        QCOMPARE(program.panes().adaptive->timeRange(), common);
    }

    /// Its waveform is read behind what is on screen already.
    void aLongRecordingsWaveformComesWhereItIsLookedAt() {
        const QString path = m_isolated.path(QStringLiteral("long.wav"));
        QVERIFY(writeSilence(path, longRecordingSamples + 1));
        OpenWindow program;
        QVERIFY(clickEntry(entry(program, waveform)));
        bool came = false;
        AxisSpan own, common;
        connect(&program.controller.files(), &FileController::opened, this, [&] {
            zoomIn(picture(program));
            zoomIn(*program.panes().waveform);
            own = timeOf(program, waveform);
            common = program.panes().adaptive->timeRange();
        });
        connect(&program.controller.files(), &FileController::peaksRead, this, [&] { came = true; });
        program.controller.open(path);
        QVERIFY(OpenWindow::waitUntil([&] { return came && !program.controller.busy(); }));
        QCOMPARE(timeOf(program, waveform), own);
        QCOMPARE(program.panes().adaptive->timeRange(), common);
        const OverviewStrip& overview = *program.panes().overview;
        QCOMPARE((AxisSpan{overview.lower(), overview.upper()}), common);
        QTest::keyClick(program.panes().overview, Qt::Key_End); // it knows the recording
        QCOMPARE(overview.upper(), program.session().durationSeconds());
        disconnect(&program.controller.files(), nullptr, this, nullptr);
    }

    void anotherRecordingIsShownWholeInEveryPane_data() { everyPane(); }

    void anotherRecordingIsShownWholeInEveryPane() {
        QFETCH(int, pane);
        OpenWindow program;
        QVERIFY(openSplit(program));
        QVERIFY(clickEntry(entry(program, pane)));
        zoomIn(plotOf(program, pane));
        zoomIn(plotOf(program, pane), Qt::AltModifier);
        QVERIFY(program.open(QStringLiteral("demo:shocks")));
        const SpectrogramView& adaptive = *program.panes().adaptive;
        QCOMPARE(adaptive.timeRange(), (AxisSpan{0, program.session().durationSeconds()}));
        QCOMPARE(timeOf(program, pane), adaptive.timeRange());
        if (pane != waveform) QCOMPARE(hertzOf(program, pane), adaptive.frequencyRange());
        QVERIFY(!entry(program, pane).isChecked()); // still on its own
    }
};

QTEST_MAIN(UnlinkTest)
#include "unlink_test.moc"
