// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace thetascope {

/// A text of the core in the language of the window: labels and sentences as they are, sentences with numbers by their
/// template, several joined by "; ", or behind "path: ", one after the other. What isn't known stays as it is.
QString coreText(const QString& english);
QString coreText(const std::string& english);

/// Whether coreText() knows it as a whole, without placeholders.
bool isCoreText(const std::string& english);

} // namespace thetascope
