// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_columns.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace thetascope {
namespace {

constexpr float invalidLevel = 1e30f;    // so high that any share of it stays above invalidAbove
constexpr float invalidAbove = 1e6f;
constexpr float dbPerOctave = 6.0205999f; // 20 log10 2

/// 20 log10 of the number with these bits within 2e-5 dB; about -765 for zero; invalidLevel for infinity and NaN.
/// The mantissa m in [1, 2): log2 m = 1/2 + 2/ln 2 (y + y^3/3 + y^5/5), y = (m - sqrt 2)/(m + sqrt 2).
float levelDb(std::int32_t bits) {
    const float mantissa = std::bit_cast<float>((bits & 0x007fffff) | 0x3f800000);
    constexpr float root = 1.41421356f;
    const float y = (mantissa - root) / (mantissa + root);
    const float y2 = y * y;
    const float log2 = static_cast<float>((bits >> 23) - 127) + 0.5f +
                       2.88539008f * y * (1.0f + y2 * (1.0f / 3.0f + y2 * 0.2f));
    return bits >= 0x7f800000 ? invalidLevel : dbPerOctave * log2;
}

} // namespace

SmoothColumns::SmoothColumns(const CellGrid& grid, const RasterStyle& style, const std::vector<PixelRow>& rows,
                             BinRange bins)
    : m_flat(grid, style, rows, bins), m_grid(grid), m_style(style), m_rows(rows), m_bins(bins),
      m_map(ColourMap::named(style.colourMap)), m_levels(static_cast<size_t>(bins.count())) {
    const auto flat = [](const PixelRow& row) { return row.centred || row.first >= row.last; };
    m_flatRows = std::all_of(rows.begin(), rows.end(), flat);
}

const std::vector<float>& SmoothColumns::levelsOf(int first, int last) {
    for (const Levels& levels : m_cache) {
        if (levels.first == first && levels.last == last)
            return levels.db;
    }
    Levels& levels = m_cache[m_oldest];
    m_oldest = 1 - m_oldest;
    levels.first = first;
    levels.last = last;
    const auto floorDb = static_cast<float>(m_style.levelDb.low);
    m_peaks.assign(m_levels.size(), 0);
    for (int place = first; place < (m_grid.rows > 1 ? last : first + 1); ++place) {
        const int frame = m_grid.spans.frame[static_cast<size_t>(place)];
        raisePeaks(m_peaks.data(), m_grid.row(frame) + m_bins.first, m_bins.count());
    }
    levels.db.resize(m_levels.size());
    std::transform(m_peaks.begin(), m_peaks.end(), levels.db.begin(),
                   [floorDb](std::int32_t bits) { return std::max(floorDb, levelDb(bits)); });
    return levels.db;
}

std::pair<int, int> SmoothColumns::together(int place) const {
    const std::vector<double>& centre = m_grid.spans.centre;
    const double seconds = centre[static_cast<size_t>(place)];
    const auto range = std::equal_range(centre.begin(), centre.end(), seconds);
    return {static_cast<int>(range.first - centre.begin()), static_cast<int>(range.second - centre.begin())};
}

void SmoothColumns::gather(const PixelColumn& column) {
    const FrameSpans& spans = m_grid.spans;
    if (column.centred) {
        m_levels = levelsOf(column.first, column.last);
        return;
    }
    const auto here = together(column.first);
    const double centre = spans.centre[static_cast<size_t>(here.first)];
    const bool later = column.seconds >= centre;
    const int neighbour = later ? here.second : here.first - 1;
    m_levels = levelsOf(here.first, here.second);
    if (neighbour < 0 || neighbour >= spans.count())
        return;
    const auto a = static_cast<size_t>(later ? here.second - 1 : neighbour);
    if (spans.right[a] < spans.left[a + 1])
        return;
    const auto next = together(neighbour);
    const std::vector<float>& other = levelsOf(next.first, next.second);
    const double distance = spans.centre[static_cast<size_t>(neighbour)] - centre;
    const auto share = static_cast<float>((column.seconds - centre) / distance);
    for (size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i] += share * (other[i] - m_levels[i]);
}

float SmoothColumns::levelAt(const PixelRow& row) const {
    const auto at = [this](int bin) { return m_levels[static_cast<size_t>(bin - m_bins.first)]; };
    if (!row.centred) {
        const int below = std::clamp(static_cast<int>(std::floor(row.bin)), m_bins.first, m_bins.last - 1);
        const int above = std::min(below + 1, m_bins.last - 1);
        const float share = std::clamp(row.bin - static_cast<float>(below), 0.0f, 1.0f);
        return at(below) + share * (at(above) - at(below));
    }
    float level = at(row.first);
    for (int bin = row.first + 1; bin < row.last; ++bin)
        level = std::max(level, at(bin));
    return level;
}

void SmoothColumns::paint(const PixelColumn& column, std::span<QRgb> colours) {
    if (column.centred && m_flatRows) {
        m_flat.paint(column, colours);
        return;
    }
    gather(column);
    const auto floorDb = static_cast<float>(m_style.levelDb.low);
    const auto scale = static_cast<float>(ColourMap::size / m_style.levelDb.length());
    for (size_t y = 0; y < m_rows.size(); ++y) {
        if (m_rows[y].first >= m_rows[y].last)
            continue;
        const float level = levelAt(m_rows[y]);
        if (level > invalidAbove) {
            colours[y] = m_style.invalid;
            continue;
        }
        const float place = std::clamp((level - floorDb) * scale, 0.0f, static_cast<float>(ColourMap::size - 1));
        colours[y] = m_map.table()[static_cast<size_t>(place)];
    }
}

} // namespace thetascope
