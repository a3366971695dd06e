// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/taper_table.h"

#include "core/dstft/frame_geometry.h"
#include "core/dstft/normaliser.h"

#include <map>

namespace thetascope {

namespace {

TaperSums sumTaper(const Vector& w, const Vector& dTheta, const Vector& dY) {
    return {w.sum(), dTheta.sum(), dY.sum(), w.square().sum(), (w * dTheta).sum(), (w * dY).sum()};
}

template <class Real>
std::vector<Real> converted(const Vector& values) {
    std::vector<Real> result;
    for (const double value : values) result.push_back(static_cast<Real>(value));
    return result;
}

/// The samples of a taper whose first lies at y0 from its centre.
template <class Real>
SampledTaper<Real> sampleTaper(const Taper& taper, Normalisation normalisation, int support, int fold, double y0, double theta) {
    Vector w(support), dTheta(support), dY(support);
    taper.fill(y0, support, theta, w.data(), dTheta.data(), dY.data());
    const Scale scale(normalisation, sumTaper(w, dTheta, dY));
    const Vector value = scale.factor * w;
    SampledTaper<Real> sampled;
    sampled.w = converted<Real>(value);
    sampled.byLogTheta = converted<Real>(theta * (scale.factor * dTheta - scale.logTheta * value));
    sampled.byPosition = converted<Real>(-scale.factor * dY - scale.logPosition * value);
    int begin = 0, end = support;
    while (begin < end && std::abs(y0 + begin) > theta / 2) ++begin;
    while (end > begin && std::abs(y0 + end - 1) > theta / 2) --end;
    sampled.begin = begin / fold * fold;
    sampled.end = (end + fold - 1) / fold * fold;
    return sampled;
}

} // namespace

template <class Real>
TaperTable<Real>::TaperTable(const Taper& taper, Normalisation normalisation, int support, int fold, const Vector& positions,
                             double theta) {
    std::map<double, std::size_t> byFraction;
    for (const double position : positions) {
        const FrameGeometry geometry(position, support);
        const auto [entry, isNew] = byFraction.emplace(geometry.fraction, m_tapers.size());
        if (isNew) m_tapers.push_back(sampleTaper<Real>(taper, normalisation, support, fold, geometry.y0, theta));
        m_first.push_back(geometry.first);
        m_index.push_back(entry->second);
    }
}

template class TaperTable<float>;
template class TaperTable<double>;

} // namespace thetascope
