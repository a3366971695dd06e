// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/labelled_folder.h"

#include "core/io/audio_file.h"

#include <QtTest>
#include <limits>

using namespace thetascope;

namespace {

bool addWav(const QTemporaryDir& folder, const QString& name, double rate = 8000, float value = 0.25F) {
    const QString path = folder.filePath(name);
    if (!QDir().mkpath(QFileInfo(path).path())) return false;
    return writeWav(path.toStdString(), std::vector<float>{value, -value, value}, 1, rate).ok();
}

std::string root(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

} // namespace

class LabelledFolderTest : public QObject {
    Q_OBJECT
private slots:
    void labelsFromFileNames() {
        const QTemporaryDir folder;
        QVERIFY(addWav(folder, "recordings/7_jackson_32.wav") && addWav(folder, "recordings/0_anna_x_4.wav")
                && addWav(folder, "recordings/7_jackson_3.WAV"));
        const auto read = readLabelledFolder(root(folder)); // the single sub-folder is entered
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->set.labels, (std::vector<std::string>{"0", "7"}));
        QCOMPARE(read->set.examples.size(), std::size_t{3});
        QCOMPARE(read->set.examples[0].name, std::string("recordings/0_anna_x_4.wav"));
        QCOMPARE(read->set.examples[0].index, std::optional(4));
        QCOMPARE(read->set.examples[2].label, 1);
        QCOMPARE(read->set.examples[2].index, std::optional(32));
        QCOMPARE(read->set.sampleRate, 8000.0);
        QCOMPARE(read->set.examples[0].samples, (std::vector<float>{0.25F, -0.25F, 0.25F}));
        QVERIFY(read->skipped.empty());
    }

    void labelsFromSubFolders() {
        const QTemporaryDir folder;
        QVERIFY(addWav(folder, "dog/a.wav") && addWav(folder, "cat/deep/b_3.wav") && addWav(folder, "cat/c.wav")
                && addWav(folder, "stray.wav"));
        const auto read = readLabelledFolder(root(folder) + "/");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->set.labels, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(read->set.examples.size(), std::size_t{3});
        QCOMPARE(read->set.examples[0].index, std::nullopt);
        QCOMPARE(read->set.examples[1].index, std::optional(3));
        QCOMPARE(read->skipped.size(), std::size_t{1});
        QCOMPARE(read->skipped[0].name, std::string("stray.wav"));
    }

    void badFilesAreSkippedWithTheirReason() {
        const QTemporaryDir folder;
        QVERIFY(addWav(folder, "a_1.wav") && addWav(folder, "b_1.wav") && addWav(folder, "b_2.wav", 44100)
                && addWav(folder, "b_3.wav", 8000, std::numeric_limits<float>::quiet_NaN()) && addWav(folder, "nolabel.wav")
                && addWav(folder, ".hidden_1.wav"));
        QFile text(folder.filePath("a_2.wav")), other(folder.filePath("a_3.txt"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no audio") > 0 && other.open(QIODevice::WriteOnly));
        text.close();
        const auto read = readLabelledFolder(root(folder));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->set.examples.size(), std::size_t{2});
        QStringList skipped;
        for (const SkippedFile& file : read->skipped) {
            skipped << QString::fromStdString(file.name);
            QVERIFY(!file.reason.empty());
        }
        skipped.sort();
        QCOMPARE(skipped, QStringList({"a_2.wav", "b_2.wav", "b_3.wav", "nolabel.wav"}));
    }

    void errors() {
        const QTemporaryDir folder;
        QVERIFY(readLabelledFolder(root(folder) + "/missing").error().kind == ErrorKind::input);
        QVERIFY(!readLabelledFolder(root(folder)).ok()); // nothing in it
        QVERIFY(addWav(folder, "a_1.wav") && addWav(folder, "a_2.wav"));
        const auto one = readLabelledFolder(root(folder));
        QVERIFY(!one.ok());
        QVERIFY(one.error().message.find("only one label") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LabelledFolderTest)
#include "labelled_folder_test.moc"
