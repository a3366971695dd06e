// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/rasteriser.h"

#include <QObject>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace thetascope {

/// What to draw.
struct RasterRequest {
    std::shared_ptr<const CellGrid> grid;
    RasterStyle style;
    std::shared_ptr<const CellGrid> minus = nullptr; ///< not null: the difference is drawn
    bool operator==(const RasterRequest&) const = default;
};

/// The picture asked for, here and now.
QImage picture(const RasterRequest& request);

/// A picture and what it shows; null where there was not enough memory for it.
struct RasterResult {
    QImage image;
    RasterRequest request;
};

/// Rasterises in a thread of its own, niced so that it never holds up the window. Only the latest request counts.
/// Lives in the GUI thread; its destructor waits for the picture in hand.
class RasterThread : public QObject {
    Q_OBJECT
public:
    explicit RasterThread(QObject* parent = nullptr);
    ~RasterThread() override;

    /// Replaces a request that was not started yet.
    void request(RasterRequest request);
    /// The newest picture since the last call, if any.
    std::optional<RasterResult> take();

signals:
    /// A picture is there to take. Emitted by the worker: received in the GUI thread by queued connection.
    void ready();

private:
    void work();
    void announce(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<RasterRequest> m_pending;
    std::optional<RasterResult> m_result;
    bool m_stop = false;
    std::thread m_thread; // last: starts when all else is made
};

} // namespace thetascope
