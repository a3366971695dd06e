// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/initial_arrays.h"

#include "core/io/npy.h"
#include "core/io/result_files.h"
#include "core/model/settings_fields.h"

#include <filesystem>
#include <system_error>

namespace thetascope {
namespace {

std::string shapeText(const std::vector<std::size_t>& shape) {
    std::string text;
    for (const std::size_t count : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(count);
    return "[" + text + "]";
}

const char* expectedShape(ThetaMode mode) {
    switch (mode) {
    case ThetaMode::shared: return "[] or [1]";
    case ThetaMode::time: return "[T], one value per frame";
    case ThetaMode::frequency: return "[F], one value per bin";
    case ThetaMode::timeFrequency: break;
    }
    return "[F, T], frequency first";
}

bool fits(const NpyArray& array, ThetaMode mode) {
    const std::size_t axes = array.shape.size();
    if (mode == ThetaMode::shared)
        return array.size() == 1 && axes <= 1;
    return axes == (mode == ThetaMode::timeFrequency ? 2U : 1U) && array.size() > 0;
}

constexpr const char* thetaName = "/initial_theta.npy";
constexpr const char* positionsName = "/initial_positions.npy";

Status removeOlder(const std::string& path) {
    std::error_code failure;
    std::filesystem::remove(path, failure);
    if (failure)
        return Error{ErrorKind::output, path + ": an older one can't be replaced: " + failure.message() + "; choose another folder"};
    return success();
}

} // namespace

Result<RealFrames> readTheta(const std::string& path, ThetaMode mode) {
    const Result<NpyArray> array = readNpy(path);
    if (!array)
        return array.error();
    if (array->isComplex)
        return Error{ErrorKind::arguments, "--theta: " + path + " holds complex numbers; give real window lengths"};
    if (!fits(*array, mode))
        return Error{ErrorKind::arguments, "--theta: " + path + " has the shape " + shapeText(array->shape) + ", but theta-mode "
                                               + std::string(toString(mode)) + " needs " + expectedShape(mode)};
    const auto count = static_cast<Eigen::Index>(array->size());
    if (mode == ThetaMode::timeFrequency) { // stored [F, T], held [T, F]
        const auto bins = static_cast<Eigen::Index>(array->shape[0]);
        return RealFrames(Eigen::Map<const RealFrames>(array->real.data(), bins, count / bins).transpose());
    }
    const bool column = mode == ThetaMode::time;
    return RealFrames(Eigen::Map<const RealFrames>(array->real.data(), column ? count : 1, column ? 1 : count));
}

Status writeInitialArrays(const std::string& folder, ThetaMode mode, const InitialArrays& arrays) {
    Status kept = arrays.theta ? writeTheta(folder + thetaName, mode, *arrays.theta) : removeOlder(folder + thetaName);
    if (!kept)
        return kept;
    return arrays.positions ? writeNpy(folder + positionsName, *arrays.positions) : removeOlder(folder + positionsName);
}

Result<InitialArrays> readInitialArrays(const std::string& runFile, ThetaMode mode) {
    const std::string folder = std::filesystem::path(runFile).parent_path().string();
    const std::string beside = folder.empty() ? "." : folder;
    InitialArrays arrays;
    if (std::filesystem::exists(beside + thetaName)) {
        Result<RealFrames> theta = readTheta(beside + thetaName, mode);
        if (!theta)
            return theta.error();
        arrays.theta = std::move(theta).value();
    }
    if (std::filesystem::exists(beside + positionsName)) {
        Result<Vector> positions = readNpyVector(beside + positionsName);
        if (!positions)
            return positions.error();
        arrays.positions = std::move(positions).value();
    }
    return arrays;
}

} // namespace thetascope
