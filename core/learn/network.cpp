// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/network.h"

#include "core/model/random.h"

#include <cmath>
#include <stdexcept>

namespace thetascope {

template <class Real>
Network<Real>::Network(std::vector<std::unique_ptr<Layer<Real>>> layers) : m_layers(std::move(layers)) {
    if (m_layers.empty()) throw std::invalid_argument("a network needs a layer");
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (i > 0 && !(m_layers[i]->input() == m_layers[i - 1]->output()))
            throw std::invalid_argument(m_layers[i]->name() + " doesn't fit the layer before it");
        m_offsets.push_back(m_parameterCount);
        for (const ParameterBlock& block : m_layers[i]->parameters()) m_parameterCount += block.size();
    }
}

template <class Real>
std::vector<ParameterBlock> Network<Real>::parameters() const {
    std::vector<ParameterBlock> all;
    for (const auto& layer : m_layers) {
        for (ParameterBlock block : layer->parameters()) {
            block.name = layer->name() + '.' + block.name;
            all.push_back(std::move(block));
        }
    }
    return all;
}

template <class Real>
typename Network<Real>::Activations Network<Real>::makeActivations() const {
    Activations a;
    a.values.emplace_back(static_cast<std::size_t>(input().size()));
    for (const auto& layer : m_layers) a.values.emplace_back(static_cast<std::size_t>(layer->output().size()));
    a.slopes = a.values;
    return a;
}

template <class Real>
void Network<Real>::forward(const Real* w, Activations& a, const Pass& pass) const {
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        m_layers[i]->forward(w + m_offsets[i], a.values[i].data(), a.values[i + 1].data(), pass);
}

template <class Real>
void Network<Real>::backward(const Real* w, Activations& a, Real* dw, const Pass& pass) const {
    for (std::size_t i = m_layers.size(); i-- > 0;)
        m_layers[i]->backward(w + m_offsets[i], a.values[i].data(), a.values[i + 1].data(), a.slopes[i + 1].data(),
                              dw + m_offsets[i], a.slopes[i].data(), pass);
}

template class Network<float>;
template class Network<double>;

Vector initialParameters(const std::vector<ParameterBlock>& blocks, std::uint64_t seed) {
    Eigen::Index count = 0;
    for (const ParameterBlock& block : blocks) count += block.size();
    Vector values(count);
    Random random(seed);
    Eigen::Index next = 0;
    for (const ParameterBlock& block : blocks) {
        const double bound = 1 / std::sqrt(static_cast<double>(block.fanIn));
        for (int i = 0; i < block.size(); ++i) values[next++] = bound * (2 * random.uniform() - 1);
    }
    return values;
}

} // namespace thetascope
