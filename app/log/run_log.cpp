// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/run_log.h"

#include "app/log/log.h"
#include "app/session/memory_check.h"
#include "core/io/settings_json.h"

namespace thetascope {

void logRunBegins(const std::string& source, const ResolvedSettings& settings, double forecastBytes) {
    const std::string json = settingsToJson(settings).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    qCInfo(logRun).noquote() << source.c_str() << "begins:" << settings.T << "x" << settings.F << "cells, up to"
                             << bytesText(forecastBytes).c_str() << "in all, settings" << json.c_str();
}

void logRunEnds(const std::string& source, const DescentResult& result) {
    const bool bad = result.reason == StopReason::notFinite || result.reason == StopReason::failed;
    const std::string line = source + " ends: " + result.reasonText + "; " + std::to_string(result.evaluations) + " evaluations in "
                             + std::to_string(result.seconds) + " s, engine " + result.engine.name + " (spacing "
                             + std::to_string(result.engine.spacing) + ", worst error of its bound " + std::to_string(result.engine.worst)
                             + ", refined " + std::to_string(result.engine.refinements) + " times)";
    if (bad) qCWarning(logRun).noquote() << line.c_str();
    else qCInfo(logRun).noquote() << line.c_str();
}

} // namespace thetascope
