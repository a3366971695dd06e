// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mouse.h"
#include "ui/views/theta_view.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;
using namespace thetascope::testing;

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
    void aCurveObeysTheTools_data();
    void aCurveObeysTheTools();
    void harmonicsAreMarkedOnACurveOverFrequency();
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

void ThetaViewTest::aCurveObeysTheTools_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<double>("from"); // along the axis at hand
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("tolerance"); // a frame or a bin
    QTest::newRow("shared") << ThetaMode::shared << 0.04 << 0.08 << 0.002;
    QTest::newRow("time") << ThetaMode::time << 0.04 << 0.08 << 0.002;
    QTest::newRow("frequency") << ThetaMode::frequency << 1000.0 << 3000.0 << 31.25;
}

void ThetaViewTest::aCurveObeysTheTools() {
    QFETCH(ThetaMode, mode);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, tolerance);
    ThetaView view;
    view.resize(600, 200);
    view.setBounds(16, 255);
    view.setSpectrogram(tiled(mode));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    std::vector<std::pair<std::optional<AxisSpan>, std::optional<AxisSpan>>> selected, measured;
    connect(&view, &ThetaView::regionSelected, this, [&](auto seconds, auto hertz) { selected.emplace_back(seconds, hertz); });
    connect(&view, &ThetaView::measured, this, [&](auto seconds, auto hertz) { measured.emplace_back(seconds, hertz); });
    const QCPAxis& axis = *view.plot().xAxis;
    const int y = view.plot().axisRect()->center().y();
    const auto drag = [&] {
        dragPointer(view.plot(), {qRound(axis.coordToPixel(from)), y}, {qRound(axis.coordToPixel(to)), y});
    };
    const auto isThere = [&](const auto& part) {
        const auto& span = mode == ThetaMode::frequency ? part.second : part.first;
        const auto& other = mode == ThetaMode::frequency ? part.first : part.second;
        return !other && span && std::abs(span->low - from) <= tolerance && std::abs(span->high - to) <= tolerance;
    };
    const QCPRange before = axis.range();
    view.setTool(Tool::select);
    drag();
    QCOMPARE(selected.size(), std::size_t{1});
    QVERIFY(isThere(selected.front()));
    const QImage plain = view.grab().toImage();
    view.setSelection(selected.front().first, selected.front().second);
    QVERIFY(view.grab().toImage() != plain);
    view.setSelection({}, {});
    view.setTool(Tool::measure);
    drag();
    QVERIFY(!measured.empty() && isThere(measured.back()));
    view.setMeasure(measured.back().first, measured.back().second, QStringLiteral("1"));
    QVERIFY(view.grab().toImage() != plain);
    QCOMPARE(axis.range(), before);
    QCOMPARE(selected.size(), std::size_t{1});
    view.setTool(Tool::navigate);
    mode == ThetaMode::frequency ? view.setFrequencyRange(500, 3500) : view.setTimeRange(0.03, 0.09);
    const QCPRange closer = axis.range();
    drag();
    QVERIFY(axis.range().lower < closer.lower);
}

void ThetaViewTest::harmonicsAreMarkedOnACurveOverFrequency() {
    ThetaView view;
    view.resize(600, 200);
    view.setBounds(16, 255);
    view.setSpectrogram(tiled(ThetaMode::frequency));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setCursor({}, 900);
    const QImage plain = view.grab().toImage();
    view.setHarmonics(true);
    const QImage marked = view.grab().toImage();
    const int y = view.plot().axisRect()->bottom() - 8;
    const auto differs = [&](double hz) {
        const int x = qRound(view.plot().xAxis->coordToPixel(hz));
        for (int dx = -2; dx <= 2; ++dx)
            if (marked.pixel(x + dx, y) != plain.pixel(x + dx, y))
                return true;
        return false;
    };
    QVERIFY(differs(1800) && differs(2700) && differs(3600));
    QVERIFY(!differs(2250));
}

QTEST_MAIN(ThetaViewTest)
#include "theta_view_test.moc"
