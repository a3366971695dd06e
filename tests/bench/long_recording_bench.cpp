// SPDX-License-Identifier: GPL-3.0-or-later
// How a long recording feels: first picture, refined picture, zoom and pan, memory. Not a test.
//   cmake --build build --target long_recording_bench && build/tests/bin/long_recording_bench FILE
#include "tests/app/window_fixture.h"

#include "ui/views/waveform_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr int moves = 200;
constexpr double kibPerMb = 1024;

double processorMilliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// A line of /proc/self/status, MB.
double memory(const char* key) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(key)) return line.simplified().split(' ').value(1).toDouble() / kibPerMb;
    return 0;
}

double percentile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void report(const char* what, double wall, double processor) {
    std::printf("%-34s %8.0f ms, processor time of the window's thread %6.1f ms\n", what, wall, processor);
}

/// Zooms and pans at random, as fast as the picture follows: the time from the wish to the picture of it being drawn.
void measureMoves(OpenWindow& program) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> unit(0, 1);
    const double duration = program.session().durationSeconds();
    std::vector<double> turns, pictures;
    for (int i = 0; i < moves; ++i) {
        const double length = std::min(duration, 12 * std::pow(duration / 12, unit(random)));
        const double start = unit(random) * (duration - length);
        QElapsedTimer wall;
        wall.start();
        const double before = processorMilliseconds(CLOCK_THREAD_CPUTIME_ID);
        program.controller.views().showTime({start, start + length});
        program.panes().waveform->replot();
        QCoreApplication::processEvents();
        turns.push_back(processorMilliseconds(CLOCK_THREAD_CPUTIME_ID) - before);
        OpenWindow::waitUntil([&] { return program.panes().adaptive->isCurrent(); });
        pictures.push_back(static_cast<double>(wall.nsecsElapsed()) * 1e-6);
    }
    std::printf("zoom and pan, %d moves: window's thread %.1f ms median, %.1f ms at the 95th percentile (processor time); "
                "picture of it after %.1f ms median, %.1f ms at the 95th percentile (wall)\n",
                moves, percentile(turns, 0.5), percentile(turns, 0.95), percentile(pictures, 0.5), percentile(pictures, 0.95));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 2) return std::fprintf(stderr, "usage: long_recording_bench FILE\n"), 2;
    const IsolatedSettings isolated;
    OpenWindow program;
    QCoreApplication::processEvents();
    QElapsedTimer wall;
    wall.start();
    const double before = processorMilliseconds(CLOCK_THREAD_CPUTIME_ID);
    const auto since = [&] { return processorMilliseconds(CLOCK_THREAD_CPUTIME_ID) - before; };
    program.controller.open(QString::fromLocal8Bit(argv[1]));
    OpenWindow::waitUntil([&] { return program.controller.pictures().adaptive() != nullptr && program.panes().adaptive->isCurrent(); });
    report("first picture after", static_cast<double>(wall.elapsed()), since());
    OpenWindow::waitUntil([&] { return program.session().recording().peaks != nullptr; });
    report("waveform after", static_cast<double>(wall.elapsed()), since());
    program.idle();
    report("fine picture of all after", static_cast<double>(wall.elapsed()), since());
    std::printf("memory now %.0f MB, most so far %.0f MB; all processor time %.1f s\n", memory("VmRSS"), memory("VmHWM"),
                processorMilliseconds(CLOCK_PROCESS_CPUTIME_ID) / 1e3);
    measureMoves(program);
    std::printf("memory now %.0f MB, most so far %.0f MB\n", memory("VmRSS"), memory("VmHWM"));
    return 0;
}
