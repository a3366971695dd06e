// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QStringList>
#include <array>
#include <utility>
#include <vector>

namespace thetascope {

/// 256 colours from the lowest value to the highest, immutable. Lightness is monotone in every map, so that a grey
/// print still reads.
class ColourMap {
public:
    static constexpr int size = 256;
    using Table = std::array<QRgb, size>;

    /// inferno (the default, first), magma, viridis, cividis, grey, inverse grey.
    static const QStringList& names();
    static bool exists(const QString& name);
    /// For differences: blue below, white at the middle, red above; not among the names. RdBu of C. Brewer, ColorBrewer 2.0.
    static const QString& differences();
    /// Entry i is the number i in the blue channel and nothing in the others; not among the names.
    static const QString& numbered();
    /// The map of that name; the default where there is none.
    static const ColourMap& named(const QString& name);

    const QString& name() const { return m_name; }
    const Table& table() const { return m_table; }
    /// Colour of a value, 0 the lowest and 1 the highest; beyond them the end colours.
    QRgb at(double unit) const;

private:
    ColourMap(QString name, const Table& table) : m_name(std::move(name)), m_table(table) {}
    static const std::vector<ColourMap>& all();
    static const std::vector<ColourMap>& special();

    QString m_name;
    Table m_table;
};

} // namespace thetascope
