// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/io/npy.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

namespace thetascope::testing {
namespace {

NpyArray load(const std::string& name) {
    Result<NpyArray> array = readNpy(goldenPath(name + ".npy"));
    if (!array)
        throw std::runtime_error(array.error().message);
    return *std::move(array);
}

NpyArray load(const std::string& name, bool complex, std::size_t mostAxes) {
    NpyArray array = load(name);
    if (array.isComplex != complex || array.shape.size() > mostAxes)
        throw std::runtime_error(name + ".npy: not the kind of array this test expects");
    return array;
}

/// The words of the golden files and ours.
const std::map<std::string, std::string> windowNames{
    {"hann", "hann"}, {"gauss", "gaussian-paper"}, {"gaussian", "gaussian"}, {"gauss6", "gauss6"}};
const std::map<std::string, Normalisation> normNames{
    {"none", Normalisation::none}, {"sum", Normalisation::sum}, {"l2", Normalisation::energy}};
const std::map<std::string, ThetaMode> modeNames{{"shared", ThetaMode::shared},
                                                 {"time", ThetaMode::time},
                                                 {"freq", ThetaMode::frequency},
                                                 {"tf", ThetaMode::timeFrequency}};

} // namespace

double goldenNumber(const std::string& name) {
    return load(name, false, 0).real.at(0);
}

Vector goldenVector(const std::string& name) {
    const NpyArray array = load(name, false, 1);
    return Eigen::Map<const Vector>(array.real.data(), static_cast<Eigen::Index>(array.size()));
}

RealFrames goldenFrames(const std::string& name) {
    const NpyArray array = load(name, false, 2);
    return Eigen::Map<const RealFrames>(array.real.data(), static_cast<Eigen::Index>(array.shape.at(0)),
                                        static_cast<Eigen::Index>(array.shape.at(1)));
}

ComplexFrames goldenSpectrum(const std::string& name) {
    const NpyArray array = load(name, true, 2);
    return Eigen::Map<const ComplexFrames>(array.complex.data(), static_cast<Eigen::Index>(array.shape.at(0)),
                                           static_cast<Eigen::Index>(array.shape.at(1)));
}

nlohmann::json goldenJson(const std::string& name) {
    std::ifstream file(goldenPath(name + ".json"));
    return nlohmann::json::parse(file);
}

RealFrames GoldenCase::real(const std::string& array) const { return goldenFrames(name + "__" + array); }
ComplexFrames GoldenCase::spectrum(const std::string& array) const { return goldenSpectrum(name + "__" + array); }
Vector GoldenCase::vector(const std::string& array) const { return goldenVector(name + "__" + array); }

RealFrames GoldenCase::thetaLike(const std::string& array) const {
    if (tiling.mode == ThetaMode::timeFrequency)
        return real(array);
    const Vector values = vector(array);
    const bool overFrames = tiling.mode == ThetaMode::time;
    return Eigen::Map<const RealFrames>(values.data(), overFrames ? values.size() : 1, overFrames ? 1 : values.size());
}

GoldenCase loadGolden(const std::string& name) {
    GoldenCase golden;
    golden.name = name;
    golden.json = goldenJson(name);
    golden.window = windowNames.at(golden.json.at("window"));
    golden.normalise = normNames.at(golden.json.at("norm"));
    golden.twoSided = golden.json.at("two_sided");
    golden.entropy = golden.json.at("entropy");
    const std::string signal = golden.json.at("signal");
    const Vector samples = goldenVector(std::filesystem::path(signal).stem());
    golden.signal.samples.assign(samples.begin(), samples.end());
    golden.signal.sampleRate = 1;
    golden.tiling.support = golden.json.at("N");
    golden.tiling.mode = modeNames.at(golden.json.at("theta_mode"));
    golden.tiling.positions = golden.vector("t");
    golden.tiling.theta = golden.thetaLike("theta");
    return golden;
}

std::vector<std::string> goldenCases() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(goldenPath(""))) {
        const std::string name = entry.path().stem();
        if (entry.path().extension() != ".json" || !name.starts_with("chirp500_"))
            continue;
        const nlohmann::json json = goldenJson(name);
        if (json.at("window") != "gauss6" && !json.at("two_sided") && json.at("N").get<int>() % 2 == 0)
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace thetascope::testing
