// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/views/overview_strip.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

using namespace thetascope;

class OverviewStripTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OverviewStrip> m_strip;

    static std::shared_ptr<const WaveformPeaks> burst() {
        auto samples = std::make_shared<std::vector<float>>(10000, 0.0F); // 10 s, loud from 5 s to 6 s
        for (std::size_t i = 5000; i < 6000; ++i)
            (*samples)[i] = i % 2 == 0 ? 0.5F : -0.5F;
        return std::make_shared<const WaveformPeaks>(samples, 1000);
    }
    QPoint at(double seconds) const { return {qRound(m_strip->pixelOf(seconds)), m_strip->height() / 2}; }
    void drag(const QPoint& from, const QPoint& to) {
        QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_strip.get(), to);
        QMouseEvent move(QEvent::MouseMove, to, m_strip->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_strip.get(), &move);
        QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, to);
    }
    static bool near(double a, double b, double tolerance = 0.06) { return std::abs(a - b) <= tolerance; }

private slots:
    void init() {
        m_strip = std::make_unique<OverviewStrip>();
        m_strip->setPalette(lightPalette());
        m_strip->setHorizontalMargins(0, 0);
        m_strip->resize(500, 36);
        m_strip->setPeaks(burst());
        m_strip->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
    }

    void showsTheWholeRecording() {
        QCOMPARE(m_strip->lower(), 0.0);
        QCOMPARE(m_strip->upper(), 10.0);
        const QImage image = m_strip->grab().toImage();
        const double ratio = image.devicePixelRatio();
        const auto pixel = [&](double seconds) {
            return image.pixelColor((QPointF(m_strip->pixelOf(seconds), 10) * ratio).toPoint());
        };
        QVERIFY(pixel(5.5) != pixel(2.0)); // the burst reaches up there, silence does not
        QCOMPARE(pixel(2.0), pixel(8.0));
    }

    void draggingTheFrameMovesIt() {
        m_strip->setVisibleRange(2, 4);
        QSignalSpy edited(m_strip.get(), &OverviewStrip::rangeEdited);
        drag(at(3), at(6));
        QVERIFY(edited.count() > 0);
        QVERIFY(near(m_strip->lower(), 5) && near(m_strip->upper(), 7));
        drag(at(6), at(60)); // no further than the end
        QCOMPARE(m_strip->upper(), 10.0);
        QVERIFY(near(m_strip->upper() - m_strip->lower(), 2, 1e-9));
    }

    void draggingASideChangesTheLength() {
        m_strip->setVisibleRange(2, 4);
        drag(at(4), at(8));
        QVERIFY(near(m_strip->lower(), 2) && near(m_strip->upper(), 8));
        drag(at(2), at(1));
        QVERIFY(near(m_strip->lower(), 1) && near(m_strip->upper(), 8));
    }

    void aClickBesideGoesThere() {
        m_strip->setVisibleRange(1, 2);
        QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, at(7));
        QVERIFY(near(m_strip->lower(), 6.5) && near(m_strip->upper(), 7.5));
        QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, at(7));
        QCOMPARE(m_strip->lower(), 0.0);
        QCOMPARE(m_strip->upper(), 10.0);
    }

    void theWheelZoomsAboutThePointer() {
        const QPoint pointer = at(5);
        QWheelEvent wheel(pointer, m_strip->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_strip.get(), &wheel);
        QVERIFY(near(m_strip->upper() - m_strip->lower(), 8, 1e-9));
        QVERIFY(near(0.5 * (m_strip->upper() + m_strip->lower()), 5));
    }

    void keysMoveAndZoom() {
        m_strip->setVisibleRange(4, 6);
        QTest::keyClick(m_strip.get(), Qt::Key_Right);
        QVERIFY(near(m_strip->lower(), 4.4, 1e-9));
        QTest::keyClick(m_strip.get(), Qt::Key_Up);
        QVERIFY(near(m_strip->upper() - m_strip->lower(), 1.6, 1e-9));
        QTest::keyClick(m_strip.get(), Qt::Key_End);
        QCOMPARE(m_strip->upper(), 10.0);
        QTest::keyClick(m_strip.get(), Qt::Key_Home);
        QCOMPARE(m_strip->lower(), 0.0);
    }

    void settersAreSilent() {
        QSignalSpy edited(m_strip.get(), &OverviewStrip::rangeEdited);
        m_strip->setVisibleRange(1, 3);
        m_strip->setPeaks(nullptr);
        QTest::keyClick(m_strip.get(), Qt::Key_Right);
        QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, {100, 10});
        QCOMPARE(edited.count(), 0);
        QVERIFY(!m_strip->grab().isNull());
    }
};

QTEST_MAIN(OverviewStripTest)
#include "overview_strip_test.moc"
