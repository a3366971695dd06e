// SPDX-License-Identifier: GPL-3.0-or-later
// The window in German: every text of the window has a translation, and it is shown.
#include "tests/app/window_fixture.h"

#include "app/window/elided_label.h"
#include "app/window/moment_caption.h"
#include "app/window/preferences.h"
#include "tests/support/own_thread.h"
#include "tests/support/paths.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QXmlStreamReader>
#include <qcustomplot.h>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

const QString translationPath = QStringLiteral("/resources/translations/thetascope_de.ts");

/// The sources of a .ts file's entries that nobody has translated, "context: text".
QStringList unfinished(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {path};
    QXmlStreamReader reader(&file);
    QStringList texts;
    QString context, source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement()) continue;
        if (reader.name() == QLatin1String("name")) context = reader.readElementText();
        else if (reader.name() == QLatin1String("source")) source = reader.readElementText();
        else if (reader.name() == QLatin1String("translation")) {
            const bool open = reader.attributes().hasAttribute(QStringLiteral("type"));
            if (reader.readElementText().isEmpty() || open) texts << QStringLiteral("%1: %2").arg(context, source);
        }
    }
    return reader.hasError() ? QStringList(reader.errorString()) : texts;
}

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void initTestCase() {
        if (!knownLanguages().contains(QStringLiteral("de"))) QSKIP("built without qt6-l10n-tools");
        installLanguage(QStringLiteral("de"));
    }

    void theWindowSpeaksGerman() {
        OpenWindow program;
        QCOMPARE(program.window.menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
        QCOMPARE(program.actions().undo->text(), QStringLiteral("&Rückgängig"));
        QVERIFY(program.open(demoSignal));
        QVERIFY2(program.panes().state->text().startsWith(QStringLiteral("Bereit zu schärfen")), qPrintable(program.panes().state->text()));
    }

    /// What `cmake --build build --target update_translations` would find new, beside what is marked as unfinished.
    void everyTextOfTheSourcesIsTranslated() {
#ifndef THETASCOPE_LUPDATE
        QSKIP("built without qt6-l10n-tools");
#else
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("thetascope_de.ts"));
        QVERIFY(QFile::copy(sourceRoot() + translationPath, copy));
        const QString complaint = onOwnThread([&copy] {
            QProcess lupdate;
            lupdate.setWorkingDirectory(sourceRoot());
            lupdate.start(QStringLiteral(THETASCOPE_LUPDATE), {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("-I"),
                                                               QStringLiteral("."), QStringLiteral("-ts"), copy});
            if (!lupdate.waitForFinished(patience)) return lupdate.errorString();
            return lupdate.exitCode() == 0 ? QString() : QString::fromUtf8(lupdate.readAllStandardError());
        });
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        const QStringList texts = unfinished(copy);
        QVERIFY2(texts.isEmpty(), qPrintable(texts.join(QLatin1Char('\n'))));
#endif
    }

    /// Texts that reach the screen by another way than tr().
    void whatIsNamedInTablesIsShownInGerman() {
        OpenWindow program;
        QStringList scales;
        for (const QAction* const scale : program.actions().scales) scales << scale->text();
        QVERIFY2(scales.contains(QStringLiteral("logarithmisch")), qPrintable(scales.join(QLatin1Char(' '))));
        QCOMPARE(momentCaption(RunData(), 0), QStringLiteral("Schärfstes, Iteration 0"));
    }

    /// Labels, units, sentences and problems of the settings come from the core.
    void theSettingsPanelSpeaksGerman() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const SettingsPanel& panel = *program.panes().settings;
        QWidget* const shortest = panel.input("theta-min");
        QCOMPARE(shortest->accessibleName(), QStringLiteral("Kürzestes Fenster, Abtastwerte"));
        QVERIFY2(shortest->toolTip().contains(QStringLiteral("Untere Schranke von theta")), qPrintable(shortest->toolTip()));
        const auto* const normalise = qobject_cast<QComboBox*>(panel.input("normalise"));
        QVERIFY(normalise->itemData(0, Qt::ToolTipRole).toString().contains(QStringLiteral("Lange Fenster gewinnen Pegel")));
        const auto* const windows = qobject_cast<QComboBox*>(panel.input("window"));
        QVERIFY(windows->itemData(0, Qt::ToolTipRole).toString().contains(QStringLiteral("angehobener Kosinus, glatt an den Rändern")));
        const auto* const term = panel.findChild<QCheckBox*>(QString(), Qt::FindChildrenRecursively);
        QVERIFY2(term->toolTip().contains(QStringLiteral("Wie verteilt das Spektrogramm ist")), qPrintable(term->toolTip()));
        Settings settings = panel.settings();
        settings.support = 255;
        QVERIFY(program.edit(settings));
        QVERIFY2(program.panes().state->text().endsWith(QStringLiteral("DFT-Länge N muss gerade sein, nicht 255")),
                 qPrintable(program.panes().state->text()));
    }

    void presetsAreDescribedInGerman() {
        OpenWindow program;
        const auto* const box = program.window.findChild<QComboBox*>(QStringLiteral("presetBox"));
        QVERIFY(box != nullptr);
        QVERIFY(box->itemData(box->findText(QStringLiteral("speech")), Qt::ToolTipRole).toString().contains(QStringLiteral("Stimmen: Teiltöne")));
        for (int i = 0; i < box->count(); ++i)
            QVERIFY2(!box->itemData(i, Qt::ToolTipRole).toString().contains(QStringLiteral("window")), qPrintable(box->itemText(i)));
    }

    void theEndOfARunIsSaidInGerman() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.iterations = 5;
        settings.stop = StopMode::none;
        QVERIFY(program.edit(settings));
        QVERIFY(program.sharpen() && program.waitFor(RunState::idle));
        const QString ending = program.panes().state->text();
        QVERIFY2(ending.contains(QStringLiteral("alle 5 Iterationen ausgeführt")), qPrintable(ending));
        QVERIFY2(ending.contains(QStringLiteral("Zielfunktion um ")) && !ending.contains(QStringLiteral("objective")), qPrintable(ending));
    }

    /// Buttons and keys are Qt's words, which come with a package that need not be there.
    void whatQtWritesIsGermanToo() {
        OpenWindow program;
        QCOMPARE(program.actions().difference->shortcut().toString(QKeySequence::NativeText), QStringLiteral("Umschalt+D"));
        const QDialogButtonBox buttons(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
        QCOMPARE(buttons.button(QDialogButtonBox::Close)->text().remove(QLatin1Char('&')), QStringLiteral("Schließen"));
        QVERIFY(buttons.button(QDialogButtonBox::RestoreDefaults)->text().contains(QStringLiteral("orgaben")) ||
                buttons.button(QDialogButtonBox::RestoreDefaults)->text().contains(QStringLiteral("oreinstellungen")));
    }

    void axesAreNamedInGermanAndNumbersHaveAPoint() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QCOMPARE(program.panes().adaptive->plot().xAxis->label(), QStringLiteral("Zeit (s)"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral("."));
    }

    void anErrorIsShownInGerman() {
        OpenWindow program;
        program.controller.open(QStringLiteral("/nowhere/no.wav"));
        const auto* const text = program.panes().messages->findChild<QLabel*>();
        QVERIFY(OpenWindow::waitUntil([text] { return text->text().endsWith(QStringLiteral("gibt es nicht; den Namen prüfen")); }));
    }

    void placeholdersAreThoseOfTheOriginal() {
        QFile file(sourceRoot() + translationPath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        QString source;
        int messages = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            if (reader.name() == QLatin1String("source")) source = reader.readElementText();
            else if (reader.name() == QLatin1String("translation")) {
                const QString translation = reader.readElementText();
                for (const QLatin1String mark : {QLatin1String("%1"), QLatin1String("%2"), QLatin1String("%3"), QLatin1String("%4"), QLatin1String("%5"),
                                              QLatin1String("[*]")})
                    QVERIFY2(translation.isEmpty() || source.contains(mark) == translation.contains(mark), qPrintable(source));
                ++messages;
            }
        }
        QVERIFY(!reader.hasError());
        QVERIFY(messages > 300);
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
