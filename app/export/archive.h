// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/npz.h"
#include "core/io/result_files.h"
#include "core/model/cell_selection.h"

#include <string>

namespace thetascope {

/// All of a result in one .npz: "magnitude" and "stft" [F, T], "theta" ([], [T], [F] or [F, T]), "positions" [T] (samples),
/// "times" [T] and "frequencies" [F] (s, Hz, of frames' centres and bins), "objective" (of every iteration), gradients if there
/// are any, and "run", the text of run.json: everything that made it. T and F count the frames and bins of `cells`, of which there
/// must be some. Any thread. Errors (kind output).
Status writeArchive(const std::string& path, const ResultSource& source, const ResultData& data, const CellSelection& cells);

} // namespace thetascope
