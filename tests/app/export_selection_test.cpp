// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, its time and its band, out of the window: as a picture, as an archive, as layers.
#include "tests/app/window_fixture.h"
#include "tests/support/python.h"

#include <QFile>
#include <QImage>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double startSeconds = 0.3, endSeconds = 0.6, lowHz = 500, highHz = 1500;

QList<QByteArray> rows(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeIf([](const QByteArray& line) { return line.isEmpty() || line.startsWith('#'); });
    return lines;
}

} // namespace

class ExportSelectionTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    std::unique_ptr<OpenWindow> m_program;
    CellSelection m_cells; ///< those that are to be exported

    QString path(const char* name) const { return m_isolated.path(QString::fromLatin1(name)); }
    ExportController& exports() { return m_program->controller.exports(); }
    const Spectrogram& shown() { return *m_program->controller.pictures().adaptive(); }

    MessageBar::Kind said() {
        if (!m_program->idle() || !m_program->panes().messages->isVisible()) return MessageBar::Kind::error;
        return m_program->panes().messages->kind();
    }

    bool select(double fromHz, double toHz) {
        emit m_program->panes().adaptive->regionSelected(startSeconds, endSeconds, fromHz, toHz);
        return m_program->idle() && m_program->controller.tools().selection().has_value();
    }

private slots:
    void init() {
        m_program = std::make_unique<OpenWindow>();
        QVERIFY(m_program->open(demoSignal));
        Settings settings = quickSettings();
        settings.thetaMode = ThetaMode::timeFrequency;
        QVERIFY(m_program->edit(settings));
        QVERIFY(select(lowHz, highHz));
        m_cells = cellsWithin(shown(), Interval(startSeconds, endSeconds), Interval(lowHz, highHz));
        QVERIFY(!m_cells.empty() && m_cells.bins < shown().tiling.bins());
    }

    void cleanup() { m_program.reset(); }

    void aPictureHasItsTimeAndItsBand() {
        const PictureChoice selection{PicturePart::selection, 1, false}, visible{PicturePart::visible, 1, false};
        exports().exportPicture(path("selection.png"), selection);
        QCOMPARE(said(), MessageBar::Kind::information);
        exports().exportPicture(path("view.png"), visible);
        QCOMPARE(said(), MessageBar::Kind::information);
        m_program->actions().fitSelection->trigger();
        exports().exportPicture(path("fitted.png"), visible);
        QCOMPARE(said(), MessageBar::Kind::information);
        const QImage image(path("selection.png"));
        QVERIFY(!image.isNull());
        QCOMPARE(image, QImage(path("fitted.png")));
        QVERIFY(image != QImage(path("view.png")));
    }

    void anArchiveHasItsCellsAlone() {
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        exports().exportArchive(path("all.npz"));
        QCOMPARE(said(), MessageBar::Kind::information);
        exports().exportArchive(path("selection.npz"), NumbersPart::selection);
        QCOMPARE(said(), MessageBar::Kind::information);
        const QString code = QStringLiteral(
            "import sys, numpy as n\n"
            "a, z = n.load(sys.argv[1]), n.load(sys.argv[2])\n"
            "t = (a['times'] >= %1) & (a['times'] <= %2)\n"
            "f = (a['frequencies'] >= %3) & (a['frequencies'] <= %4)\n"
            "assert 0 < t.sum() and 0 < f.sum() < len(f)\n"
            "assert (z['times'] == a['times'][t]).all() and (z['frequencies'] == a['frequencies'][f]).all()\n"
            "assert (z['positions'] == a['positions'][t]).all()\n"
            "for name in 'magnitude', 'stft', 'theta':\n"
            "    assert (z[name] == a[name][f][:, t]).all(), name\n")
            .arg(startSeconds).arg(endSeconds).arg(lowHz).arg(highHz);
        const QString complaint = complaintOfPython(code, {path("all.npz"), path("selection.npz")});
        QVERIFY2(complaint.isNull(), qPrintable(complaint));
    }

    void layersHaveItsFramesAndItsBins() {
        const auto frames = static_cast<qsizetype>(m_cells.frames.size());
        for (const LayerKind kind : {LayerKind::instants, LayerKind::regions, LayerKind::grid}) {
            exports().exportLayer(path("layer.csv"), kind, NumbersPart::selection);
            QCOMPARE(said(), MessageBar::Kind::information);
            QCOMPARE(rows(path("layer.csv")).size(), frames);
        }
        QCOMPARE(rows(path("layer.csv")).first().split(',').size(), qsizetype{m_cells.bins} + 1); // of the grid: and the time
    }

    void aSelectionBetweenTwoBinsIsRefusedInWords() {
        const double hzPerBin = shown().binHz(1);
        QVERIFY(select(10.25 * hzPerBin, 10.75 * hzPerBin));
        exports().exportLayer(path("none.csv"), LayerKind::grid, NumbersPart::selection);
        QCOMPARE(said(), MessageBar::Kind::error);
        QVERIFY(m_program->panes().messages->text().contains(QStringLiteral("select more")));
        QVERIFY(!QFile::exists(path("none.csv")));
    }
};

QTEST_MAIN(ExportSelectionTest)
#include "export_selection_test.moc"
