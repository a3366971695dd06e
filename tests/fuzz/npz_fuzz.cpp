// SPDX-License-Identifier: GPL-3.0-or-later
// Zip files and the arrays in them.
#include "core/io/npz_reader.h"
#include "core/io/unzip.h"
#include "tests/fuzz/fuzz_input.h"

using namespace thetascope;
using namespace thetascope::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static MemoryFile file;
    const auto members = unzip(textOf(data, size));
    if (!members) require(!members.error().message.empty(), "unzip says why");
    file.set(textOf(data, size));
    const auto arrays = readNpz(file.path());
    if (!arrays) {
        requireSentence(arrays.error().message);
        return 0;
    }
    for (const auto& [name, array] : arrays->arrays) {
        std::size_t count = 1;
        for (const std::size_t axis : array.shape) count *= axis;
        require(array.values.size() == count, "an array fills its shape");
    }
    return 0;
}
