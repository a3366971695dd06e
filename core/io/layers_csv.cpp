// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/layers_csv.h"

#include "core/io/csv.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <vector>

namespace thetascope {
namespace {

constexpr double millisecondsPerSecond = 1000;
/// Below what a float can hold: where a logarithm would be minus infinity.
constexpr double silenceDb = -400;

std::string frameName(int frame) { return "frame " + std::to_string(frame); }

void addInstants(CsvTable& table, const Spectrogram& spectrogram, const CellSelection& cells) {
    for (const int frame : cells.frames) {
        table.addCell(spectrogram.centreSeconds(frame));
        table.addCell(frameName(frame));
        table.endRow();
    }
}

void addRegions(CsvTable& table, const Spectrogram& spectrogram, const CellSelection& cells) {
    for (const int frame : cells.frames) {
        const RealFrames theta = thetaOf(spectrogram.tiling.theta, {{frame}, cells.firstBin, cells.bins});
        const double duration = theta.maxCoeff() / spectrogram.sampleRate;
        table.addCell(spectrogram.centreSeconds(frame) - duration / 2);
        table.addCell(theta.mean() / spectrogram.sampleRate * millisecondsPerSecond);
        table.addCell(duration);
        table.addCell(frameName(frame));
        table.endRow();
    }
}

/// Frames in the order of their centres, and those.
std::vector<std::pair<double, int>> inTime(const Spectrogram& spectrogram, const CellSelection& cells) {
    std::vector<std::pair<double, int>> frames;
    for (const int frame : cells.frames) frames.emplace_back(spectrogram.centreSeconds(frame), frame);
    std::ranges::sort(frames);
    return frames;
}

int nearest(const std::vector<std::pair<double, int>>& frames, double seconds) {
    const auto after = std::ranges::lower_bound(frames, std::pair(seconds, 0));
    if (after == frames.begin()) return after->second;
    const auto before = std::prev(after);
    return after == frames.end() || seconds - before->first <= after->first - seconds ? before->second : after->second;
}

void addGrid(CsvTable& table, const Spectrogram& spectrogram, const CellSelection& cells) {
    const auto frames = inTime(spectrogram, cells);
    const auto count = static_cast<int>(frames.size());
    const double first = frames.front().first;
    const double step = count > 1 ? (frames.back().first - first) / (count - 1) : 0;
    for (int i = 0; i < count; ++i) {
        const double seconds = first + i * step;
        table.addCell(seconds);
        for (const float magnitude : spectrogram.magnitude.row(nearest(frames, seconds)).segment(cells.firstBin, cells.bins)) {
            constexpr double hundredths = 100; // of a decibel: the file would be twice as long
            const double level = magnitude > 0 ? 20 * std::log10(static_cast<double>(magnitude)) : silenceDb;
            table.addCell(std::round(level * hundredths) / hundredths);
        }
        table.endRow();
    }
}

} // namespace

std::string layerCsv(const Spectrogram& spectrogram, LayerKind kind, const std::string& comment) {
    return layerCsv(spectrogram, kind, comment, allCells(spectrogram));
}

std::string layerCsv(const Spectrogram& spectrogram, LayerKind kind, const std::string& comment, const CellSelection& cells) {
    std::string text;
    std::istringstream lines(comment);
    for (std::string line; std::getline(lines, line);) text += "# " + line + "\n";
    CsvTable table;
    if (!cells.empty()) {
        if (kind == LayerKind::instants) addInstants(table, spectrogram, cells);
        else if (kind == LayerKind::regions) addRegions(table, spectrogram, cells);
        else addGrid(table, spectrogram, cells);
    }
    return text + table.text();
}

} // namespace thetascope
