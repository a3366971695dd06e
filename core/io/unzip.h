// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace thetascope {

/// Members of a zip file by name.
using ZipMembers = std::map<std::string, std::string>;

/// The members of a zip file's bytes, stored or deflated; checksums are tested. The message of an error is the reason alone.
Result<ZipMembers> unzip(std::string_view bytes);

} // namespace thetascope
