// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choice/local_concentration.h"

namespace thetascope {

ThetaChoice selectByConcentration(const Candidates& candidates, Neighbourhood neighbourhood) {
    ThetaChoice choice{ThetaMode::timeFrequency, {}};
    RealFrames best;
    for (int k = 0; k < candidates.count(); ++k) {
        const RealFrames here =
            localConcentration(candidates.magnitude[static_cast<std::size_t>(k)], neighbourhood).concentration;
        if (k == 0) {
            best = here;
            choice.index.setZero(here.rows(), here.cols());
            continue;
        }
        choice.index = (here > best).select(k, choice.index);
        best = best.max(here);
    }
    return choice;
}

} // namespace thetascope
