// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/moment_caption.h"

#include <QCoreApplication>

namespace thetascope {

QString momentCaption(const RunData& run, int iteration) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("thetascope::HistoryController", text); };
    const bool best = iteration == run.bestIteration && !run.active;
    const QString name =
        (best ? tr(QT_TRANSLATE_NOOP("thetascope::HistoryController", "Sharpest, iteration %1"))
              : tr(QT_TRANSLATE_NOOP("thetascope::HistoryController", "Iteration %1"))).arg(iteration);
    const auto index = static_cast<std::size_t>(iteration);
    if (index >= run.records.size()) return name;
    const double objective = best && run.result ? run.result->bestObjective : run.records[index].objective;
    return tr(QT_TRANSLATE_NOOP("thetascope::HistoryController", "%1 · objective %2")).arg(name).arg(objective, 0, 'g', 6);
}

} // namespace thetascope
