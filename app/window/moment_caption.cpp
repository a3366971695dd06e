// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/moment_caption.h"

#include <QCoreApplication>

namespace thetascope {

QString momentCaption(const RunData& run, int iteration) {
    const bool best = iteration == run.bestIteration && !run.active;
    const QString name =
        (best ? QCoreApplication::translate("MomentCaption", "Sharpest, iteration %1")
              : QCoreApplication::translate("MomentCaption", "Iteration %1")).arg(iteration);
    const auto index = static_cast<std::size_t>(iteration);
    if (index >= run.records.size()) return name;
    const double objective = best && run.result ? run.result->bestObjective : run.records[index].objective;
    return QCoreApplication::translate("MomentCaption", "%1 · objective %2").arg(name).arg(objective, 0, 'g', 6);
}

} // namespace thetascope
