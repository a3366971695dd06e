// SPDX-License-Identifier: GPL-3.0-or-later
// .npy files: an array with as many values as its shape says, or a sentence.
#include "core/io/npy.h"
#include "tests/fuzz/fuzz_input.h"

using namespace thetascope;
using namespace thetascope::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static MemoryFile file;
    file.set(textOf(data, size));
    const auto array = readNpy(file.path());
    if (!array) {
        requireSentence(array.error().message);
        return 0;
    }
    std::size_t count = 1;
    for (const std::size_t axis : array->shape) count *= axis;
    require(array->shape.size() <= 2 && array->size() == count, "an array fills its shape");
    require(count <= size, "every value has its bytes in the file");
    const auto vector = readNpyVector(file.path());
    require(!vector || vector->isFinite().all(), "a vector is finite");
    return 0;
}
