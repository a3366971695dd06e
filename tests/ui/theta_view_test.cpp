// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/theta_view.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;

class ThetaViewTest : public QObject {
    Q_OBJECT
private slots:
    void units_data();
    void units();
    void curveOrMap_data();
    void curveOrMap();
    void scaleIsFixedToTheBounds_data();
    void scaleIsFixedToTheBounds();
    void mapShowsTheMapsColours();
    void rangesAreKeptWhenTheModeChanges();
};

namespace {

constexpr int support = 256;
constexpr int bins = support / 2 + 1;
constexpr int frames = 50;

std::shared_ptr<Spectrogram> tiled(ThetaMode mode, double theta = 64) {
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->sampleRate = 8000;
    Tiling& tiling = spectrogram->tiling;
    tiling.support = support;
    tiling.mode = mode;
    tiling.positions.setLinSpaced(frames, 0, (frames - 1) * 16.0);
    tiling.theta.setConstant(thetaRows(mode, frames), thetaCols(mode, bins), theta);
    spectrogram->magnitude.setOnes(frames, bins);
    return spectrogram;
}

} // namespace

void ThetaViewTest::units_data() {
    QTest::addColumn<ThetaUnit>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("name");
    QTest::newRow("samples") << ThetaUnit::samples << 812.4 << "samples";
    QTest::newRow("ms") << ThetaUnit::milliseconds << 18.4218 << "ms";
    QTest::newRow("Hz") << ThetaUnit::bandwidthHz << 108.567 << "Hz";
}

void ThetaViewTest::units() {
    QFETCH(ThetaUnit, unit);
    QFETCH(double, value);
    QFETCH(QString, name);
    QVERIFY(std::abs(thetaInUnit(812.4, unit, 44100) - value) < 1e-3);
    QCOMPARE(thetaUnitName(unit), name);
}

void ThetaViewTest::curveOrMap_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<int>("points"); // of the curve; none in a map
    QTest::addColumn<bool>("number");
    QTest::newRow("shared") << ThetaMode::shared << 2 << true;
    QTest::newRow("time") << ThetaMode::time << frames << false;
    QTest::newRow("frequency") << ThetaMode::frequency << bins << false;
    QTest::newRow("time-frequency") << ThetaMode::timeFrequency << -1 << false;
}

void ThetaViewTest::curveOrMap() {
    QFETCH(ThetaMode, mode);
    QFETCH(int, points);
    QFETCH(bool, number);
    ThetaView view;
    view.resize(600, 200);
    view.setBounds(16, 255);
    view.setSpectrogram(tiled(mode));
    const auto* curve = qobject_cast<QCPCurve*>(view.plot().plottable(0));
    QCOMPARE(curve != nullptr, points >= 0);
    if (curve == nullptr)
        return;
    QCOMPARE(curve->dataCount(), points);
    QCOMPARE(curve->dataMainValue(0), 64.0);
    QCOMPARE(view.plot().item(0)->visible(), number);
    view.setUnit(ThetaUnit::milliseconds);
    QCOMPARE(curve->dataMainValue(0), 8.0);
    const double last = curve->dataMainKey(points - 1);
    QVERIFY(mode == ThetaMode::frequency ? last == 4000 : last < 1);
}

void ThetaViewTest::scaleIsFixedToTheBounds_data() {
    QTest::addColumn<ThetaUnit>("unit");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("reversed");
    QTest::newRow("samples") << ThetaUnit::samples << 16.0 << 160.0 << false;
    QTest::newRow("ms") << ThetaUnit::milliseconds << 2.0 << 20.0 << false;
    QTest::newRow("Hz") << ThetaUnit::bandwidthHz << 100.0 << 1000.0 << true;
}

void ThetaViewTest::scaleIsFixedToTheBounds() {
    QFETCH(ThetaUnit, unit);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, reversed);
    ThetaView view;
    view.setSpectrogram(tiled(ThetaMode::time));
    view.setBounds(16, 160);
    view.setUnit(unit);
    const QCPAxis& axis = *view.plot().yAxis;
    const double ratio = low / axis.range().lower; // a small margin, the same at both ends
    QVERIFY(ratio > 1 && ratio < 1.1);
    QVERIFY(std::abs(axis.range().upper / high - ratio) < 1e-9);
    QCOMPARE(axis.rangeReversed(), reversed);
    QCOMPARE(axis.scaleType(), QCPAxis::stLogarithmic);
    const QCPRange before = axis.range();
    view.setBounds(0, 5); // unusable: refused
    QCOMPARE(axis.range(), before);
}

void ThetaViewTest::mapShowsTheMapsColours() {
    ThetaView view;
    view.resize(600, 300);
    view.setBounds(16, 256);
    view.setSpectrogram(tiled(ThetaMode::timeFrequency, 64)); // halfway on the logarithmic scale
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.plot().replot();
    QVERIFY(QTest::qWaitFor([&] { return view.isCurrent(); }));
    view.plot().replot();
    const QImage image = view.plot().grab().toImage();
    const QPointF centre = view.plot().axisRect()->rect().center();
    const QRgb actual = image.pixel((centre * image.devicePixelRatio()).toPoint());
    const ColourMap::Table& table = ColourMap::named("viridis").table();
    QVERIFY(actual == table[127] || actual == table[128]); // 64 is stored as a float, on the boundary of the two
}

void ThetaViewTest::rangesAreKeptWhenTheModeChanges() {
    ThetaView view;
    view.setSpectrogram(tiled(ThetaMode::time));
    QSignalSpy spy(&view, &ThetaView::timeRangeChanged);
    view.setTimeRange(0.02, 0.05);
    for (const ThetaMode mode : {ThetaMode::timeFrequency, ThetaMode::shared, ThetaMode::time}) {
        view.setSpectrogram(tiled(mode));
        QCOMPARE(view.timeRange(), (AxisSpan{0.02, 0.05}));
    }
    QCOMPARE(spy.count(), 0);
    view.setSpectrogram(nullptr);
    QCOMPARE(view.timeRange(), (AxisSpan{0.02, 0.05}));
}

QTEST_MAIN(ThetaViewTest)
#include "theta_view_test.moc"
