// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/base/result.h"

#include <complex>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace thetascope {

class AtomicFile;

/// An array read from a NumPy .npy file, in C order whatever the file's.
struct NpyArray {
    std::vector<std::size_t> shape;           ///< [], [n] or [n, m]
    bool isComplex = false;
    std::vector<double> real;                 ///< the values, if real
    std::vector<std::complex<double>> complex; ///< the values, if complex

    /// Product of the shape; 1 for [].
    std::size_t size() const { return isComplex ? complex.size() : real.size(); }
};

/// Reads f4, f8, c8, c16, i4 and i8, little endian, at most two axes, .npy versions 1 to 3. Nothing is allocated before
/// the file is known to be long enough. Errors (kind input): missing, not .npy, another type or byte order, more axes,
/// truncated.
Result<NpyArray> readNpy(const std::string& path);

/// Reads a real array of one or no axis ([] gives one entry), finite values only: positions, theta. Errors (kind input).
Result<Vector> readNpyVector(const std::string& path);

/// Writes .npy version 1, little endian, C order, atomically. Errors (kind output).
Status writeNpy(const std::string& path, double value);                      ///< float64 []
Status writeNpy(const std::string& path, const Vector& values);              ///< float64 [n]

/// The same into a file that the caller commits.
Status writeNpy(AtomicFile& file, double value);
Status writeNpy(AtomicFile& file, const Vector& values);
Status writeNpy(AtomicFile& file, const std::vector<std::size_t>& shape, const std::vector<double>& values);

/// The same, [rows, columns], a row at a time: fill(row, out) writes `columns` values.
/// T: float, double, std::complex<float> or std::complex<double>.
template <class T>
Status writeNpyRows(AtomicFile& file, std::size_t rows, std::size_t columns,
                    const std::function<void(std::size_t row, T* out)>& fill);

} // namespace thetascope
