// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Shape of one clip's activations, [frames, bins, channels], channels contiguous.
struct Shape {
    int frames = 1, bins = 1, channels = 1;

    int cells() const { return frames * bins; }
    int size() const { return cells() * channels; }
    bool operator==(const Shape&) const = default;
};

/// Channels that a convolution handles at once: its output channels must be a multiple (the paper has 16).
inline constexpr int filterLanes = 16;

/// Convolutions here have 3 x 3 taps, stride 2 and one row and column of zeros around: output cell (t, f) sees the input
/// cells (2t-1..2t+1, 2f-1..2f+1).
inline constexpr int tapsAcross = 3, convolutionStride = 2, convolutionTaps = tapsAcross * tapsAcross;

/// What such a convolution makes of a shape.
inline Shape halved(const Shape& in, int channels) {
    return {(in.frames + 1) / convolutionStride, (in.bins + 1) / convolutionStride, channels};
}

} // namespace thetascope
