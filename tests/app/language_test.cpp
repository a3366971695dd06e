// SPDX-License-Identifier: GPL-3.0-or-later
// The window in German: every text of the window has a translation, and it is shown.
#include "tests/app/window_fixture.h"

#include "app/window/elided_label.h"
#include "app/window/preferences.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QMenuBar>
#include <QXmlStreamReader>

using namespace thetascope;
using namespace thetascope::testing;

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

    void placeholdersAreThoseOfTheOriginal() {
        QFile file(sourceRoot() + QStringLiteral("/resources/translations/thetascope_de.ts"));
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
                for (const QLatin1String mark : {QLatin1String("%1"), QLatin1String("%2"), QLatin1String("[*]")})
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
