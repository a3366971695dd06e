// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field_builders.h"

/// What files, flags and menus call the values of the settings' enumerations.
namespace thetascope::fields {

const std::vector<Named<ThetaMode>>& thetaModes();
const std::vector<Named<PositionMode>>& positionModes();
const std::vector<Named<Normalisation>>& normalisations();
const std::vector<Named<FrameLayout>>& frameLayouts();
const std::vector<Named<Precision>>& precisions();
const std::vector<Named<StopMode>>& stopModes();
const std::vector<Named<Schedule>>& schedules();
const std::vector<Named<Combine>>& combinations();
const std::vector<Named<EngineChoice>>& engineChoices();
const std::vector<Named<ThetaStart>>& thetaStarts();

} // namespace thetascope::fields
