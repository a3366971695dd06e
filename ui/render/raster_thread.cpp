// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_thread.h"

#include <chrono>
#include <new>

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

QImage pictureOrNull(const RasterRequest& request) {
    try {
        return picture(request);
    } catch (const std::bad_alloc&) {
        return {};
    }
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
        QImage image = pictureOrNull(request);
        lock.lock();
        if (image.isNull() && request.style.pixels.isEmpty())
            continue;
        m_result = RasterResult{std::move(image), std::move(request)};
        announce(lock);
    }
}

/// Telling the window takes Qt an allocation: it is tried until there is memory for it.
void RasterThread::announce(std::unique_lock<std::mutex>& lock) {
    constexpr std::chrono::milliseconds pause{20};
    while (!m_stop) {
        lock.unlock();
        bool told = true;
        try {
            emit ready();
        } catch (const std::bad_alloc&) {
            told = false;
        }
        lock.lock();
        if (told)
            return;
        m_wake.wait_for(lock, pause, [this] { return m_stop; });
    }
}

} // namespace thetascope
