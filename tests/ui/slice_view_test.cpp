// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/views/landscape_view.h"
#include "ui/views/slice_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;

namespace {

SpectrumSlice ramp(double offset) {
    SpectrumSlice slice{100, {}};
    for (int bin = 0; bin < 41; ++bin)
        slice.levelDb.push_back(offset - bin);
    return slice;
}

} // namespace

class SliceViewTest : public QObject {
    Q_OBJECT

private slots:
    void drawsTheLevelsOnEveryScale() {
        SliceView view;
        view.resize(300, 260);
        view.setSlices(ramp(-10), ramp(-30));
        for (const FrequencyScaleName& scale : frequencyScales()) {
            view.setFrequencyScale(scale.scale);
            const auto data = view.adaptiveGraph().data();
            QCOMPARE(data->size(), needsPositive(scale.scale) ? 40 : 41);
            const auto last = data->constEnd() - 1;
            QVERIFY(std::abs(scaleHz(scale.scale, last->key) - 4000) < 1e-6);
            QCOMPARE(last->value, -50.0);
        }
    }

    void theWindowHasItsTrueLengthAndShape() {
        SliceView view;
        view.setWindowShape({{1, 1, 1}, 0.02, 0.1}); // rectangular, 20 ms of 100
        const auto data = view.windowGraph().data();
        QCOMPARE(data->size(), 5);
        QVERIFY(std::abs(data->at(0)->key + 10) < 1e-9 && data->at(0)->value == 0); // upright side
        QVERIFY(std::abs(data->at(4)->key - 10) < 1e-9);
        QCOMPARE(data->at(2)->value, 1.0);
        const QCPRange range = view.windowGraph().keyAxis()->range();
        QVERIFY(std::abs(range.lower + 50) < 1e-9 && std::abs(range.upper - 50) < 1e-9);
    }

    void infiniteLevelsStayBelow() {
        SliceView view;
        SpectrumSlice silent{100, {-std::numeric_limits<double>::infinity(), -20}};
        view.setSlices(silent, {});
        QVERIFY(std::isfinite(view.adaptiveGraph().data()->constBegin()->value));
    }

    void landscapeSaysWhatEachCost() {
        LandscapeView view;
        view.resize(320, 300);
        view.setComputable(true, {});
        QSignalSpy asked(&view, &LandscapeView::computeRequested);
        view.button().click();
        QCOMPARE(asked.count(), 1);
        view.setLandscape({{100, 200, 400, 800}, {9.4, 9.1, 9.3, 9.8}});
        view.setDescent({{512, 9.5}, {300, 9.2}, {210, 9.09}}, -1);
        for (const char* said : {"4 transforms", "θ = 200", "5 transforms", "θ = 210"})
            QVERIFY2(view.words().contains(QString::fromUtf8(said)), qPrintable(view.words()));
        QCOMPARE(view.dot().data()->constBegin()->key, 210.0);
        view.setDescent({{512, 9.5}, {300, 9.2}, {210, 9.09}}, 1); // the slider is moved back
        QCOMPARE(view.dot().data()->constBegin()->key, 300.0);
        QVERIFY(view.plot().yAxis->range().contains(9.8) && view.plot().yAxis->range().contains(9.09));
        view.setComputable(false, QStringLiteral("not yet"));
        QVERIFY(!view.button().isEnabled() && view.words().contains("not yet"));
    }
};

QTEST_MAIN(SliceViewTest)
#include "slice_view_test.moc"
