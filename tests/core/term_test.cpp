// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every term: its description, its gradient against finite differences, its manners at the extremes.
#include "core/optim/gradient_check.h"
#include "tests/core/term_support.h"

#include <QtTest>
#include <limits>
#include <set>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

// Five-point differences with this step agree to about 5e-10 (measured); a wrong factor or sign shows as 0.1 and more.
constexpr double checkStep = 1e-3, checkTolerance = 2e-8;

const char* const expressions[]{"entropy",  "renyi", "renyi(alpha=1.5,power=1)", "lp_over_lq", "lp_over_lq(p=1.5,q=4)",
                                "kurtosis", "kurtosis(inverse=1)", "coverage", "smoothness", "smoothness(log=1)",
                                "smoothness(neighbours=4)", "smoothness(neighbours=4,log=1)", "nonlocal", "nonlocal(log=0,search=1)",
                                "local_entropy(frames=4,bins=4)", "local_entropy(power=0)", "kurtosis(inverse=2)", "concentration",
                                "concentration(alpha=1.5,frames=1,bins=3,power=0)", "concentration(frames=0,bins=40,power=1)",
                                "kurtosis(spacing=0)", "kurtosis(inverse=1,spacing=0)",
                                "0.3*entropy-2*coverage+1e-2*smoothness"};
const char* const scaleFree[]{"entropy", "renyi", "lp_over_lq", "kurtosis", "kurtosis(inverse=1)",
                              "kurtosis(inverse=2,spacing=0)", "local_entropy(frames=4,bins=4)", "concentration"};

} // namespace

class TermTest : public QObject {
    Q_OBJECT
private slots:
    void descriptionsAreComplete() {
        std::set<std::string> names;
        for (const TermDescription& each : objectiveTerms()) {
            QVERIFY2(names.insert(each.name).second, each.name.c_str());
            QVERIFY(!each.sentence.empty() && !each.formula.empty());
            for (const TermParameter& parameter : each.parameters) {
                QVERIFY(!parameter.name.empty() && !parameter.sentence.empty());
                QVERIFY(parameter.minimum <= parameter.byDefault && parameter.byDefault <= parameter.maximum);
            }
            QVERIFY(makeTerm(each.name, {}) != nullptr);
        }
        for (const char* name : {"entropy", "smoothness", "coverage", "renyi", "lp_over_lq", "kurtosis", "nonlocal", "local_entropy",
                                 "concentration"})
            QVERIFY2(names.count(name) == 1, name);
    }

    void unknownNamesAndParametersGiveNull() {
        QVERIFY(!makeTerm("", {}));
        QVERIFY(!makeTerm("Entropy", {}));
        QVERIFY(!makeTerm("entropy", {{"alpha", 3}}));
        QVERIFY(!makeTerm("smoothness", {{"Log", 1}}));
        QVERIFY(makeTerm("smoothness", {{"log", 1}}));
    }

    void gradientAgreesWithDifferences_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("mode");
        const std::pair<ThetaMode, const char*> modes[]{{ThetaMode::shared, "shared"},
                                                        {ThetaMode::time, "time"},
                                                        {ThetaMode::frequency, "frequency"},
                                                        {ThetaMode::timeFrequency, "time-frequency"}};
        for (const char* expression : expressions)
            for (const auto& [mode, name] : modes)
                QTest::newRow(qPrintable(QString("%1, %2").arg(expression, name))) << QString(expression) << static_cast<int>(mode);
    }

    void gradientAgreesWithDifferences() {
        QFETCH(QString, expression);
        QFETCH(int, mode);
        SceneFunction function(randomScene(static_cast<ThetaMode>(mode), 11), objectiveOf(expression.toStdString()));
        const Vector x = function.start();
        const GradientCheck check = checkGradient(function, x, static_cast<int>(x.size()), checkStep, 1);
        QCOMPARE(static_cast<Eigen::Index>(check.points.size()), x.size() + 1);
        QVERIFY2(check.worstRelativeError < checkTolerance, qPrintable(QString::number(check.worstRelativeError)));
    }

    void everyTermHasASlopeHere() {
        for (const char* expression : expressions) {
            SceneFunction function(randomScene(ThetaMode::timeFrequency, 11), objectiveOf(expression));
            Vector gradient;
            function.evaluate(function.start(), gradient);
            QVERIFY2(gradient.abs().maxCoeff() > 1e-4, expression);
        }
    }

    void gradientIsAddedTimesWeight() {
        const Scene scene = randomScene(ThetaMode::timeFrequency, 5);
        for (const char* expression : expressions) {
            const auto term = termOf(expression);
            const TermGradient once = gradientOf(*term, scene);
            TermGradient sum = once;
            const double value = term->addGradient(scene.input(), -2.5, sum);
            QVERIFY2(std::abs(value - term->value(scene.input())) <= 1e-14 * std::abs(value), expression);
            QVERIFY((sum.magnitude + 1.5 * once.magnitude).abs().maxCoeff() < 1e-13);
            QVERIFY((sum.tiling.theta + 1.5 * once.tiling.theta).abs().maxCoeff() < 1e-13);
            QVERIFY((sum.tiling.positions + 1.5 * once.tiling.positions).abs().maxCoeff() < 1e-13);
        }
    }

    void scaleOfMagnitudeIsIrrelevant_data() {
        QTest::addColumn<int>("exponent");
        for (const int exponent : {-950, -600, -30, 30, 600, 1000})
            QTest::addRow("2^%d", exponent) << exponent;
    }

    void scaleOfMagnitudeIsIrrelevant() {
        QFETCH(int, exponent);
        const Scene scene = randomScene(ThetaMode::time, 3);
        Scene scaled = scene;
        scaled.magnitude *= std::ldexp(1.0, exponent);
        for (const char* expression : scaleFree) {
            const auto term = termOf(expression);
            QVERIFY2(term->value(scaled.input()) == term->value(scene.input()), expression);
            const RealFrames expected = gradientOf(*term, scene).magnitude;
            const RealFrames actual = gradientOf(*term, scaled).magnitude;
            for (Eigen::Index i = 0; i < expected.size(); ++i)
                QVERIFY2(std::abs(std::ldexp(actual.data()[i], exponent) - expected.data()[i]) <=
                             1e-12 * expected.abs().maxCoeff(), expression);
        }
    }

    void silenceHasNoSlope() {
        Scene scene = randomScene(ThetaMode::shared, 3);
        for (const double level : {0.0, std::numeric_limits<double>::denorm_min()}) {
            scene.magnitude.setConstant(level);
            for (const char* expression : scaleFree) {
                const auto term = termOf(expression);
                QCOMPARE(term->value(scene.input()), 0.0);
                const TermGradient gradient = gradientOf(*term, scene);
                QVERIFY((gradient.magnitude == 0).all() && (gradient.tiling.positions == 0).all());
            }
        }
    }

    void aNumberGoneBadIsNotHidden() {
        Scene scene = randomScene(ThetaMode::time, 3);
        scene.magnitude(2, 3) = std::numeric_limits<double>::quiet_NaN();
        scene.tiling.theta(4, 0) = std::numeric_limits<double>::quiet_NaN();
        for (const char* expression : expressions)
            QVERIFY2(std::isnan(termOf(expression)->value(scene.input())), expression);
    }
};

QTEST_APPLESS_MAIN(TermTest)
#include "term_test.moc"
