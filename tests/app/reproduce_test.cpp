// SPDX-License-Identifier: GPL-3.0-or-later
// `thetascope reproduce` as a person runs it: the paper's numbers are reached, and the table says so.
#include "core/io/npy.h"
#include "tests/support/cli_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace thetascope;
using namespace thetascope::testing;

class ReproduceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
    /// C.1.2: kurtosis and coverage of both rows as good as the paper's, every shock inside a window of its own.
    void shocks() {
        const Outcome outcome = runProgram({"reproduce", "c12", "--out", path("c12")});
        QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
        const QStringList lines = outcome.out.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4); // head, rule, fixed weights, common direction
        for (int row = 2; row < 4; ++row) {
            const QStringList cells = QString(lines[row]).remove('*').split('|');
            QVERIFY2(cells[6].toDouble() >= 152, qPrintable(lines[row]));
            QVERIFY2(cells[7].toDouble() >= 0.999, qPrintable(lines[row]));
            QCOMPARE(cells[11].trimmed(), QString("yes"));
        }
        for (const char* folder : {"c12/paper-c12", "c12/paper-c12-common"}) {
            QVERIFY(QFile::exists(path(folder) + "/windows.png"));
            QVERIFY(QFile::exists(path(folder) + "/run.json"));
            shocksHaveTheirOwnWindows(path(folder));
        }
    }

    void unknownExperiments() {
        const Outcome outcome = runProgram({"reproduce", "c13", "--out", path("none")});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("c11, c12, tutorial"), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(path("none")));
    }

private:
    /// Share of a Hann window's area to the left of u, its edges at -1 and 1.
    static double areaBefore(double u) {
        u = std::clamp(u, -1.0, 1.0);
        return 0.5 * (1 + u + std::sin(std::numbers::pi * u) / std::numbers::pi);
    }

    /// Between two shocks (samples, method.md, C.1.2) there is a window that hardly sees the others.
    static void shocksHaveTheirOwnWindows(const QString& folder) {
        constexpr double support = 1000, leastShare = 0.95;
        const auto positions = readNpy((folder + "/positions.npy").toStdString()), thetas = readNpy((folder + "/theta.npy").toStdString());
        QVERIFY(positions.ok() && thetas.ok());
        const std::vector<double> shocks{138, 768, 1259, 1647, 3000};
        for (std::size_t k = 0; k + 1 < shocks.size(); ++k) {
            double best = 0;
            for (std::size_t i = 0; i < positions->real.size(); ++i) {
                const double centre = positions->real[i] + 0.5 * (support - 1), half = 0.5 * thetas->real[i];
                best = std::max(best, areaBefore((shocks[k + 1] - centre) / half) - areaBefore((shocks[k] - centre) / half));
            }
            QVERIFY2(best > leastShare, qPrintable(QString("the shock at %1: %2 of a window at most").arg(shocks[k]).arg(best)));
        }
    }
};

QTEST_GUILESS_MAIN(ReproduceTest)
#include "reproduce_test.moc"
