// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/views/history_bar.h"
#include "ui/views/history_slider.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace thetascope;

class HistoryBarTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<HistoryBar> m_bar;

    QToolButton* button(const QString& name) const {
        for (auto* each : m_bar->findChildren<QToolButton*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    void press(const QString& name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    HistorySlider* slider() const { return m_bar->findChild<HistorySlider*>(); }
    QString words() const { return m_bar->findChild<QLabel*>()->text(); }

private slots:
    void init() {
        m_bar = std::make_unique<HistoryBar>();
        m_bar->setPalette(lightPalette());
        m_bar->resize(700, m_bar->sizeHint().height());
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }

    void nothingYet() {
        QCOMPARE(words(), QStringLiteral("no run yet"));
        for (auto* each : m_bar->findChildren<QToolButton*>())
            QVERIFY(!each->isEnabled());
        QVERIFY(!slider()->isEnabled());
    }

    void followsSilently() {
        QSignalSpy shown{m_bar.get(), &HistoryBar::shownChanged};
        m_bar->setCount(100);
        m_bar->setCount(137);
        QCOMPARE(m_bar->shown(), 137);
        QCOMPARE(slider()->value(), 137);
        QCOMPARE(shown.size(), 0);
    }

    void saysWhereItIs() {
        m_bar->setCount(240);
        m_bar->setBest(131);
        m_bar->setShown(137);
        QCOMPARE(words(), QStringLiteral("iteration 137 / 240, best 131"));
    }

    void clickingGoesThere() {
        m_bar->setCount(200);
        QSignalSpy shown{m_bar.get(), &HistoryBar::shownChanged};
        QTest::mouseClick(slider(), Qt::LeftButton, {}, {slider()->pixelOf(50), slider()->height() / 2});
        QVERIFY(shown.size() >= 1);
        QVERIFY(std::abs(shown.last().first().toInt() - 50) <= 1);
        QVERIFY(!m_bar->isFollowing());
        m_bar->setCount(220); // more arrives: it stays
        QVERIFY(std::abs(m_bar->shown() - 50) <= 1);
    }

    void draggingScrubs() {
        m_bar->setCount(200);
        QSignalSpy shown{m_bar.get(), &HistoryBar::shownChanged};
        const int y = slider()->height() / 2;
        QTest::mousePress(slider(), Qt::LeftButton, {}, {slider()->pixelOf(200), y});
        for (const int iteration : {150, 100, 60})
            QTest::mouseMove(slider(), {slider()->pixelOf(iteration), y});
        QTest::mouseRelease(slider(), Qt::LeftButton, {}, {slider()->pixelOf(60), y});
        QVERIFY(shown.size() >= 3);
        QVERIFY(std::abs(m_bar->shown() - 60) <= 1);
    }

    void buttons() {
        m_bar->setCount(10);
        m_bar->setBest(4);
        QSignalSpy shown{m_bar.get(), &HistoryBar::shownChanged};
        QSignalSpy follow{m_bar.get(), &HistoryBar::followRequested};
        press("Previous iteration");
        QCOMPARE(m_bar->shown(), 9);
        press("First iteration");
        QCOMPARE(m_bar->shown(), 0);
        QVERIFY(!button("Previous iteration")->isEnabled());
        press("Next iteration");
        QCOMPARE(m_bar->shown(), 1);
        press("Best iteration");
        QCOMPARE(m_bar->shown(), 4);
        QCOMPARE(shown.size(), 4);
        press("Newest iteration");
        QCOMPARE(follow.size(), 1);
        QVERIFY(m_bar->isFollowing());
        QVERIFY(button("Newest iteration")->isChecked());
        QCOMPARE(m_bar->shown(), 10);
    }

    void playsToTheEnd() {
        m_bar->setPlayRate(1000);
        m_bar->setCount(5); // following: at the end, so playing begins at the start
        QSignalSpy shown{m_bar.get(), &HistoryBar::shownChanged};
        press("Play");
        QVERIFY(m_bar->isPlaying());
        QTRY_VERIFY(!m_bar->isPlaying());
        QList<int> seen;
        for (const auto& each : shown)
            seen << each.first().toInt();
        QCOMPARE(seen, (QList<int>{0, 1, 2, 3, 4, 5}));
        QVERIFY(!m_bar->isFollowing());
    }

    void playingStops() {
        m_bar->setPlayRate(1);
        m_bar->setCount(50);
        press("Play");
        QVERIFY(m_bar->isPlaying());
        press("Pause");
        QVERIFY(!m_bar->isPlaying());
        press("Play");
        m_bar->setCount(-1);
        QVERIFY(!m_bar->isPlaying());
    }

    void clamps() {
        m_bar->setCount(10);
        m_bar->setShown(99);
        QCOMPARE(m_bar->shown(), 10);
        m_bar->setShown(-3);
        QCOMPARE(m_bar->shown(), 0);
    }

    void bestIsMarked() {
        m_bar->setCount(100);
        m_bar->setBest(30);
        const QImage image = slider()->grab().toImage();
        const double ratio = image.devicePixelRatio();
        const QPoint at{int((slider()->pixelOf(30) + 0.5) * ratio), int(1.5 * ratio)};
        QCOMPARE(image.pixelColor(at), goodColour(slider()->palette()));
        QVERIFY(image.pixelColor(int(slider()->pixelOf(70) * ratio), at.y()) != goodColour(slider()->palette()));
    }
};

QTEST_MAIN(HistoryBarTest)
#include "history_bar_test.moc"
