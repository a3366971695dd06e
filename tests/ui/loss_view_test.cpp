// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/views/loss_plot.h"
#include "ui/views/loss_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace thetascope;

namespace {

IterationRecord record(int iteration, double objective, std::vector<TermValue> terms = {}) {
    IterationRecord made;
    made.iteration = iteration;
    made.objective = objective;
    made.terms = std::move(terms);
    return made;
}

std::vector<IterationRecord> descent(int count, double offset = 0) {
    std::vector<IterationRecord> records;
    for (int i = 0; i < count; ++i) {
        const double entropy = offset + 10 + std::exp(-i / 20.0), roughness = 1e6 * (1 - std::exp(-i / 10.0));
        records.push_back(record(i, entropy + 1e-7 * roughness, {{"entropy", entropy, 1}, {"smoothness", roughness, 1e-7}}));
    }
    return records;
}

} // namespace

class LossViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LossView> m_view;

    LossPlot& plot() { return m_view->plot(); }
    QString key() const { return m_view->findChild<QLabel*>()->text().replace(QChar(0x00a0), u' '); }
    QPoint at(int iteration) { return {qRound(plot().pixelOf(iteration)), plot().axisRect()->center().y()}; }

private slots:
    void init() {
        m_view = std::make_unique<LossView>();
        m_view->setPalette(lightPalette());
        m_view->resize(600, 260);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void startsEmpty() {
        QVERIFY(key().contains("once a descent runs"));
        QVERIFY(!plot().xAxis->tickLabels() && !plot().yAxis->tickLabels());
        QSignalSpy picked{m_view.get(), &LossView::iterationPicked};
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, plot().axisRect()->center());
        QCOMPARE(picked.size(), 0);
    }

    void drawsRawValues() {
        m_view->append(descent(50));
        m_view->append({record(50, 12.5)});
        const auto data = plot().objectiveGraph()->data();
        QCOMPARE(data->size(), 51);
        QVERIFY(plot().xAxis->tickLabels() && plot().yAxis->tickLabels());
        QCOMPARE((data->constEnd() - 1)->value, 12.5);
        QVERIFY(plot().yAxis->range().contains(12.5));
        QVERIFY(plot().yAxis->range().contains(10.2));
    }

    void everyTermFillsItsOwnAxis() {
        m_view->append(descent(100));
        int terms = 0;
        for (int i = 0; i < plot().graphCount(); ++i) {
            const auto* graph = plot().graph(i);
            if (graph->valueAxis() == plot().yAxis)
                continue;
            bool found = false;
            const QCPRange values = graph->getValueRange(found);
            QVERIFY(found);
            QVERIFY(values.size() / graph->valueAxis()->range().size() > 0.8);
            ++terms;
        }
        QCOMPARE(terms, 2);
    }

    void keyTellsValuesAndWeights() {
        m_view->append({record(0, 11, {{"entropy", 10, 1}, {"smoothness", 1000, 0.001}})});
        QVERIFY2(key().contains("objective 11.000"), qPrintable(key()));
        QVERIFY2(key().contains("entropy 10.000"), qPrintable(key()));
        QVERIFY2(key().contains(QStringLiteral("smoothness 1000.0 \u00d7 0.001")), qPrintable(key()));
    }

    void keyFollowsTheShownIteration() {
        m_view->append({record(0, 11), record(1, 9), record(2, 10)});
        QVERIFY(key().contains("objective 10.000"));
        m_view->setShown(1);
        QVERIFY(key().contains("objective 9.0000"));
        m_view->setBest(1);
        QVERIFY(key().contains("best 9.0000 at 1"));
        m_view->setShown(-1);
        QVERIFY(key().contains("objective 10.000"));
    }

    void aTermThatIsTheObjectiveIsNotDrawnTwice() {
        m_view->append({record(0, 11, {{"entropy", 11, 1}}), record(1, 10, {{"entropy", 10, 1}})});
        QVERIFY(!plot().termColour("entropy").isValid());
        m_view->append({record(2, 9, {{"entropy", 8, 1}, {"smoothness", 1, 1}})}); // a term was added on the way
        QVERIFY(plot().termColour("entropy").isValid());
        QVERIFY(plot().termColour("smoothness").isValid());
    }

    void clickingPicksAnIteration() {
        m_view->append(descent(101));
        plot().replot();
        QSignalSpy picked{m_view.get(), &LossView::iterationPicked};
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, at(40));
        QCOMPARE(picked.size(), 1);
        QVERIFY(std::abs(picked[0][0].toInt() - 40) <= 1);
        QTest::mousePress(&plot(), Qt::LeftButton, {}, at(40));
        QTest::mouseMove(&plot(), at(70));
        QTest::mouseMove(&plot(), {plot().axisRect()->right() + 30, 50}); // beyond the end: the last
        QTest::mouseRelease(&plot(), Qt::LeftButton, {}, at(70));
        QCOMPARE(picked.last()[0].toInt(), 100);
    }

    void clickingPicksOnALogarithmicAxis() {
        m_view->append(descent(1001));
        QTest::mouseClick(m_view->findChildren<QCheckBox*>().at(0), Qt::LeftButton, {}, {8, 8});
        QVERIFY(m_view->logX());
        plot().replot();
        QSignalSpy picked{m_view.get(), &LossView::iterationPicked};
        for (const int iteration : {0, 1, 10, 100})
            QTest::mouseClick(&plot(), Qt::LeftButton, {}, at(iteration));
        QCOMPARE(picked[0][0].toInt(), 0);
        QCOMPARE(picked[1][0].toInt(), 1);
        QCOMPARE(picked[2][0].toInt(), 10);
        QVERIFY(std::abs(picked[3][0].toInt() - 100) <= 2);
    }

    void logYOfPositiveValues() {
        m_view->append(descent(100));
        m_view->setLogY(true);
        QCOMPARE(plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
        QCOMPARE(plot().yAxis->label(), QStringLiteral("Objective"));
        QVERIFY(plot().yAxis->range().lower > 0);
        QCOMPARE(plot().objectiveGraph()->data()->constBegin()->value, descent(1).front().objective);
    }

    void logYOfNegativeValuesIsTheDistance() {
        m_view->setLogY(true);
        m_view->append({record(0, -1), record(1, -2)});
        m_view->append({record(2, -3), record(3, -2.5)});
        QCOMPARE(plot().yAxis->label(), QStringLiteral("Objective above lowest"));
        const auto data = plot().objectiveGraph()->data();
        QCOMPARE(data->at(0)->value, 2.0);
        QCOMPARE(data->at(1)->value, 1.0);
        QVERIFY(data->at(2)->value > 0); // the lowest itself: below the axis
        QVERIFY(data->at(2)->value < plot().yAxis->range().lower);
        m_view->setLogY(false);
        QCOMPARE(plot().objectiveGraph()->data()->at(2)->value, -3.0);
    }

    void notANumberLeavesAGap() {
        m_view->append({record(0, 11), record(1, std::nan("")), record(2, 10)});
        QVERIFY(plot().yAxis->range().size() < 2);
        QVERIFY(plot().yAxis->range().contains(10.5));
    }

    void otherRunsLieUnderTheCurrentOne() {
        m_view->setRuns({{"run 1", 0, descent(80, 0.2)}, {"run 2", 1, descent(30, 0.1)}, {"run 3", 2, descent(20, 0.3)}});
        m_view->append(descent(40));
        for (const char* name : {"run 1", "run 2", "run 3"})
            QVERIFY2(key().contains(name), qPrintable(key()));
        QVERIFY(plot().xAxis->range().contains(80)); // as long as the longest
        const auto& colours = curveColours(lightPalette());
        const QString text = m_view->findChild<QLabel*>()->text();
        for (std::size_t i : {1u, 2u, 3u})
            QVERIFY(text.contains(colours[i].name()));
        m_view->clear();
        QCOMPARE(plot().runs().size(), std::size_t{3}); // a new run does not take them away
        m_view->setRuns({});
        QVERIFY(!key().contains("run 1"));
    }

    void otherRunsFollowALogarithmicObjective() {
        m_view->setRuns({{"run 1", 0, descent(80, 0.2)}});
        m_view->append(descent(40));
        m_view->setLogY(true);
        double greatest = 0;
        for (int i = 0; i < plot().graphCount(); ++i)
            if (plot().graph(i)->data()->size() == 80)
                greatest = plot().graph(i)->data()->constBegin()->value;
        QCOMPARE(greatest, descent(1, 0.2).front().objective);
    }

    void aFarRunDoesNotSqueeze() {
        m_view->setRuns({{"another objective", 0, descent(40, 5000)}});
        m_view->append(descent(40));
        QVERIFY(plot().yAxis->range().size() < 3);
    }

    void clearForgets() {
        m_view->append(descent(40));
        m_view->setBest(3);
        m_view->clear();
        QCOMPARE(plot().objectiveGraph()->data()->size(), 0);
        QVERIFY(!plot().termColour("entropy").isValid());
        QVERIFY(key().contains("once a descent runs"));
        m_view->append(descent(5)); // and starts anew
        QCOMPARE(plot().objectiveGraph()->data()->size(), 5);
    }

    void bestAndShownAreDrawn() {
        m_view->append(descent(101));
        m_view->setBest(60);
        m_view->setShown(30);
        const QImage image = plot().toPixmap(plot().width(), plot().height()).toImage();
        const double y = plot().yAxis->coordToPixel(descent(101)[60].objective);
        QCOMPARE(image.pixelColor(at(60).x(), qRound(y)), goodColour(plot().palette()));
        int line = 0;
        for (int dx = -1; dx <= 1; ++dx)
            for (int row = plot().axisRect()->top(); row < plot().axisRect()->bottom(); ++row)
                line += image.pixelColor(at(30).x() + dx, row) == accentColour(plot().palette());
        QVERIFY2(line > plot().axisRect()->height() / 2, qPrintable(QString::number(line)));
    }

    void followsTheTheme() {
        m_view->append(descent(20));
        m_view->setPalette(darkPalette());
        const QImage image = plot().toPixmap(plot().width(), plot().height()).toImage();
        QCOMPARE(image.pixelColor(2, 2), darkPalette().color(QPalette::Base));
        QCOMPARE(plot().objectiveGraph()->pen().color(), curveColours(darkPalette()).front());
    }
};

QTEST_MAIN(LossViewTest)
#include "loss_view_test.moc"
