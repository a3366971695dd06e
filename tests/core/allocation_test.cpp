// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what an iteration takes from the heap once everything has its size: nothing, for every engine.
#include "core/optim/adam.h"
#include "core/run/descent.h"
#include "core/run/loss.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <atomic>
#include <cstdlib>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define COUNTS_ALLOCATIONS

namespace {
std::atomic<bool> counting{false};
std::atomic<int> allocations{0};
void count() {
    if (counting.load(std::memory_order_relaxed)) allocations.fetch_add(1, std::memory_order_relaxed);
}
} // namespace

// operator new and Eigen end here.
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void* malloc(std::size_t size) {
    count();
    return __libc_malloc(size);
}
void* calloc(std::size_t number, std::size_t size) {
    count();
    return __libc_calloc(number, size);
}
void* realloc(void* old, std::size_t size) {
    count();
    return __libc_realloc(old, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    count();
    return __libc_memalign(alignment, size);
}
}
#endif

using namespace thetascope;
using namespace thetascope::testing;

class AllocationTest : public QObject {
    Q_OBJECT
private slots:
    void iterationsAllocateNothing_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        QTest::addColumn<bool>("exact");
        QTest::addColumn<bool>("single");
        for (const bool exact : {false, true})
            for (const bool single : {false, true})
                for (const int mode : {0, 1, 2, 3})
                    for (const int positions : {0, 2})
                        QTest::addRow("%s %s mode %d positions %d", exact ? "exact" : "fastest", single ? "float" : "double", mode,
                                      positions) << mode << positions << exact << single;
    }
    void iterationsAllocateNothing() {
#ifndef COUNTS_ALLOCATIONS
        QSKIP("allocations are counted with glibc and without sanitizers");
#else
        QFETCH(int, mode);
        QFETCH(int, positions);
        QFETCH(bool, exact);
        QFETCH(bool, single);
        RandomCase c = makeRandomCase({.mode = static_cast<ThetaMode>(mode), .frames = 40, .seed = 3});
        ResolvedSettings settings;
        settings.thetaMode = static_cast<ThetaMode>(mode);
        settings.positionMode = static_cast<PositionMode>(positions);
        settings.precision = single ? Precision::floatPrecision : Precision::doublePrecision;
        settings.engine = exact ? EngineChoice::exact : EngineChoice::automatic;
        settings.objective = "entropy+0.1*smoothness(log=1)";
        settings.N = c.tiling.support;
        settings.T = c.tiling.frames();
        settings.thetaUpper = settings.N - 1;
        ThreadPool pool(2);
        const auto loss = makeDescentLoss(std::make_shared<const Signal>(c.signal), settings, pool);
        Vector x = Vector::Zero(c.tiling.theta.size()), slope = x;
        Adam adam(x.size());
        TilingGradient gradient;
        const auto iterate = [&] {
            loss->gradient(c.tiling, gradient);
            for (Eigen::Index k = 0; k < x.size(); ++k) slope[k] = gradient.theta.data()[k];
            adam.advance(x, slope, 0.1);
            c.tiling.theta = (c.tiling.theta * 1.01).min(63); // cells of the cache change their intervals
        };
        for (int warm = 0; warm < 8; ++warm) iterate();
        allocations = 0;
        counting = true;
        for (int k = 0; k < 4; ++k) iterate();
        counting = false;
        QCOMPARE(allocations.load(), 0);
#endif
    }

    void theCounterCounts() {
#ifndef COUNTS_ALLOCATIONS
        QSKIP("allocations are counted with glibc and without sanitizers");
#else
        allocations = 0;
        counting = true;
        Vector vector(100);
        const std::vector<int> list(10, static_cast<int>(vector.size()));
        counting = false;
        QCOMPARE(allocations.load(), 2);
        QCOMPARE(list.size(), std::size_t{10});
#endif
    }
};

QTEST_APPLESS_MAIN(AllocationTest)
#include "allocation_test.moc"
