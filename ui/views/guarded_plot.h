// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <qcustomplot.h>
#include <utility>

namespace thetascope {

/// A QCustomPlot that may be destroyed when memory ran out while something was added to it. QCustomPlot 2.1 lists a graph before all
/// of it is made and, after a failed allocation, would delete it again; what was whole is deleted as its QObject child in any case.
class GuardedPlot : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;
    ~GuardedPlot() override {
        if (std::uncaught_exceptions() <= m_passing) return;
        mPlottables.clear();
        mGraphs.clear();
        mItems.clear();
    }

private:
    int m_passing = std::uncaught_exceptions(); ///< when it was made
};

/// A ticker for QCPAxis::setTicker(). (QSharedPointer::create() of Qt 6.4 crashes when the constructor throws.)
template <class Ticker, class... Arguments>
QSharedPointer<Ticker> makeTicker(Arguments&&... arguments) {
    return QSharedPointer<Ticker>(new Ticker(std::forward<Arguments>(arguments)...));
}

} // namespace thetascope
