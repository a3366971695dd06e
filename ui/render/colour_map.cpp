// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/colour_map.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace thetascope {
namespace {

/// A colour of a published map and its place in the map's 256 entries.
struct Knot {
    double place;
    QRgb colour;
};

// inferno, magma and viridis: S. van der Walt and N. Smith, 2015 (CC0), every 17th entry (magma: 15 even steps).
constexpr Knot infernoKnots[] = {
    {0, 0x000004}, {17, 0x0c0826}, {34, 0x240c4f}, {51, 0x420a68}, {68, 0x5d126e}, {85, 0x781c6d},
    {102, 0x932667}, {119, 0xae305c}, {136, 0xc73e4c}, {153, 0xdd513a}, {170, 0xed6925}, {187, 0xf8850f},
    {204, 0xfca50a}, {221, 0xfac62d}, {238, 0xf2e661}, {255, 0xfcffa4}};
constexpr double magmaStep = 255.0 / 14;
constexpr Knot magmaKnots[] = {
    {0, 0x000004}, {1 * magmaStep, 0x0c0926}, {2 * magmaStep, 0x221150}, {3 * magmaStep, 0x400f74},
    {4 * magmaStep, 0x5f187f}, {5 * magmaStep, 0x7b2382}, {6 * magmaStep, 0x982d80}, {7 * magmaStep, 0xb63679},
    {8 * magmaStep, 0xd3436e}, {9 * magmaStep, 0xeb5760}, {10 * magmaStep, 0xf8765c}, {11 * magmaStep, 0xfd9a6a},
    {12 * magmaStep, 0xfebb81}, {13 * magmaStep, 0xfddc9e}, {255, 0xfcfdbf}};
constexpr Knot viridisKnots[] = {
    {0, 0x440154}, {17, 0x481a6c}, {34, 0x472f7d}, {51, 0x414487}, {68, 0x39568c}, {85, 0x31688e},
    {102, 0x2a788e}, {119, 0x23888e}, {136, 0x1f988b}, {153, 0x22a884}, {170, 0x35b779}, {187, 0x54c568},
    {204, 0x7ad151}, {221, 0xa5db36}, {238, 0xd2e21b}, {255, 0xfde725}};
// cividis: J. Nunez, C. Anderton, R. Renslow, PLoS ONE 13(7), 2018. Knots are denser where its blue bends.
constexpr Knot cividisKnots[] = {{0, 0x00224e},        {8, 0x00285b},        {19, 0x00306f},       {21, 0x003170},
                                 {23, 0x013271},       {27, 0x0f3570},       {32, 0x1a386f},       {40, 0x273e6e},
                                 {56, 0x3b496c},       {85, 0x575d6d},       {340.0 / 3, 0x707173}, {425.0 / 3, 0x8a8678},
                                 {170, 0xa59c74},      {595.0 / 3, 0xc3b369}, {680.0 / 3, 0xe1cc55}, {255, 0xfee838}};
constexpr double differenceStep = 25.5;
constexpr Knot differenceKnots[] = {
    {0, 0x053061}, {1 * differenceStep, 0x2166ac}, {2 * differenceStep, 0x4393c3}, {3 * differenceStep, 0x92c5de},
    {4 * differenceStep, 0xd1e5f0}, {5 * differenceStep, 0xf7f7f7}, {6 * differenceStep, 0xfddbc7},
    {7 * differenceStep, 0xf4a582}, {8 * differenceStep, 0xd6604d}, {9 * differenceStep, 0xb2182b}, {255, 0x67001f}};
constexpr Knot numberKnots[] = {{0, 0x000000}, {255, 0x0000ff}};
constexpr Knot greyKnots[] = {{0, 0x000000}, {255, 0xffffff}};
constexpr Knot inverseGreyKnots[] = {{0, 0xffffff}, {255, 0x000000}};

int channel(QRgb colour, int shift) { return static_cast<int>(colour >> shift & 0xffu); }

/// Slope at knot k, monotone between the knots (Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 1984).
double slopeAt(std::span<const Knot> knots, size_t k, int shift) {
    const auto secant = [&](size_t from) {
        return (channel(knots[from + 1].colour, shift) - channel(knots[from].colour, shift)) /
               (knots[from + 1].place - knots[from].place);
    };
    if (k == 0)
        return secant(0);
    if (k + 1 == knots.size())
        return secant(k - 1);
    const double before = secant(k - 1);
    const double after = secant(k);
    return before * after > 0 ? 2 * before * after / (before + after) : 0.0;
}

int interpolate(std::span<const Knot> knots, size_t k, double place, int shift) {
    const double width = knots[k + 1].place - knots[k].place;
    const double u = (place - knots[k].place) / width;
    const double hermite = (1 + 2 * u) * (1 - u) * (1 - u) * channel(knots[k].colour, shift) +
                           u * (1 - u) * (1 - u) * width * slopeAt(knots, k, shift) +
                           u * u * (3 - 2 * u) * channel(knots[k + 1].colour, shift) +
                           u * u * (u - 1) * width * slopeAt(knots, k + 1, shift);
    return std::clamp(static_cast<int>(std::lround(hermite)), 0, 255);
}

ColourMap::Table tableOf(std::span<const Knot> knots) {
    ColourMap::Table table;
    size_t k = 0;
    for (int i = 0; i < ColourMap::size; ++i) {
        while (k + 2 < knots.size() && i >= knots[k + 1].place)
            ++k;
        table[static_cast<size_t>(i)] =
            qRgb(interpolate(knots, k, i, 16), interpolate(knots, k, i, 8), interpolate(knots, k, i, 0));
    }
    return table;
}

} // namespace

const std::vector<ColourMap>& ColourMap::all() {
    static const std::vector<ColourMap> maps{
        {"inferno", tableOf(infernoKnots)}, {"magma", tableOf(magmaKnots)}, {"viridis", tableOf(viridisKnots)},
        {"cividis", tableOf(cividisKnots)}, {"grey", tableOf(greyKnots)},   {"inverse grey", tableOf(inverseGreyKnots)}};
    return maps;
}

const std::vector<ColourMap>& ColourMap::special() {
    static const std::vector<ColourMap> maps{{"differences", tableOf(differenceKnots)}, {"numbered", tableOf(numberKnots)}};
    return maps;
}

const QString& ColourMap::differences() { return special()[0].m_name; }
const QString& ColourMap::numbered() { return special()[1].m_name; }

const QStringList& ColourMap::names() {
    static const QStringList names = [] {
        QStringList list;
        for (const ColourMap& map : all())
            list << map.name();
        return list;
    }();
    return names;
}

bool ColourMap::exists(const QString& name) { return names().contains(name); }

const ColourMap& ColourMap::named(const QString& name) {
    for (const auto* maps : {&all(), &special()}) {
        for (const ColourMap& map : *maps) {
            if (map.name() == name)
                return map;
        }
    }
    return all().front();
}

QRgb ColourMap::at(double unit) const {
    const double place = std::floor(unit * size);
    return m_table[static_cast<size_t>(std::clamp(place, 0.0, size - 1.0))];
}

} // namespace thetascope
