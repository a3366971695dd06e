// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"

#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// "weight*name" of every term, joined by blanks.
QString shown(const Objective& objective) {
    QStringList all;
    for (const auto& term : objective.terms())
        all << QString("%1*%2").arg(term.weight, 0, 'g', 12).arg(QString::fromStdString(term.name));
    return all.join(' ');
}

} // namespace

class ObjectiveTest : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* expression, const char* expected) {
            QTest::addRow("%s", expression) << QString(expression) << QString(expected);
        };
        row("entropy", "1*entropy");
        row("-entropy", "-1*entropy");
        row("+entropy", "1*entropy");
        row("entropy+0.01*smoothness", "1*entropy 0.01*smoothness");
        row("-1*coverage+renyi(alpha=3)", "-1*coverage 1*renyi(alpha=3)");
        row("renyi(alpha=3)-0.5*coverage", "1*renyi(alpha=3) -0.5*coverage");
        row("1e-3*smoothness", "0.001*smoothness");
        row("1E+3*smoothness-1e-3*entropy", "1000*smoothness -0.001*entropy");
        row(".5*entropy", "0.5*entropy");
        row("2.*entropy", "2*entropy");
        row("0*entropy", "0*entropy");
        row("1e300*entropy", "1e+300*entropy");
        row("  entropy \t+ 0.1 * renyi ( alpha = +2.5 , power = 1 ) ", "1*entropy 0.1*renyi(alpha=+2.5,power=1)");
        row("renyi+renyi(alpha=2)", "1*renyi 1*renyi(alpha=2)");
        row("smoothness+smoothness(log=1)", "1*smoothness 1*smoothness(log=1)");
        row("lp_over_lq(p=1,q=2)-kurtosis", "1*lp_over_lq(p=1,q=2) -1*kurtosis");
    }

    void reads() {
        QFETCH(QString, expression);
        QFETCH(QString, expected);
        const Result<Objective> objective = parseObjective(expression.toStdString());
        QVERIFY2(objective.ok(), objective.ok() ? "" : objective.error().message.c_str());
        QCOMPARE(shown(*objective), expected);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("message"); // part of it
        const auto row = [](const char* expression, const char* message) {
            QTest::addRow("%s", expression) << QByteArray(expression) << QString(message);
        };
        row("", "the objective is empty");
        row(" \t\n", "the objective is empty");
        row("**", "at character 1: expected the name of a term (entropy");
        row("entropy+", "at character 9: expected the name of a term");
        row("2*", "at character 3: expected the name of a term");
        row("2", "at character 2: expected '*' and a term after the weight, found the end");
        row("2 entropy", "at character 3: expected '*' and a term after the weight, found 'entropy'");
        row("2**entropy", "at character 3: expected the name of a term");
        row("--entropy", "at character 2: expected the name of a term");
        row("entropy smoothness", "at character 9: expected '+' or '-' before the next term, found 'smoothness'");
        row("entropy*2", "at character 8: expected '+' or '-'");
        row("entropy;", "found ';'");
        row("nan*entropy", "there is no term 'nan'; there are: entropy");
        row("inf*entropy", "there is no term 'inf'");
        row("-nan", "there is no term 'nan'");
        row("1e999*entropy", "'1e999' is too large or too small for a number");
        row("1e-999*entropy", "too large or too small");
        row("0x10*entropy", "at character 2: expected '*'");
        row("1e*entropy", "at character 2: expected '*'");
        row("1,5*entropy", "found ','");
        row(".*entropy", "expected a number");
        row("entropi", "there is no term 'entropi'; there are: entropy");
        row("Entropy", "there is no term 'Entropy'");
        row("entropy+entropy", "at character 9: 'entropy' is there twice");
        row("renyi+2*renyi(alpha=3)", "'renyi(alpha=3)' is there twice");
        row("entropy(alpha=1)", "entropy takes no parameters");
        row("entropy()", "entropy takes no parameters");
        row("renyi()", "expected a parameter of renyi (alpha, power), found ')'");
        row("renyi(", "expected a parameter of renyi (alpha, power), found the end");
        row("renyi(beta=3)", "at character 7: renyi has no parameter 'beta'; it has: alpha, power");
        row("renyi(alpha)", "expected '=' and a number after 'alpha', found ')'");
        row("renyi(alpha=)", "at character 13: expected a number, found ')'");
        row("renyi(alpha=nan)", "expected a number, found 'nan'");
        row("renyi(alpha=3", "expected ',' or ')', found the end");
        row("renyi(alpha=3,)", "expected a parameter of renyi");
        row("renyi(alpha=3,alpha=4)", "the parameter 'alpha' is given twice");
        row("renyi(alpha=1)", "at character 13: alpha must lie between 1.01 and 20, not 1");
        row("renyi(alpha=-3)", "not -3");
        row("smoothness(log=2)", "log must lie between 0 and 1, not 2");
        row("0.5\u2212entropy", "found '\u2212'");
        row("entropy\x01", "found a control character");
        QTest::addRow("zero byte") << QByteArray("entropy\0+", 9) << QString("found a control character");
        QTest::addRow("long") << QByteArray(100000, 'x') << QString("xxx...\", at character 1: there is no term 'xxx");
        QTest::addRow("long, many bytes") << QString(50000, QChar(0x2212)).toUtf8() << QString("found '\u2212'");
    }

    void refuses() {
        QFETCH(QByteArray, expression);
        QFETCH(QString, message);
        const Result<Objective> objective = parseObjective(expression.toStdString());
        QVERIFY(!objective.ok());
        QVERIFY(objective.error().kind == ErrorKind::arguments);
        const QByteArray bytes = QByteArray::fromStdString(objective.error().message);
        const QString text = QString::fromUtf8(bytes);
        QVERIFY2(text.contains(message), bytes.constData());
        QVERIFY2(text.toUtf8() == bytes, "valid UTF-8");
        QVERIFY2(!text.contains('\n') && bytes.size() < 400, "one line");
    }

    void sumsTermsWithWeights() {
        const Scene scene = randomScene(ThetaMode::timeFrequency, 9);
        const Objective objective = objectiveOf("entropy-0.5*coverage+0*kurtosis");
        std::vector<TermValue> values{{"stale", 1, 1}};
        const double total = objective.value(scene.input(), values);
        QCOMPARE(values.size(), std::size_t{3});
        QCOMPARE(values[1].name, std::string("coverage"));
        QCOMPARE(values[1].weight, -0.5);
        QCOMPARE(values[1].value, termOf("coverage")->value(scene.input()));
        QCOMPARE(values[2].value, termOf("kurtosis")->value(scene.input()));
        QCOMPARE(total, values[0].value - 0.5 * values[1].value);
    }

    void gradientIsSetNotAdded() {
        const Scene scene = randomScene(ThetaMode::timeFrequency, 11);
        const Objective objective = objectiveOf("entropy-0.5*coverage+0.01*smoothness");
        std::vector<TermValue> values;
        TermGradient once, again; // not sized: the sum sizes them
        const double value = objective.gradient(scene.input(), values, once);
        again.magnitude.setConstant(2, 2, 5);
        QCOMPARE(objective.gradient(scene.input(), values, again), value);
        QCOMPARE(objective.value(scene.input(), values), value);
        QVERIFY((once.magnitude == again.magnitude).all());
        QVERIFY((once.tiling.theta == again.tiling.theta).all());
        QVERIFY((once.magnitude != 0).any() && (once.tiling.theta != 0).any() && (once.tiling.positions != 0).any());
    }
};

QTEST_APPLESS_MAIN(ObjectiveTest)
#include "objective_test.moc"
