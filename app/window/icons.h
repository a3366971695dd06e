// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace thetascope {

enum class IconShape { open, play, pause, step, stop, reset, split, picture, numbers, sound, silence };

/// An icon drawn in the palette's text colour (normal and disabled), sharp at any scale. play and pause are drawn in the
/// colour of what is good: they are the one thing to press.
QIcon drawnIcon(IconShape shape, const QPalette& palette);

/// Theta over a spectrogram: the icon of the program.
QIcon programIcon();

} // namespace thetascope
