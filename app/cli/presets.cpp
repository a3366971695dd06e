// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/presets.h"

#include "core/io/settings_json.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <stdexcept>

namespace thetascope {
namespace {

Preset readPreset(const QFileInfo& info) {
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the preset " + info.fileName().toStdString() + " is not part of this build");
    const nlohmann::json document = nlohmann::json::parse(file.readAll().toStdString());
    Preset preset{info.completeBaseName().toStdString(), document.at("description").get<std::string>(), {}};
    if (const Status status = settingsFromJson(document, preset.settings); !status)
        throw std::runtime_error("the preset " + preset.name + ": " + status.error().message);
    return preset;
}

std::vector<Preset> readPresets() {
    std::vector<Preset> all;
    for (const QFileInfo& info : QDir(QStringLiteral(":/presets")).entryInfoList({"*.json"}, QDir::Files, QDir::Name))
        all.push_back(readPreset(info));
    const auto isDefault = [](const Preset& preset) { return preset.name == defaultPreset; };
    if (std::stable_partition(all.begin(), all.end(), isDefault) == all.begin())
        throw std::runtime_error(std::string("the preset ") + defaultPreset + " is not part of this build");
    return all;
}

} // namespace

const std::vector<Preset>& presets() {
    static const std::vector<Preset> all = readPresets();
    return all;
}

const Preset* findPreset(std::string_view name) {
    const auto found = std::find_if(presets().begin(), presets().end(), [&](const Preset& p) { return p.name == name; });
    return found == presets().end() ? nullptr : &*found;
}

} // namespace thetascope
