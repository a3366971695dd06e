// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/archive.h"

namespace thetascope {
namespace {

/// These cells of an array of frames as [F, T] of T's.
template <class T, class Frames>
NpzEntry transposed(std::string name, const Frames& frames, const CellSelection& cells) {
    std::vector<T> values;
    const std::size_t count = cells.frames.size(), bins = static_cast<std::size_t>(cells.bins);
    values.reserve(count * bins);
    for (int bin = cells.firstBin; bin < cells.firstBin + cells.bins; ++bin)
        for (const int frame : cells.frames) values.push_back(static_cast<T>(frames(frame, bin)));
    return {std::move(name), {bins, count}, std::move(values)};
}

/// theta or its gradient, as result directories have it.
NpzEntry thetaLike(std::string name, ThetaMode mode, const RealFrames& all, const CellSelection& cells) {
    if (mode == ThetaMode::timeFrequency) return transposed<double>(std::move(name), all, cells);
    const RealFrames theta = thetaOf(all, cells);
    NpzEntry entry{std::move(name), {static_cast<std::size_t>(theta.size())}, std::vector<double>(theta.data(), theta.data() + theta.size())};
    if (mode == ThetaMode::shared) entry.shape.clear();
    return entry;
}

NpzEntry vectorEntry(std::string name, std::vector<double> values) {
    const std::size_t count = values.size();
    return {std::move(name), {count}, std::move(values)};
}

/// The values of the frames chosen.
NpzEntry perFrame(std::string name, const Vector& all, const CellSelection& cells) {
    std::vector<double> values;
    for (const int frame : cells.frames) values.push_back(all[frame]);
    return vectorEntry(std::move(name), std::move(values));
}

void addAxes(std::vector<NpzEntry>& entries, const Spectrogram& spectrogram, const CellSelection& cells) {
    std::vector<double> times, frequencies;
    for (const int frame : cells.frames) times.push_back(spectrogram.centreSeconds(frame));
    for (int bin = cells.firstBin; bin < cells.firstBin + cells.bins; ++bin) frequencies.push_back(spectrogram.binHz(bin));
    entries.push_back(vectorEntry("times", std::move(times)));
    entries.push_back(vectorEntry("frequencies", std::move(frequencies)));
}

} // namespace

Status writeArchive(const std::string& path, const ResultSource& source, const ResultData& data, const CellSelection& cells) {
    const Spectrogram& spectrogram = *data.spectrogram;
    const Tiling& tiling = spectrogram.tiling;
    std::vector<NpzEntry> entries;
    entries.push_back(transposed<float>("magnitude", spectrogram.magnitude, cells));
    if (data.settings.precision == Precision::doublePrecision)
        entries.push_back(transposed<std::complex<double>>("stft", *data.spectrum, cells));
    else
        entries.push_back(transposed<std::complex<float>>("stft", *data.spectrum, cells));
    entries.push_back(thetaLike("theta", tiling.mode, tiling.theta, cells));
    entries.push_back(perFrame("positions", tiling.positions, cells));
    addAxes(entries, spectrogram, cells);
    std::vector<double> objective;
    for (const IterationRecord& record : data.history) objective.push_back(record.objective);
    entries.push_back(vectorEntry("objective", std::move(objective)));
    if (data.gradient) {
        entries.push_back(thetaLike("grad_theta", tiling.mode, data.gradient->theta, cells));
        entries.push_back(perFrame("grad_positions", data.gradient->positions, cells));
    }
    using Json = nlohmann::ordered_json;
    entries.push_back({"run", {}, runJson(THETASCOPE_VERSION, source, data).dump(-1, ' ', false, Json::error_handler_t::replace)});
    return writeNpz(path, entries);
}

} // namespace thetascope
