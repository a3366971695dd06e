// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/initial_arrays.h"

#include "core/io/npy.h"
#include "core/model/settings_fields.h"

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

} // namespace thetascope
