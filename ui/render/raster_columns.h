// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/raster_axes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace thetascope {

/// The bins that a picture needs, [first, last).
struct BinRange {
    int first = 0, last = 0;
    int count() const { return last - first; }
};

/// The larger of each pair by magnitude, as bits without the sign: they order as the numbers do, and put infinity and
/// NaN above all. peaks[i] = max(peaks[i], |values[i]|).
void raisePeaks(std::int32_t* peaks, const float* values, int count);

/// Colours columns of flat cells: the largest value under each pixel. The leading 16 bits of a peak (see raisePeaks)
/// index the colours, in steps of 0.03 dB.
class FlatColumns {
public:
    FlatColumns(const CellGrid& grid, const RasterStyle& style, const std::vector<PixelRow>& rows, BinRange bins);
    /// Writes one colour per row; rows without bins are left alone.
    void paint(const PixelColumn& column, std::span<QRgb> colours);

private:
    void gather(const PixelColumn& column);

    const CellGrid& m_grid;
    const std::vector<PixelRow>& m_rows;
    BinRange m_bins;
    std::vector<QRgb> m_colours;        // 65536, by leading bits
    std::vector<std::int32_t> m_peaks;  // one per bin of m_bins
};

/// Colours columns with levels interpolated between cells larger than a pixel, in dB. Across an uncovered stretch
/// nothing is interpolated.
class SmoothColumns {
public:
    SmoothColumns(const CellGrid& grid, const RasterStyle& style, const std::vector<PixelRow>& rows, BinRange bins);
    void paint(const PixelColumn& column, std::span<QRgb> colours);

private:
    struct Levels {
        int first = -1, last = -1;  // places
        std::vector<float> db;      // one per bin of m_bins
    };
    const std::vector<float>& levelsOf(int first, int last);
    void gather(const PixelColumn& column);
    float levelAt(const PixelRow& row) const;
    /// The places at the same centre as that place, [first, last).
    std::pair<int, int> together(int place) const;

    FlatColumns m_flat;    // for columns with nothing to interpolate
    bool m_flatRows = true; // whether every row has a bin of its own
    const CellGrid& m_grid;
    const RasterStyle& m_style;
    const std::vector<PixelRow>& m_rows;
    BinRange m_bins;
    const ColourMap& m_map;
    Levels m_cache[2]; // the two centres that the pixel lies between
    int m_oldest = 0;
    std::vector<std::int32_t> m_peaks;
    std::vector<float> m_levels;
};

} // namespace thetascope
