// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/legible_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace thetascope {

namespace {

struct Shades {
    QRgb window, base, alternate, button, text, muted, border, highlight, highlightedText, link, tipBase;
};

constexpr Shades kLight{0xfff2f3f5, 0xffffffff, 0xfff7f8fa, 0xffe9ebee, 0xff1b1d21, 0xff62666d,
                        0xffa9adb4, 0xff1f6fb5, 0xffffffff, 0xff0a5ea8, 0xffffffff};
constexpr Shades kDark{0xff2d3035, 0xff17191c, 0xff1e2024, 0xff3b3f45, 0xffe7e9ec, 0xffa0a5ad,
                       0xff101113, 0xff2f74c0, 0xffffffff, 0xff7ab8f5, 0xff3b3f45};

constexpr double kDisabledShare = 0.5;  // of the text's colour in disabled text
constexpr double kGridShare = 0.13;     // of the text's colour in grid lines
constexpr double kAxisShare = 0.55;     // of the text's colour in axes and ticks

QColor mixed(const QColor& over, const QColor& under, double share) {
    const auto channel = [share](double top, double bottom) { return top * share + bottom * (1 - share); };
    return QColor::fromRgbF(static_cast<float>(channel(over.redF(), under.redF())),
                            static_cast<float>(channel(over.greenF(), under.greenF())),
                            static_cast<float>(channel(over.blueF(), under.blueF())));
}

void setDisabled(QPalette& palette, const Shades& shades) {
    const QColor text = mixed(QColor(shades.text), QColor(shades.window), kDisabledShare);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, text);
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(shades.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(text, QColor(shades.window), kDisabledShare));
}

QPalette makePalette(const Shades& shades) {
    QPalette palette{QColor(shades.button), QColor(shades.window)};
    palette.setColor(QPalette::Window, QColor(shades.window));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Button, QColor(shades.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(shades.text));
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(shades.muted));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.tipBase));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(shades.highlightedText));
    palette.setColor(QPalette::Link, QColor(shades.link));
    palette.setColor(QPalette::LinkVisited, QColor(shades.link));
    palette.setColor(QPalette::Mid, QColor(shades.border));
    palette.setColor(QPalette::Dark, QColor(shades.border));
    setDisabled(palette, shades);
    return palette;
}

// Relative luminance of WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor choose(const QPalette& palette, QRgb light, QRgb dark) { return QColor(isDark(palette) ? dark : light); }

void styleAxis(QCPAxis& axis, const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
    const QColor grid = mixed(text, base, kGridShare);
    const QPen line{mixed(text, base, kAxisShare)};
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(line);
    axis.setSelectedBasePen(line);
    axis.setTickLabelColor(text);
    axis.setLabelColor(text);
    if (auto* lines = axis.grid()) {
        lines->setPen(QPen(grid, 0));
        lines->setSubGridPen(QPen(mixed(grid, base, kDisabledShare), 0));
        lines->setZeroLinePen(QPen(grid, 0));
    }
}

void styleLegend(QCPLegend& legend, const QPalette& palette) {
    QColor back = palette.color(QPalette::Base);
    back.setAlphaF(0.85F);
    legend.setBrush(back);
    legend.setBorderPen(Qt::NoPen);
    legend.setTextColor(palette.color(QPalette::Text));
}

} // namespace

QPalette lightPalette() { return makePalette(kLight); }

QPalette darkPalette() { return makePalette(kDark); }

bool isDark(const QPalette& palette) {
    return luminance(palette.color(QPalette::Active, QPalette::Window))
           < luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

void applyTheme(QApplication& application, Theme theme) {
    application.setStyle(new LegibleStyle); // the application owns it
    bool dark = theme == Theme::dark;
    if (theme == Theme::system) {
        application.setPalette(QPalette()); // back to the desktop's
        dark = isDark(application.palette());
    }
    const QPalette palette = dark ? darkPalette() : lightPalette();
    application.setPalette(palette);
    QToolTip::setPalette(palette);
}

void stylePlot(QCustomPlot& plot, const QPalette& palette) {
    plot.setBackground(palette.brush(QPalette::Base));
    for (auto* axis : plot.findChildren<QCPAxis*>()) // colour bars' axes too, which axisRects() leaves out
        styleAxis(*axis, palette);
    for (auto* rect : plot.axisRects())
        rect->setBackground(palette.brush(QPalette::Base));
    for (auto* legend : plot.findChildren<QCPLegend*>())
        styleLegend(*legend, palette);
    for (auto* title : plot.findChildren<QCPTextElement*>())
        title->setTextColor(palette.color(QPalette::Text));
}

const std::vector<QColor>& curveColours(const QPalette& palette) {
    static const std::vector<QColor> light{QColor(kLight.text), QColor(0x0072b2), QColor(0xc95200), QColor(0x00805c),
                                           QColor(0xb0508a),    QColor(0x9a6b00), QColor(0x3d8fc0)};
    static const std::vector<QColor> dark{QColor(kDark.text), QColor(0x56b4e9), QColor(0xe69f00), QColor(0x2dbe8e),
                                          QColor(0xe08fbe),   QColor(0xf0e442), QColor(0xf07840)};
    return isDark(palette) ? dark : light;
}

QColor accentColour(const QPalette& palette) { return choose(palette, 0xff0a5ea8, 0xff7ab8f5); }

QColor goodColour(const QPalette& palette) { return choose(palette, 0xff00734f, 0xff4fd0a0); }

QColor warningColour(const QPalette& palette) { return choose(palette, 0xff8a5300, 0xfff0b040); }

QColor errorColour(const QPalette& palette) { return choose(palette, 0xffb3261e, 0xffff8a80); }

QColor mutedColour(const QPalette& palette) { return choose(palette, kLight.muted, kDark.muted); }

double contrast(const QColor& first, const QColor& second) {
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QFont tabularFont(const QFont& font) {
    const QFontMetricsF metrics{font};
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    const QString digits = QStringLiteral("123456789");
    const bool even = std::all_of(digits.begin(), digits.end(), [&](QChar digit) {
        return std::abs(metrics.horizontalAdvance(digit) - width) < 0.01;
    });
    if (even)
        return font;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

} // namespace thetascope
