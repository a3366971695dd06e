// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/frame_density.h"

#include "core/dstft/frame_geometry.h"
#include "core/dstft/normaliser.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace thetascope {
namespace {

/// ln of the widest ratio of thetas that count as one.
constexpr double bucketWidth = 0.02;

/// Frames whose densities are held at a time, so that they are added in frame order; frames that a thread takes at a time.
constexpr int blockFrames = 64, chunkFrames = 4;

/// The windows of a frame: length and share of the two-sided spectrum. Shares add up to 1.
struct Bucket {
    double theta = 0, share = 0;
};

std::vector<Bucket> bucketsOf(const Tiling& tiling, int frame) {
    if (tiling.theta.cols() <= 1)
        return {{tiling.thetaAt(frame, 0), 1.0}};
    std::map<int, Bucket> buckets;
    for (int f = 0; f < tiling.bins(); ++f) {
        const double theta = tiling.thetaAt(frame, f);
        Bucket& bucket = buckets[static_cast<int>(std::floor(std::log(theta) / bucketWidth))];
        bucket.theta = std::max(bucket.theta, theta);
        bucket.share += (f == 0 || 2 * f == tiling.support ? 1.0 : 2.0) / tiling.support;
    }
    std::vector<Bucket> list;
    for (const auto& [index, bucket] : buckets)
        list.push_back(bucket);
    return list;
}

struct Scratch {
    explicit Scratch(int support) : w(static_cast<std::size_t>(support)), dTheta(w.size()) {}
    std::vector<double> w, dTheta;
};

/// out [N] = what the frame adds at first..first+N-1.
void densityOfFrame(const Tiling& tiling, int frame, const Taper& taper, Normalisation normalisation, Scratch& s,
        double* out) {
    const FrameGeometry geometry(tiling.positions[frame], tiling.support);
    std::fill(out, out + tiling.support, 0.0);
    for (const Bucket& bucket : bucketsOf(tiling, frame)) {
        taper.fill(geometry.y0, tiling.support, bucket.theta, s.w.data(), s.dTheta.data(), nullptr);
        TaperSums sums;
        for (const double w : s.w) {
            sums.w += w;
            sums.ww += w * w;
        }
        const double factor = Scale(normalisation, sums).factor, weight = bucket.share * factor * factor;
        for (int m = 0; m < tiling.support; ++m)
            out[m] += weight * s.w[static_cast<std::size_t>(m)] * s.w[static_cast<std::size_t>(m)];
    }
}

void overlapAdd(const Tiling& tiling, int frame, const double* part, std::vector<double>& sum) {
    const std::int64_t first = FrameGeometry(tiling.positions[frame], tiling.support).first;
    const auto length = static_cast<std::int64_t>(sum.size());
    const std::int64_t begin = std::clamp<std::int64_t>(-first, 0, tiling.support);
    const std::int64_t end = std::clamp<std::int64_t>(length - first, begin, tiling.support);
    for (std::int64_t m = begin; m < end; ++m)
        sum[static_cast<std::size_t>(first + m)] += part[m];
}

} // namespace

std::vector<double> frameDensity(const Tiling& tiling, const Taper& taper, Normalisation normalisation, int length,
                                 ThreadPool& pool) {
    const auto n = static_cast<std::size_t>(tiling.support);
    std::vector<double> density(static_cast<std::size_t>(std::max(0, length)), 0.0);
    std::vector<double> parts(static_cast<std::size_t>(std::min(blockFrames, tiling.frames())) * n);
    std::vector<Scratch> scratch(static_cast<std::size_t>(pool.threads()), Scratch(tiling.support));
    for (int block = 0; block < tiling.frames(); block += blockFrames) {
        const int count = std::min(blockFrames, tiling.frames() - block);
        pool.forChunks(count, chunkFrames, [&](int begin, int end, int thread) {
            for (int i = begin; i < end; ++i)
                densityOfFrame(tiling, block + i, taper, normalisation, scratch[static_cast<std::size_t>(thread)],
                               parts.data() + static_cast<std::size_t>(i) * n);
        });
        for (int i = 0; i < count; ++i)
            overlapAdd(tiling, block + i, parts.data() + static_cast<std::size_t>(i) * n, density);
    }
    return density;
}

} // namespace thetascope
