// SPDX-License-Identifier: GPL-3.0-or-later
// What a pointer that rests on something is told: every setting in a sentence, every term of the objective with its formula.
#include "tests/app/window_fixture.h"

#include "core/model/settings_fields.h"
#include "core/objective/term.h"
#include "ui/panels/objective_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTextDocumentFragment>
#include <algorithm>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// A tool tip as it reads.
QString wordsOf(const QWidget& widget) { return QTextDocumentFragment::fromHtml(widget.toolTip()).toPlainText().simplified(); }

QString simplified(const std::string& words) { return QString::fromStdString(words).simplified(); }

} // namespace

class TooltipsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    OpenWindow* m_program = nullptr;

private slots:
    void initTestCase() { m_program = new OpenWindow; }
    void cleanupTestCase() { delete m_program; }

    void everySettingSaysWhatItIs() {
        for (const SettingsField& field : settingsFields()) {
            const QWidget* const input = m_program->panes().settings->input(field.key);
            QVERIFY2(input != nullptr, field.key.c_str());
            QVERIFY2(wordsOf(*input).contains(simplified(field.help)), qPrintable(wordsOf(*input)));
            QVERIFY2(!field.help.empty() && !input->accessibleName().isEmpty(), field.key.c_str());
        }
    }

    void theThreeThatDecideHaveTheirFormula_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("formula");
        QTest::newRow("N") << "support" << "bin k at k fs/N Hz";
        QTest::newRow("hop") << "hop" << "t_i = t_0 + i H";
        QTest::newRow("theta") << "theta" << "w(y) = 0 for |y| > theta/2";
    }

    void theThreeThatDecideHaveTheirFormula() {
        QFETCH(QString, key);
        QFETCH(QString, formula);
        const QWidget* const input = m_program->panes().settings->input(key.toStdString());
        QVERIFY(input != nullptr);
        QVERIFY2(wordsOf(*input).contains(formula), qPrintable(wordsOf(*input)));
    }

    void everyTermHasItsSentenceItsFormulaAndItsParameters() {
        const auto boxes = m_program->panes().settings->findChild<ObjectiveEditor*>()->findChildren<QCheckBox*>();
        for (const TermDescription& term : objectiveTerms()) {
            const QString name = QString::fromStdString(term.name);
            const auto box = std::find_if(boxes.begin(), boxes.end(), [&](const QCheckBox* each) {
                return each->text() == name || each->text().startsWith(name + QLatin1Char('('));
            });
            QVERIFY2(box != boxes.end(), term.name.c_str());
            const QString words = wordsOf(**box);
            QVERIFY2(!term.sentence.empty() && words.contains(simplified(term.sentence)), qPrintable(words));
            QVERIFY2(!term.formula.empty() && words.contains(simplified(term.formula)), qPrintable(words));
            for (const TermParameter& parameter : term.parameters)
                QVERIFY2(words.contains(simplified(parameter.name) + QLatin1Char('=')) && words.contains(simplified(parameter.sentence)),
                         qPrintable(words));
        }
    }

    void everyTaperHasItsFormula() {
        const auto* const tapers = qobject_cast<const QComboBox*>(m_program->panes().settings->input("window"));
        QVERIFY(tapers != nullptr && tapers->count() > 0);
        for (int i = 0; i < tapers->count(); ++i)
            QVERIFY2(tapers->itemData(i, Qt::ToolTipRole).toString().contains(QStringLiteral("w = ")), qPrintable(tapers->itemText(i)));
    }
};

QTEST_MAIN(TooltipsTest)
#include "tooltips_test.moc"
