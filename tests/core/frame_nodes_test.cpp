// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes of the interval cache, by direct sums and by FFT, against the printed formulas.
#include "core/dstft/frame_nodes.h"
#include "core/dstft/oracle.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double spacing = 0.3; ///< wide: a few nodes reach from N-1 to lengths that have no norm in closed form
constexpr double floatTolerance = 5e-6, doubleTolerance = 1e-11;

} // namespace

class FrameNodesTest : public QObject {
    Q_OBJECT
private slots:
    void followTheFormulas_data() {
        QTest::addColumn<QString>("window");
        QTest::addColumn<int>("support");
        QTest::addColumn<int>("normalisation");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("single");
        QTest::addColumn<bool>("grid");
        for (const char* window : {"hann", "hamming", "kaiser"})
            for (const int support : {63, 64, 600})
                for (const int normalisation : {0, 1, 2})
                    for (const int count : {1, 2, 5, support / 2 + 1}) // few: sums; all: an FFT
                        for (const bool single : {false, true})
                            for (const bool grid : {false, true}) {
                                const bool elsewhere = count == 1 || count == 5 || normalisation != 2 || window != QString("hann");
                                if (support == 600 && elsewhere) continue; // long: beyond a block of the kernel's rows
                                QTest::addRow("%s N=%d n=%d %d bins %s %s", window, support, normalisation, count,
                                              single ? "float" : "double", grid ? "folded" : "anywhere")
                                    << window << support << normalisation << count << single << grid;
                            }
    }
    void followTheFormulas() {
        QFETCH(bool, single);
        single ? compare<float>(floatTolerance) : compare<double>(doubleTolerance);
    }

private:
    template <class Real>
    void compare(double tolerance) {
        QFETCH(QString, window);
        QFETCH(int, support);
        QFETCH(int, normalisation);
        QFETCH(int, count);
        QFETCH(bool, grid);
        const auto taper = makeTaper(window.toStdString());
        RandomCase c = makeRandomCase({.support = support, .frames = 3, .length = 3 * support, .gridPositions = grid, .seed = 9});
        ThreadPool pool(1);
        const TransformContext context{c.signal, taper, static_cast<Normalisation>(normalisation), pool};
        const Roots roots(support);
        const BinTurns<Real> turns(roots, support / 2 + 1, foldStep<Real>(), FoldGeometry::startHalfSamples(support));
        FrameNodes<Real> nodes(context, roots, turns, support);
        const NodeGrid nodeGrid{support, spacing};
        std::vector<int> bins;
        for (int k = 0; k < count; ++k) bins.push_back(k * (support / 2) / std::max(1, count - 1));
        std::vector<Real> values(4 * bins.size());
        for (const int node : {0, -1, -3, static_cast<int>(std::log(6.0 / support) / spacing)}) {
            const double theta = nodeGrid.theta(node);
            c.tiling.theta.setConstant(theta);
            const OracleResult expected =
                oracle(c.signal, c.tiling, [&](double y, double length) { return taper->at(y, length); }, context.normalisation);
            const double scale = expected.spectrum.abs().maxCoeff();
            for (int i = 0; i < c.tiling.frames(); ++i) {
                nodes.layOut(c.tiling.positions[i]);
                nodes.evaluate(nodeGrid, node, count, bins.data(), values.data());
                for (int k = 0; k < count; ++k) {
                    const auto phase = roots.phase(FoldGeometry(c.tiling.positions[i], support).phaseHalfSamples, bins[k]);
                    const Real* v = &values[4 * static_cast<std::size_t>(k)];
                    const auto s = phase * std::complex<double>(v[0], v[1]), slope = phase * std::complex<double>(v[2], v[3]);
                    const double off = std::abs(s - expected.spectrum(i, bins[k])),
                                 slopeOff = std::abs(slope - spacing * theta * expected.dTheta(i, bins[k]));
                    QVERIFY2(off <= tolerance * scale && slopeOff <= tolerance * scale,
                             qPrintable(QString("node %1 frame %2 bin %3: %4 %5 of %6").arg(node).arg(i).arg(bins[k]).arg(off).arg(slopeOff).arg(scale)));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(FrameNodesTest)
#include "frame_nodes_test.moc"
