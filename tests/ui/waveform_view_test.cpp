// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shown_waveform.h"
#include "ui/views/axis_margins.h"
#include "ui/views/waveform_layers.h"

#include <QSignalSpy>
#include <QtTest>
#include <limits>
#include <random>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

WaveformPeaks::Range slowRange(const std::vector<float>& samples, int first, int last) {
    WaveformPeaks::Range range{samples[std::size_t(first)], samples[std::size_t(first)]};
    for (int i = first; i < last; ++i) {
        range.low = std::min(range.low, samples[std::size_t(i)]);
        range.high = std::max(range.high, samples[std::size_t(i)]);
    }
    return range;
}

} // namespace

class WaveformViewTest : public QObject, ShownWaveform {
    Q_OBJECT

private:
    QImage picture() { return m_view->toPixmap(m_view->width(), m_view->height()).toImage(); }
    int inkInColumn(const QImage& image, int x, const QColor& colour) const {
        int count = 0;
        for (int y = m_view->axisRect()->top(); y <= m_view->axisRect()->bottom(); ++y)
            count += image.pixelColor(x, y) == colour;
        return count;
    }

private slots:
    void init() { QVERIFY(show()); }

    void peaksAreExact() {
        std::mt19937 random{1};
        std::normal_distribution<float> normal;
        auto samples = std::make_shared<std::vector<float>>(10'007);
        for (float& sample : *samples)
            sample = normal(random);
        const WaveformPeaks peaks{samples, kRate};
        std::uniform_int_distribution<int> index{0, 10'006};
        for (int trial = 0; trial < 500; ++trial) {
            const auto [first, last] = std::minmax({index(random), index(random)});
            const auto fast = peaks.range(first, last + 1), slow = slowRange(*samples, first, last + 1);
            QCOMPARE(fast.low, slow.low);
            QCOMPARE(fast.high, slow.high);
        }
    }

    void peaksAtTheEdges() {
        auto samples = std::make_shared<std::vector<float>>(
            std::vector<float>{0.5F, std::nanf(""), 0.75F, std::numeric_limits<float>::infinity()});
        const WaveformPeaks peaks{samples, kRate};
        QCOMPARE(peaks.range(-5, 99).high, 0.75F);
        QCOMPARE(peaks.range(0, 2).low, 0.0F); // not finite: 0
        QCOMPARE(peaks.range(3, 3).high, 0.0F);
        QCOMPARE(peaks.range(7, 9).high, 0.0F);
        QCOMPARE(WaveformPeaks(std::make_shared<std::vector<float>>(), kRate).range(0, 1).high, 0.0F);
        QVERIFY_EXCEPTION_THROWN(WaveformPeaks(nullptr, kRate), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(WaveformPeaks(samples, 0), std::invalid_argument);
    }

    void wholeRecordingAtFirst() {
        QCOMPARE(m_view->lowerSeconds(), 0.0);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds));
        QVERIFY(m_view->yAxis->range().upper >= 1);
    }

    void clickIsNeverLost() {
        const QColor ink = curveColours(m_view->palette())[1];
        const QImage image = picture();
        int tallest = 0;
        for (int x = at(2.4).x(); x < at(2.6).x(); ++x)
            tallest = std::max(tallest, inkInColumn(image, x, ink));
        QVERIFY2(tallest > m_view->axisRect()->height() / 3, qPrintable(QString::number(tallest)));
        QVERIFY(inkInColumn(image, at(1.0).x(), ink) <= 2);
    }

    void setterIsSilentAndExact() {
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        m_view->setTimeRange(-1, 9); // a linked pane may show more than the recording
        QCOMPARE(m_view->lowerSeconds(), -1.0);
        QCOMPARE(m_view->upperSeconds(), 9.0);
        m_view->setTimeRange(3, 3); // no range at all: ignored
        QCOMPARE(m_view->upperSeconds(), 9.0);
        QCOMPARE(changed.size(), 0);
    }

    void framesAreTicked() {
        const auto ticksDrawn = [&] {
            const QImage image = picture();
            const int y = m_view->axisRect()->bottom() - 3;
            int count = 0;
            for (int x = m_view->axisRect()->left() + 2; x < m_view->axisRect()->right() - 1; ++x)
                count += image.pixelColor(x, y).lightness() < 160 && image.pixelColor(x - 1, y).lightness() >= 160;
            return count;
        };
        QCOMPARE(ticksDrawn(), 0);
        m_view->setTiling(evenTiling(9), kRate, 0);
        QVERIFY2(ticksDrawn() >= 7 && ticksDrawn() <= 9, qPrintable(QString::number(ticksDrawn()))); // two at the edges
        m_view->clearTiling();
        QCOMPARE(ticksDrawn(), 0);
    }

    void ticksThinOut_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("stride");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("few") << 100 << 1;
        QTest::newRow("just fits") << 200 << 1;
        QTest::newRow("just too many") << 201 << 2;
        QTest::newRow("many") << 2700 << 20;
        QTest::newRow("an hour") << 620'000 << 5000;
    }

    void ticksThinOut() {
        QFETCH(int, frames);
        QTEST(frameTickStride(frames, 1000), "stride");
    }

    void taperIsDrawn() {
        const auto differs = [&](const QImage& before) {
            return picture().pixelColor(at(1.0)) != before.pixelColor(at(1.0));
        };
        const QImage before = picture();
        m_view->setWindowShape(1.0, 0.5);
        QVERIFY(differs(before));
        m_view->clearWindowShape();
        QVERIFY(!differs(before));
    }

    void regionIsShaded() {
        const QImage before = picture();
        const QPoint inside = at(1.5) + QPoint(0, 30), outside = at(3.5) + QPoint(0, 30);
        m_view->setRegion(1, 2);
        QVERIFY(picture().pixelColor(inside) != before.pixelColor(inside));
        QCOMPARE(picture().pixelColor(outside), before.pixelColor(outside));
        m_view->setRegion({}, {});
        QCOMPARE(picture().pixelColor(inside), before.pixelColor(inside));
    }

    void linesUpWithOtherPanes() {
        QCOMPARE(m_view->axisRect()->left(), axisLeftMargin(m_view->fontMetrics()));
        m_view->setHorizontalMargins(70, 30);
        m_view->replot();
        QCOMPARE(m_view->axisRect()->left(), 70);
        QCOMPARE(m_view->axisRect()->right(), m_view->width() - 30 - 1);
    }

    void followsTheTheme() {
        m_view->setPalette(darkPalette());
        QCOMPARE(picture().pixelColor(at(1.0) + QPoint(3, 30)), darkPalette().color(QPalette::Base));
    }

    void emptyIsFine() {
        m_view->setPeaks(nullptr);
        wheel(at(0.5), 3);
        m_view->setPeaks(std::make_shared<WaveformPeaks>(std::make_shared<std::vector<float>>(), kRate));
        QVERIFY(!picture().isNull());
    }
};

QTEST_MAIN(WaveformViewTest)
#include "waveform_view_test.moc"
