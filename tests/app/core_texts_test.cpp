// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says, in German: every text of its tables, and the sentences that it puts together.
#include "app/cli/presets.h"
#include "app/session/cost.h"
#include "app/session/memory_check.h"
#include "app/session/region.h"
#include "app/window/preferences.h"
#include "core/io/audio_file.h"
#include "core/learn/train_fields.h"
#include "core/model/settings_fields.h"
#include "core/objective/objective.h"
#include "core/objective/term.h"
#include "core/optim/optimiser.h"
#include "core/run/check_settings.h"
#include "core/run/reason_text.h"
#include "core/window/taper.h"
#include "ui/text/core_text.h"

#include <QRegularExpression>
#include <QTest>
#include <functional>
#include <limits>

using namespace thetascope;

namespace {

QString english(const std::string& text) { return QString::fromStdString(text); }

/// What of a text coreText() doesn't know; nothing for no text.
void require(const std::string& text, QStringList& unknown) {
    if (!text.empty() && !isCoreText(text)) unknown << english(text);
}

QStringList unknownOfSettings() {
    QStringList unknown;
    for (const SettingsField& field : settingsFields()) {
        for (const std::string& text : {field.label, field.unit == "s" ? std::string() : field.unit, field.help}) require(text, unknown);
        for (const FieldChoice& choice : field.choices) require(choice.sentence, unknown);
    }
    return unknown;
}

/// Formulas need an entry where they hold words.
template <class Description>
void requireDescription(const Description& each, QStringList& unknown) {
    static const QRegularExpression words(QStringLiteral("\\b(over|the|about|but|mean)\\b"));
    require(each.sentence, unknown);
    if (english(each.formula).contains(words)) require(each.formula, unknown);
    for (const NamedParameter& parameter : each.parameters) require(parameter.sentence, unknown);
}

QStringList unknownOfTables() {
    QStringList unknown;
    for (const TermDescription& each : objectiveTerms()) requireDescription(each, unknown);
    for (const TaperDescription& each : tapers()) requireDescription(each, unknown);
    for (const OptimiserDescription& each : optimisers()) require(each.sentence, unknown);
    for (const Preset& each : presets()) require(each.description, unknown);
    for (const TrainField& each : trainFields()) {
        require(each.label, unknown);
        require(each.help, unknown);
    }
    return unknown;
}

/// A shared window's descent, as it may have ended.
DescentResult endOf(StopReason reason, int iterations, double objective) {
    DescentResult result;
    result.reason = reason;
    result.iterations = result.settings.iterations = iterations;
    result.history.push_back({});
    result.history.back().objective = objective;
    result.settings.thetaMode = ThetaMode::shared;
    result.settings.N = 256, result.settings.F = 129, result.settings.T = 4, result.settings.H = 64;
    result.settings.thetaLower = 16, result.settings.thetaUpper = 255, result.settings.theta = 128, result.settings.theta0 = 128;
    result.bestTiling = initialTiling(result.settings);
    result.scores.atUpperBound = 1;
    return result;
}

std::string reasonOf(const DescentResult& result) {
    const Variables variables(result.settings, result.bestTiling, 1024);
    const Vector gradient = Vector::Constant(variables.size(), std::numeric_limits<double>::quiet_NaN());
    return reasonText(result, gradient, variables);
}

/// The sentences that say what is wrong with such settings.
std::vector<std::string> problemsOf(const std::function<void(Settings&)>& change) {
    Settings settings;
    change(settings);
    std::vector<std::string> sentences;
    for (const Problem& problem : checkSettings(settings, {}, 16000, 16000)) sentences.push_back(problem.message);
    return sentences;
}

/// Every number of the original is still there.
bool keepsNumbers(const QString& original, const QString& translation) {
    static const QRegularExpression number(QStringLiteral("\\d[\\d.e-]*\\d|\\d"));
    for (auto each = number.globalMatch(original); each.hasNext();)
        if (!translation.contains(each.next().captured())) return false;
    return true;
}

} // namespace

class CoreTextsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!knownLanguages().contains(QStringLiteral("de"))) QSKIP("built without qt6-l10n-tools");
        installLanguage(QStringLiteral("de"));
    }

    void everyTextOfTheTablesIsKnown() {
        const QStringList unknown = unknownOfSettings() + unknownOfTables();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char('\n'))));
    }

    void textsAreInGerman() {
        QCOMPARE(coreText(findField("theta-min")->label), QStringLiteral("Kürzestes Fenster"));
        QCOMPARE(coreText(std::string("all 60 iterations done; 3 of 862 windows at the upper bound; objective down 0.42 to 9.6 at iteration 59")),
                 QStringLiteral("alle 60 Iterationen ausgeführt; 3 von 862 Fenstern an der oberen Schranke; Zielfunktion um 0.42 auf 9.6 "
                                "gefallen, bei Iteration 59"));
        QCOMPARE(coreText(std::string("/tmp/a: b.wav: does not exist; check the name")),
                 QStringLiteral("/tmp/a: b.wav: gibt es nicht; den Namen prüfen"));
        QCOMPARE(coreText(std::string("nobody knows this; nor that")), QStringLiteral("nobody knows this; nor that"));
    }

    void everyEndOfADescentIsInGerman() {
        for (const StopReason reason : {StopReason::plateau, StopReason::iterationCap, StopReason::stopped, StopReason::notFinite,
                                        StopReason::failed, StopReason::converged})
            for (const int iterations : {0, 1, 60})
                for (const double objective : {1.0, std::numeric_limits<double>::infinity()}) {
                    const QString original = english(reasonOf(endOf(reason, iterations, objective)));
                    const QStringList parts = original.split(QStringLiteral("; ")), shown = coreText(original).split(QStringLiteral("; "));
                    QCOMPARE(shown.size(), parts.size());
                    for (qsizetype i = 0; i < parts.size(); ++i) QVERIFY2(shown[i] != parts[i], qPrintable(parts[i]));
                    QVERIFY2(keepsNumbers(original, coreText(original)) || iterations == 1, qPrintable(coreText(original)));
                }
    }

    void aDescentOfOneIterationIsOne() {
        QVERIFY(english(reasonOf(endOf(StopReason::stopped, 1, 1))).startsWith(QStringLiteral("stopped after 1 iteration; the window at")));
        QVERIFY(english(reasonOf(endOf(StopReason::iterationCap, 1, 1))).startsWith(QStringLiteral("the one iteration done; ")));
        QVERIFY(english(reasonOf(endOf(StopReason::stopped, 0, 1))).startsWith(QStringLiteral("stopped before the first iteration; ")));
    }

    void whatIsWrongIsSaidInGerman_data() {
        QTest::addColumn<QStringList>("sentences");
        const auto row = [](const char* name, const std::vector<std::string>& sentences) {
            QStringList all;
            for (const std::string& sentence : sentences) all << english(sentence);
            QTest::newRow(name) << all;
        };
        row("odd support", problemsOf([](Settings& s) { s.support = 255; }));
        row("long window", problemsOf([](Settings& s) { s.thetaMax = 1e5; }));
        row("crossed bounds", problemsOf([](Settings& s) { s.thetaMin = 900, s.thetaMax = 100; }));
        row("start outside", problemsOf([](Settings& s) { s.theta = 3; }));
        row("no step", problemsOf([](Settings& s) { s.step = 0; }));
        row("large step", problemsOf([](Settings& s) { s.step = 1e9; }));
        row("channel", problemsOf([](Settings& s) { s.channel = "left"; }));
        row("end before start", problemsOf([](Settings& s) { s.startSeconds = 2, s.endSeconds = 1; }));
        row("too many cells", problemsOf([](Settings& s) { s.hop = 1e-5; }));
        row("inside", problemsOf([](Settings& s) { s.support = 32768, s.frames = FrameLayout::inside; }));
        row("knots", problemsOf([](Settings& s) { s.thetaGrid = ThetaGrid{0, 1}; }));
        row("taper", problemsOf([](Settings& s) { s.window = "hanning"; }));
        row("taper's parameter", problemsOf([](Settings& s) { s.window = "kaiser(beta=900)"; }));
        row("optimiser", problemsOf([](Settings& s) { s.optimiser = "newton"; }));
        row("list", problemsOf([](Settings& s) { s.thetaStart = ThetaStart::list; }));
        row("common", problemsOf([](Settings& s) { s.optimiser = "lbfgs", s.combine = Combine::common; }));
        for (const char* const expression : {"", "entrpy", "entropy+", "entropy+entropy", "2*", "renyi(alpha=900)", "renyi(beta=1)",
                                             "renyi(alpha=2,alpha=3)", "renyi(alpha 2)", "renyi(alpha=2", "entropy(a=1)", "entropy renyi"})
            row(expression, {parseObjective(expression).error().message});
        row("file", {readAudio("/nowhere/no.wav").error().message, openClip("demo:nothing").error().message, readAudio("/").error().message});
        row("memory", {MemoryRefusal{10e9, 6e9, {}}.sentence(), MemoryRefusal{10e9, 6e9, {}}.afterMemory()});
        row("cost", {RunCost{.cells = 1, .bytes = 3e8, .seconds = 200, .frames = 862, .bins = 2049}.sentence()});
        row("region", {chooseRegion(3, {}, {}, {0, 3}).sentence, chooseRegion(30, 1.0, 2.0, {0, 3}).sentence,
                       chooseRegion(3000, {}, {}, {0, 3}).sentence, chooseRegion(3000, {}, {}, {0, 3000}).sentence});
    }

    void whatIsWrongIsSaidInGerman() {
        QFETCH(const QStringList, sentences);
        QVERIFY(!sentences.isEmpty());
        for (const QString& sentence : sentences) {
            QVERIFY2(coreText(sentence) != sentence, qPrintable(sentence));
            QVERIFY2(keepsNumbers(sentence, coreText(sentence)), qPrintable(coreText(sentence)));
        }
    }

    void trainingsProblemsAreSaidInGerman() {
        TrainSettings settings;
        settings.epochs = 0;
        settings.floor = 0;
        settings.window = "hanning";
        const Problems problems = checkTrainFields(settings);
        QCOMPARE(problems.size(), std::size_t(3));
        for (const Problem& problem : problems) QVERIFY2(coreText(problem.message) != english(problem.message), problem.message.c_str());
    }
};

QTEST_MAIN(CoreTextsTest)
#include "core_texts_test.moc"
