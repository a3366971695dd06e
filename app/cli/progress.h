// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <chrono>
#include <string>

namespace thetascope {

/// How the iterations of a descent are told on stderr.
enum class ProgressMode {
    none,
    automatic, ///< a bar that redraws itself, if stderr is a terminal; else nothing
    json       ///< one JSON object per line and iteration
};

/// Whether a bar is drawn: asked for, and stderr is a terminal.
bool barIsShown(ProgressMode mode);

/// Width of the terminal, or the usual one.
int terminalColumns();

/// Redraws the one line of a bar on stderr, or takes it away.
void drawBar(const std::string& line);
void eraseBar();

/// Tells the iterations of one descent. Called on one thread; the bar is erased when it goes.
class Progress {
public:
    /// file: what is analysed, as typed; iterations: the most there will be.
    Progress(ProgressMode mode, std::string file, int iterations);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void tell(const IterationRecord& record);

private:
    void redraw(const IterationRecord& record);

    ProgressMode m_mode;
    std::string m_file;
    int m_iterations;
    std::chrono::steady_clock::time_point m_drawn;
};

/// The numbers of an iteration as one line of JSON (numbers that are not finite are null); keys as in history.csv.
std::string iterationJson(const std::string& file, const IterationRecord& record);

/// The line a terminal shows, without colour, at most `columns` wide.
std::string progressBar(const std::string& file, const IterationRecord& record, int iterations, int columns);

} // namespace thetascope
