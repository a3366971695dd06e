// SPDX-License-Identifier: GPL-3.0-or-later
// Exporting pictures and numbers by their dialogs, as a person fills them in.
#include "tests/app/person.h"
#include "tests/app/window_fixture.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <memory>
#include <optional>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Chooses a kind of file in a dialog that asks where to save, and types a name; an empty one: the suggested one stays.
void save(QDialog& dialog, const QString& kind, const QString& name) {
    auto* const box = dialog.findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
    auto* const line = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    if (!kind.isEmpty()) choose(*box, kind);
    if (!name.isEmpty()) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, name);
    }
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;
    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    /// A folder of its own for each: nothing is there that would be asked about.
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings().setValue(QStringLiteral("exportFolder"), m_folder->path());
    }

    void thePictureIsOfTheKindChosen_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name"); // typed
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("magic");
        const QString png = QStringLiteral("PNG (*.png)"), svg = QStringLiteral("SVG (*.svg)"), pdf = QStringLiteral("PDF (*.pdf)");
        const QByteArray isPng = "\x89PNG", isSvg = "<?xml", isPdf = "%PDF";
        QTest::newRow("the suggestion") << QString() << QString() << QStringLiteral("demo-chirp-clicks.png") << isPng;
        QTest::newRow("SVG instead") << svg << QString() << QStringLiteral("demo-chirp-clicks.svg") << isSvg;
        QTest::newRow("without an ending") << svg << QStringLiteral("plain") << QStringLiteral("plain.svg") << isSvg;
        QTest::newRow("with another's ending") << pdf << QStringLiteral("other.png") << QStringLiteral("other.pdf") << isPdf;
        QTest::newRow("a point in the name") << png << QStringLiteral("take 1.5") << QStringLiteral("take 1.5.png") << isPng;
    }

    void thePictureIsOfTheKindChosen() {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, file);
        QFETCH(QByteArray, magic);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        std::unique_ptr<InDialog> saving;
        const InDialog asking([&](QDialog& dialog) {
            saving = std::make_unique<InDialog>([&](QDialog& files) { save(files, kind, name); });
            QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        });
        QTest::keyClick(&program.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(asking.isDone() && saving && saving->isDone());
        QVERIFY(program.idle());
        QFile written(m_folder->filePath(file));
        QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(program.panes().messages->text()));
        QCOMPARE(written.read(magic.size()), magic);
        QVERIFY(program.panes().messages->text().contains(file));
    }

    void whatWasChosenIsUsedAndRemembered() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        std::unique_ptr<InDialog> saving;
        const InDialog asking([&](QDialog& dialog) {
            auto* const scale = dialog.findChild<QSpinBox*>();
            scale->setFocus();
            scale->selectAll();
            QTest::keyClicks(scale, QStringLiteral("1"));
            for (QCheckBox* const box : dialog.findChildren<QCheckBox*>()) QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
            saving = std::make_unique<InDialog>([](QDialog& files) { save(files, {}, QStringLiteral("small")); });
            QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        });
        QTest::keyClick(&program.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(program.idle());
        const QImage picture(m_folder->filePath(QStringLiteral("small.png")));
        QCOMPARE(picture.width(), 1600);
        const PictureDialog next(false, nullptr);
        QCOMPARE(next.choice().scale, 1);
        QVERIFY(!next.choice().axes);
        QVERIFY(next.choice().dark);
    }

    /// Into a folder named after the recording, at the place chosen; one that is there already is asked about.
    void numbersGoIntoAFolderOfTheirOwn() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        std::unique_ptr<InDialog> question;
        const auto exportThem = [&](std::optional<QMessageBox::StandardButton> answer) {
            if (!activate(program.window)) return false;
            const InDialog asking([&](QDialog& dialog) {
                QPushButton* const take = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open);
                if (answer) question = std::make_unique<InDialog>([answer](QDialog& box) {
                    QTest::mouseClick(qobject_cast<QMessageBox*>(&box)->button(*answer), Qt::LeftButton);
                });
                QTest::mouseClick(take, Qt::LeftButton);
                if (dialog.isVisible()) dialog.reject();
            });
            QTest::keyClick(&program.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
            return asking.isDone() && (!answer || question->isDone()) && program.idle();
        };
        const QString result = m_folder->filePath(QStringLiteral("demo-chirp-clicks-result/run.json"));
        QVERIFY(exportThem({}));
        QVERIFY2(QFile::exists(result), qPrintable(program.panes().messages->text()));
        QVERIFY(QFile::remove(result));
        QVERIFY(exportThem(QMessageBox::No));
        QVERIFY(!QFile::exists(result));
        QVERIFY(exportThem(QMessageBox::Yes));
        QVERIFY(QFile::exists(result));
    }

    void cancelWritesNothing() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const InDialog asking([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        QTest::keyClick(&program.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(asking.isDone());
        QVERIFY(!program.controller.busy());
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
