// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QFontMetricsF>
#include <QLabel>
#include <QMainWindow>
#include <QStyleOptionButton>
#include <QtTest>
#include <qcustomplot.h>

using namespace thetascope;

namespace {

constexpr double kTextContrast = 7, kReadable = 4.5, kCurve = 3; // WCAG 2.1: AAA text, AA text, graphics

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void palettes_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << lightPalette() << false;
        QTest::newRow("dark") << darkPalette() << true;
    }

    void palettes() {
        QFETCH(QPalette, palette);
        QFETCH(bool, dark);
        QCOMPARE(isDark(palette), dark);
        for (const auto back : {QPalette::Window, QPalette::Base, QPalette::Button}) {
            QVERIFY(contrast(palette.color(QPalette::Text), palette.color(back)) >= kTextContrast);
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= kReadable);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= kReadable);
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Active, QPalette::Text));
    }

    void meanings_data() { palettes_data(); }

    void meanings() {
        QFETCH(QPalette, palette);
        for (const auto& colour : {accentColour(palette), goodColour(palette), warningColour(palette), errorColour(palette),
                                   mutedColour(palette)}) {
            QVERIFY2(contrast(colour, palette.color(QPalette::Base)) >= kReadable, qPrintable(colour.name()));
            QVERIFY2(contrast(colour, palette.color(QPalette::Window)) >= kReadable, qPrintable(colour.name()));
        }
    }

    void curves_data() { palettes_data(); }

    void curves() {
        QFETCH(QPalette, palette);
        const auto& colours = curveColours(palette);
        QVERIFY(colours.size() >= 6);
        for (std::size_t i = 0; i < colours.size(); ++i) {
            QVERIFY2(contrast(colours[i], palette.color(QPalette::Base)) >= kCurve, qPrintable(colours[i].name()));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(colours[i] != colours[j]);
        }
    }

    void contrastOfBlackAndWhite() {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-6);
        QVERIFY(std::abs(contrast(Qt::red, Qt::red) - 1) < 1e-6);
    }

    void plotsAreRecoloured_data() { palettes_data(); }

    void plotsAreRecoloured() {
        QFETCH(QPalette, palette);
        QCustomPlot plot;
        plot.resize(200, 150);
        auto* scale = new QCPColorScale(&plot);
        plot.plotLayout()->addElement(0, 1, scale);
        stylePlot(plot, palette);
        const QColor text = palette.color(QPalette::Text), base = palette.color(QPalette::Base);
        QCOMPARE(plot.xAxis->tickLabelColor(), text);
        QCOMPARE(scale->axis()->tickLabelColor(), text);
        QVERIFY(contrast(plot.xAxis->basePen().color(), base) >= kCurve);
        QVERIFY(contrast(plot.xAxis->grid()->pen().color(), base) < 2); // there, but behind the data
        QCOMPARE(plot.toPixmap(200, 150).toImage().pixelColor(1, 1), base);
    }

    void applying() {
        applyTheme(*qApp, Theme::dark);
        QVERIFY(isDark(QLabel().palette()));
        QVERIFY(isDark(qApp->palette()));
        applyTheme(*qApp, Theme::light);
        QVERIFY(!isDark(QLabel().palette()));
        QCOMPARE(qApp->style()->objectName().toLower(), QStringLiteral("fusion"));
        QVERIFY(!qApp->style()->styleHint(QStyle::SH_EtchDisabledText)); // twice as blurred in the dark
    }

    void systemForgetsTheOverride() {
        applyTheme(*qApp, Theme::light);
        applyTheme(*qApp, Theme::system);
        const bool before = isDark(qApp->palette());
        applyTheme(*qApp, before ? Theme::light : Theme::dark);
        applyTheme(*qApp, Theme::system);
        QCOMPARE(isDark(qApp->palette()), before);
    }

    void emptyCheckBoxesAreSeen_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::light;
        QTest::newRow("dark") << Theme::dark;
    }

    void emptyCheckBoxesAreSeen() {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        QCheckBox box;
        box.resize(box.sizeHint());
        QStyleOptionButton option;
        option.initFrom(&box);
        const QRect outline = box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
        const QColor edge = box.grab().toImage().pixelColor(outline.left(), outline.center().y());
        QVERIFY2(contrast(edge, box.palette().color(QPalette::Window)) >= kCurve, qPrintable(edge.name()));
    }

    void buttonsOfDocksAreSeen_data() { emptyCheckBoxesAreSeen_data(); }

    /// Also in a dock that was there before the theme.
    void buttonsOfDocksAreSeen() {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme == Theme::dark ? Theme::light : Theme::dark);
        QMainWindow window;
        QDockWidget dock(QStringLiteral("dock"));
        window.addDockWidget(Qt::LeftDockWidgetArea, &dock);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        applyTheme(*qApp, theme);
        QVERIFY(QTest::qWaitFor([&] { return isDark(dock.palette()) == (theme == Theme::dark); }));
        for (const char* const name : {"qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"}) {
            const QImage image = dock.findChild<QAbstractButton*>(QLatin1String(name))->grab().toImage();
            int seen = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    seen += contrast(image.pixelColor(x, y), dock.palette().color(QPalette::Window)) >= kCurve ? 1 : 0;
            QVERIFY2(seen >= 6, name);
        }
    }

    void digitsHaveOneWidth() {
        const QFontMetricsF metrics{tabularFont(QFont())};
        for (const char digit : {'1', '4', '7', '8'})
            QVERIFY(std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - metrics.horizontalAdvance(u'0')) < 0.01);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
