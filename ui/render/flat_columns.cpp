// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_columns.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace thetascope {
namespace {

constexpr int indexShift = 15;                   // sign, 8 bits of exponent and 8 of mantissa remain
constexpr std::uint32_t magnitudeMask = 0x7fffffffu;
constexpr size_t indexCount = size_t{1} << 16;
constexpr size_t firstInvalid = 0x7f800000u >> indexShift; // infinity and every NaN

size_t indexOf(float value) { return (std::bit_cast<std::uint32_t>(value) & magnitudeMask) >> indexShift; }

std::vector<QRgb> coloursByBits(const RasterStyle& style) {
    const ColourMap::Table& table = ColourMap::named(style.colourMap).table();
    std::vector<QRgb> colours(indexCount, table[0]);
    for (int k = 1; k < ColourMap::size; ++k) {
        const double levelDb = style.levelDb.low + style.levelDb.length() * k / ColourMap::size;
        const size_t from = std::min(indexOf(static_cast<float>(std::pow(10.0, levelDb / 20))), firstInvalid);
        std::fill(colours.begin() + static_cast<std::ptrdiff_t>(from), colours.end(), table[static_cast<size_t>(k)]);
    }
    std::fill(colours.begin() + firstInvalid, colours.end(), style.invalid);
    return colours;
}

} // namespace

void raisePeaks(std::int32_t* peaks, const float* values, int count) {
    for (int i = 0; i < count; ++i) {
        const auto bits = static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(values[i]) & magnitudeMask);
        peaks[i] = bits > peaks[i] ? bits : peaks[i];
    }
}

FlatColumns::FlatColumns(const CellGrid& grid, const RasterStyle& style, const std::vector<PixelRow>& rows, BinRange bins)
    : m_grid(grid), m_rows(rows), m_bins(bins), m_colours(coloursByBits(style)),
      m_peaks(static_cast<size_t>(bins.count())) {}

void FlatColumns::gather(const PixelColumn& column) {
    std::fill(m_peaks.begin(), m_peaks.end(), 0);
    const int last = m_grid.rows > 1 ? column.last : column.first + 1;
    for (int place = column.first; place < last; ++place) {
        const int frame = m_grid.spans.frame[static_cast<size_t>(place)];
        raisePeaks(m_peaks.data(), m_grid.row(frame) + m_bins.first, m_bins.count());
    }
}

void FlatColumns::paint(const PixelColumn& column, std::span<QRgb> colours) {
    gather(column);
    const auto peakAt = [this](int bin) { return m_peaks[static_cast<size_t>(bin - m_bins.first)]; };
    for (size_t y = 0; y < m_rows.size(); ++y) {
        const PixelRow& row = m_rows[y];
        if (row.first >= row.last)
            continue;
        std::int32_t peak = peakAt(row.first);
        for (int bin = row.first + 1; bin < row.last; ++bin)
            peak = std::max(peak, peakAt(bin));
        colours[y] = m_colours[static_cast<size_t>(peak >> indexShift)];
    }
}

} // namespace thetascope
