// SPDX-License-Identifier: GPL-3.0-or-later
// The Training page on made-up words: from the folder to the saved model, paused, stopped and gone on with.
#include "app/training/model_files.h"
#include "app/training/train_form.h"
#include "app/training/training_window.h"
#include "tests/app/window_fixture.h"
#include "tests/support/cli_program.h"
#include "tests/support/python.h"
#include "tests/support/word_set.h"
#include "ui/theme/theme.h"
#include "ui/views/training_plot.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

TrainSettings shortSettings() {
    TrainSettings settings = wordSettings();
    settings.epochs = 5;
    return settings;
}

/// A window with the words read.
struct OpenTraining {
    explicit OpenTraining(const QString& folder) {
        window.show();
        window.openFolder(folder);
        ready = reaches(TrainingState::ready);
    }
    bool reaches(TrainingState state) {
        return QTest::qWaitFor([&] { return window.controller().state() == state; }, patience);
    }
    QPushButton& button(const char* name) { return *window.findChild<QPushButton*>(QLatin1String(name)); }
    /// Trains to the end.
    bool train(const TrainSettings& settings) {
        window.form().setSettings(settings);
        QSignalSpy ended(&window.controller(), &TrainingController::ended);
        button("start").click();
        return QTest::qWaitFor([&] { return !ended.isEmpty(); }, patience);
    }

    TrainingWindow window;
    bool ready = false;
};

} // namespace

class TrainingWindowTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        for (const Example& example : makeWordSet(16, 1).examples)
            QVERIFY(writeMonoWav(m_words.filePath(QString::fromStdString(example.name)), example.samples));
    }

    void trainsAndShows() {
        OpenTraining open(m_words.path());
        QVERIFY(open.ready);
        QCOMPARE(open.window.controller().recordings()->examples.size(), std::size_t{64});
        QVERIFY(open.button("start").isEnabled() && !open.button("stop").isEnabled() && !open.button("save").isEnabled());
        QVERIFY(open.train(shortSettings()));
        const auto result = open.window.controller().result();
        QVERIFY(result);
        QCOMPARE(open.window.controller().history().size(), std::size_t{5});
        QCOMPARE(open.window.plot().curves().size(), std::size_t{1});
        QCOMPARE(open.window.plot().curves().front().records.size(), std::size_t{5});
        const auto* mistakes = open.window.findChild<QTableWidget*>();
        QCOMPARE(mistakes->rowCount(), static_cast<int>(std::lround((1 - result->test.accuracy) * 20)));
        QCOMPARE(open.window.findChild<QComboBox*>("examples")->count(), 64);

        // A fixed run goes beside it.
        TrainSettings fixed = shortSettings();
        fixed.thetaRate = 0;
        QVERIFY(open.train(fixed));
        QCOMPARE(open.window.plot().curves().size(), std::size_t{2});
        QVERIFY(open.window.plot().curves()[0].joint && !open.window.plot().curves()[1].joint);
        open.button("clear").click();
        QCOMPARE(open.window.plot().curves().size(), std::size_t{1});
    }

    void thePanelsFillThePlot() {
        OpenTraining open(m_words.path());
        QVERIFY(open.ready);
        auto& plot = *open.window.findChild<TrainingPlot*>();
        open.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&open.window));
        plot.replot(QCustomPlot::rpImmediateRefresh);
        const QList<QCPAxisRect*> panels = plot.axisRects();
        QCOMPARE(panels.size(), 3);
        QVERIFY2(panels.back()->outerRect().bottom() > 0.9 * plot.height(), qPrintable(QString::number(panels.back()->outerRect().bottom())));
    }

    void pausesAndResumes() {
        OpenTraining open(m_words.path());
        QVERIFY(open.ready);
        TrainSettings settings = shortSettings();
        settings.epochs = 60;
        open.window.form().setSettings(settings);
        open.button("start").click();
        QVERIFY(open.reaches(TrainingState::running));
        open.button("start").click();
        QVERIFY(open.reaches(TrainingState::paused));
        QCOMPARE(open.button("start").text(), QStringLiteral("Resume"));
        open.button("start").click();
        QVERIFY(open.reaches(TrainingState::running));
        open.button("stop").click();
        QVERIFY(open.reaches(TrainingState::ready));
    }

    void stoppedItGoesOnToTheSameBits() {
        TrainSettings settings = shortSettings();
        settings.epochs = 12;
        OpenTraining open(m_words.path());
        QVERIFY(open.ready);
        QVERIFY(open.train(settings));
        const auto whole = open.window.controller().result();
        open.button("start").click();
        QVERIFY(QTest::qWaitFor([&] { return open.window.controller().history().size() >= 2 && open.window.controller().training(); },
                                patience));
        open.button("stop").click();
        QVERIFY(open.reaches(TrainingState::ready));
        if (!open.window.controller().canGoOn()) QSKIP("the training was over before it could be stopped");
        QVERIFY(open.button("goOn").isEnabled());
        QSignalSpy ended(&open.window.controller(), &TrainingController::ended);
        open.button("goOn").click();
        QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, patience));
        const auto again = open.window.controller().result();
        QCOMPARE(open.window.controller().history().size(), std::size_t{12});
        QVERIFY((again->state.parameters.weights == whole->state.parameters.weights).all());
        QCOMPARE(again->state.parameters.theta, whole->state.parameters.theta);
    }

    void savesAModel() {
        OpenTraining open(m_words.path());
        QVERIFY(open.ready && open.train(shortSettings()));
        const QTemporaryDir out;
        QSignalSpy saved(&open.window.controller(), &TrainingController::saved);
        open.window.controller().save(out.filePath("model"));
        QVERIFY(QTest::qWaitFor([&] { return !saved.isEmpty(); }, patience));
        const auto model = readModel(out.filePath("model").toStdString());
        QVERIFY2(model.ok(), model.ok() ? "" : model.error().message.c_str());
        QCOMPARE(model->parameters.theta, open.window.controller().result()->model.theta);
        QVERIFY(QFileInfo(out.filePath("model/curves.png")).size() > 0);
        if (!hasNumPy()) QSKIP("no NumPy at /usr/bin/python3");
        const QString complaint = complaintOfReaders(
            QStringLiteral("folder = sys.argv[1] + '/'\n"
                           "model = json.load(open(folder + 'model.json'))\n"
                           "weights = numpy.load(folder + 'weights.npz', allow_pickle=False)\n"
                           "assert weights['theta'] == model['theta'] and weights['conv1.weight'].shape[:2] == (3, 3)\n"
                           "assert len(model['labels']) == 4, model['labels']\n"
                           "comments, curves = readers.read_csv(folder + 'curves.csv')\n"
                           "assert curves[0][:2] == ['epoch', 'train_loss'] and len(curves) == 6, curves\n"
                           "comments, confusion = readers.read_csv(folder + 'confusion.csv')\n"
                           "assert [row[0] for row in confusion[1:]] == confusion[0][1:] == model['labels'], confusion\n"
                           "for name in 'curves', 'confusion':\n"
                           "    assert min(readers.png_size(folder + name + '.png')) > 300, name\n"),
            {out.filePath("model")});
        QVERIFY2(complaint.isNull(), qPrintable(complaint));
    }

    void aBadSettingIsSaid() {
        OpenTraining open(m_words.path());
        QVERIFY(open.ready);
        auto* const theta = open.window.findChild<QLineEdit*>("theta");
        theta->selectAll();
        QTest::keyClicks(theta, "9000");
        QVERIFY(!open.button("start").isEnabled());
        QVERIFY(open.window.findChild<QLabel*>("problem")->isVisibleTo(&open.window));
        theta->selectAll();
        QTest::keyClicks(theta, "80");
        QVERIFY(open.button("start").isEnabled());
        QCOMPARE(open.window.form().settings().theta, 80.0);
    }

    void anEmptyFolderIsSaid() {
        const QTemporaryDir nothing;
        OpenTraining open(m_words.path());
        QSignalSpy failed(&open.window.controller(), &TrainingController::failed);
        open.window.openFolder(nothing.path());
        QVERIFY(QTest::qWaitFor([&] { return !failed.isEmpty(); }, patience));
        QVERIFY(open.window.controller().state() == TrainingState::ready); // the recordings before it are still there
    }

    void theViewerUsesTheta() {
        OpenWindow main;
        QVERIFY(main.open(demoSignal));
        main.actions().train->trigger();
        auto* const training = main.window.findChild<TrainingWindow*>();
        QVERIFY(training != nullptr && training->isVisible());
        emit training->thetaRequested(0.005);
        QVERIFY(QTest::qWaitFor([&] { return !main.controller.busy(); }, patience));
        QCOMPARE(int(main.session().settings().thetaMode), int(ThetaMode::shared));
        QCOMPARE(*main.session().settings().theta, 0.005 * main.session().recording().clip->sampleRate);
        emit training->recordingRequested(m_words.filePath("tone_0.wav"));
        QVERIFY(QTest::qWaitFor([&] { return main.session().recording().clip->name == m_words.filePath("tone_0.wav").toStdString(); },
                                patience));
    }

    void lightAndDark_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void lightAndDark() {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? Theme::dark : Theme::light);
        OpenTraining open(m_words.path());
        TrainSettings fixed = shortSettings();
        fixed.thetaRate = 0;
        QVERIFY(open.ready && open.train(fixed) && open.train(shortSettings()));
        const QByteArray keep = qgetenv("THETASCOPE_KEEP_PICTURES"); // a folder, to look at them
        QImage last;
        for (int tab = 0; tab < 3; ++tab) {
            open.window.findChild<QTabWidget*>()->setCurrentIndex(tab);
            QCoreApplication::processEvents(); // queued replots
            last = open.window.grab().toImage();
            if (!keep.isEmpty()) QVERIFY(last.save(QString::fromLocal8Bit(keep) + QStringLiteral("/training-%1-%2.png").arg(dark ? "dark" : "light").arg(tab)));
        }
        const QColor corner = last.pixelColor(2, 2);
        QCOMPARE(corner.lightness() < 128, dark);
    }

private:
    IsolatedSettings m_settings;
    QTemporaryDir m_words;
};

QTEST_MAIN(TrainingWindowTest)
#include "training_window_test.moc"
