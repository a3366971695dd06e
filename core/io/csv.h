// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// A table as text: comma separated, lines ended by a line feed, cells quoted where they must be (RFC 4180).
class CsvTable {
public:
    void addCell(std::string_view text);
    void addCell(double number); ///< the shortest text that reads back as the same number; "nan", "inf"
    void addCell(int number);
    void endRow();
    const std::string& text() const { return m_text; }

private:
    void separate();
    std::string m_text;
    bool m_rowBegun = false;
};

/// history.csv: iteration,objective,<each term,
/// unweighted>,step,gradient_norm,theta_mean,theta_min,theta_max,hop_mean,seconds. Terms in the order in which they
/// first appear; nan in iterations without one (the objective may change during a run).
std::string historyCsv(const std::vector<IterationRecord>& history);

/// frames.csv: frame,start_sample,centre_sample,centre_s,hop_samples,theta_samples,theta_ms. Samples and seconds count
/// from the start of the region, as positions.npy. hop: to the next frame, nan for the last. theta: the mean over bins
/// where it varies along them.
std::string framesCsv(const Tiling& tiling, double sampleRate);

} // namespace thetascope
