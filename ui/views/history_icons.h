// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPalette;

namespace thetascope {

enum class Glyph { first, previous, play, pause, next, latest, best };

/// A glyph in the palette's button text colour, normal and disabled: the style's own icons stay black in the dark.
QIcon glyphIcon(Glyph glyph, const QPalette& palette, int size, double devicePixelRatio);

} // namespace thetascope
