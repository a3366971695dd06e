// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomic_file.h"

#include <functional>
#include <string>
#include <vector>

namespace thetascope {

/// Files of one folder of which all appear or none: each is written to a temporary name (AtomicFile), and only once the last of them
/// lies whole on the disk do they take the places of older ones. One thread at a time.
class AtomicFileSet {
public:
    explicit AtomicFileSet(std::string folder);

    /// Adds the file of that name, filled by write(). Errors (kind output): write()'s; the set can't be committed then.
    Status add(const std::string& name, const std::function<Status(AtomicFile&)>& write);

    /// Makes them appear, the last one added last; just before, the older files of the names `outdated` go, in their order. Errors (kind
    /// output): a full disk is found out before anything older is touched; afterwards only one that fails can cost older files.
    Status commit(const std::vector<std::string>& outdated);

private:
    std::string m_folder;
    std::vector<AtomicFile> m_files;
};

} // namespace thetascope
