// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QApplication;

namespace thetascope {

/// What drawing pictures needs of Qt, without a display: an application on the offscreen platform. Numbers are read and
/// written as in the C locale while it lives. Null where a QApplication exists already.
std::unique_ptr<QApplication> makePictureApplication();

} // namespace thetascope
