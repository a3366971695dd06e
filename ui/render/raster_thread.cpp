// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_thread.h"

#include <exception>

#if defined(__linux__)
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace thetascope {
namespace {

/// Below the window, above an idle machine's background: the window stays under 20 ms at this level (design, platform 3).
constexpr int niceness = 10;

void lowerPriority() {
#if defined(__linux__)
    // Refusal is harmless: the picture then merely competes with the window.
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
#endif
}

} // namespace

QImage picture(const RasterRequest& request) {
    return request.minus ? rasteriseDifference(request.grid.get(), request.minus.get(), request.style)
                         : rasterise(request.grid.get(), request.style);
}

RasterThread::RasterThread(QObject* parent) : QObject(parent), m_thread([this] { work(); }) {}

RasterThread::~RasterThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void RasterThread::request(RasterRequest request) {
    {
        const std::lock_guard lock(m_mutex);
        m_pending = std::move(request);
    }
    m_wake.notify_one();
}

std::optional<RasterResult> RasterThread::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_result, std::nullopt);
}

void RasterThread::work() {
    lowerPriority();
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stop || m_pending; });
        if (m_stop)
            return;
        RasterRequest request = std::move(*m_pending);
        m_pending.reset();
        lock.unlock();
        QImage image;
        try {
            image = picture(request);
        } catch (const std::exception& error) {
            qWarning("A picture could not be made: %s", error.what());
        }
        lock.lock();
        if (image.isNull())
            continue;
        m_result = RasterResult{std::move(image), std::move(request)};
        lock.unlock();
        emit ready();
        lock.lock();
    }
}

} // namespace thetascope
