// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/checkpointed.h"

#include "app/training/model_files.h"
#include "app/training/parameter_arrays.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace thetascope {

Result<TrainResult> trainInFolder(const std::string& folder, const TrainData& data, const TrainSettings& settings, bool resume,
                                  TrainHooks hooks) {
    const std::string path = folder + "/checkpoint.npz", identity = trainingIdentity(data, settings);
    std::optional<TrainState> before;
    if (resume && std::filesystem::exists(path)) {
        Result<TrainState> state = readCheckpoint(path, identity);
        if (!state) return state.error();
        before = std::move(state).value();
    }
    Status written = success();
    hooks.stopRequested = [&written, asked = std::move(hooks.stopRequested)] { return !written || (asked && asked()); };
    hooks.onEpoch = [&, told = std::move(hooks.onEpoch)](const TrainState& state) {
        if (written) written = writeCheckpoint(path, state, identity);
        if (told) told(state);
    };
    TrainResult result = train(data, settings, hooks, before ? &*before : nullptr);
    if (!written) return written.error();
    return result;
}

} // namespace thetascope
