// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/archive.h"

namespace thetascope {
namespace {

/// An array [T, F] as [F, T] of T's.
template <class T, class Frames>
NpzEntry transposed(std::string name, const Frames& frames) {
    std::vector<T> values;
    values.reserve(static_cast<std::size_t>(frames.size()));
    for (Eigen::Index bin = 0; bin < frames.cols(); ++bin)
        for (Eigen::Index frame = 0; frame < frames.rows(); ++frame) values.push_back(static_cast<T>(frames(frame, bin)));
    return {std::move(name), {static_cast<std::size_t>(frames.cols()), static_cast<std::size_t>(frames.rows())}, std::move(values)};
}

/// theta or its gradient, as result directories have it.
NpzEntry thetaLike(std::string name, ThetaMode mode, const RealFrames& theta) {
    if (mode == ThetaMode::timeFrequency) return transposed<double>(std::move(name), theta);
    NpzEntry entry{std::move(name), {static_cast<std::size_t>(theta.size())}, std::vector<double>(theta.data(), theta.data() + theta.size())};
    if (mode == ThetaMode::shared) entry.shape.clear();
    return entry;
}

NpzEntry vectorEntry(std::string name, std::vector<double> values) {
    const std::size_t count = values.size();
    return {std::move(name), {count}, std::move(values)};
}

void addAxes(std::vector<NpzEntry>& entries, const Spectrogram& spectrogram) {
    std::vector<double> times, frequencies;
    for (int frame = 0; frame < spectrogram.tiling.frames(); ++frame) times.push_back(spectrogram.centreSeconds(frame));
    for (int bin = 0; bin < spectrogram.tiling.bins(); ++bin) frequencies.push_back(spectrogram.binHz(bin));
    entries.push_back(vectorEntry("times", std::move(times)));
    entries.push_back(vectorEntry("frequencies", std::move(frequencies)));
}

} // namespace

Status writeArchive(const std::string& path, const ResultSource& source, const ResultData& data) {
    const Spectrogram& spectrogram = *data.spectrogram;
    const Tiling& tiling = spectrogram.tiling;
    std::vector<NpzEntry> entries;
    entries.push_back(transposed<float>("magnitude", spectrogram.magnitude));
    if (data.settings.precision == Precision::doublePrecision)
        entries.push_back(transposed<std::complex<double>>("stft", *data.spectrum));
    else
        entries.push_back(transposed<std::complex<float>>("stft", *data.spectrum));
    entries.push_back(thetaLike("theta", tiling.mode, tiling.theta));
    entries.push_back(vectorEntry("positions", {tiling.positions.begin(), tiling.positions.end()}));
    addAxes(entries, spectrogram);
    std::vector<double> objective;
    for (const IterationRecord& record : data.history) objective.push_back(record.objective);
    entries.push_back(vectorEntry("objective", std::move(objective)));
    if (data.gradient) {
        entries.push_back(thetaLike("grad_theta", tiling.mode, data.gradient->theta));
        const Vector& positions = data.gradient->positions;
        entries.push_back(vectorEntry("grad_positions", {positions.begin(), positions.end()}));
    }
    using Json = nlohmann::ordered_json;
    entries.push_back({"run", {}, runJson(THETASCOPE_VERSION, source, data).dump(-1, ' ', false, Json::error_handler_t::replace)});
    return writeNpz(path, entries);
}

} // namespace thetascope
