// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/io/atomic_file.h"
#include "core/io/input_file.h"
#include "core/io/npy_header.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>

namespace thetascope {
namespace {

static_assert(std::endian::native == std::endian::little, "values are read and written as they lie in memory");

constexpr std::size_t mostAxes = 2;

Error badArray(const std::string& path, const std::string& reason) {
    return {ErrorKind::input, path + ": " + reason + "; choose another file"};
}

template <class T> constexpr const char* typeName = nullptr;
template <> constexpr const char* typeName<float> = "<f4";
template <> constexpr const char* typeName<double> = "<f8";
template <> constexpr const char* typeName<std::complex<float>> = "<c8";
template <> constexpr const char* typeName<std::complex<double>> = "<c16";

/// Bytes of one value, 0 for types that are not read.
std::size_t valueSize(const std::string& type) {
    if (type == "<f4" || type == "<i4")
        return 4;
    if (type == "<f8" || type == "<i8" || type == "<c8")
        return 8;
    return type == "<c16" ? 16 : 0;
}

std::optional<std::size_t> product(const std::vector<std::size_t>& shape) {
    std::size_t count = 1;
    for (const std::size_t axis : shape) {
        if (axis > 0 && count > std::numeric_limits<std::size_t>::max() / axis)
            return std::nullopt;
        count *= axis;
    }
    return count;
}

/// Reads `count` values of type From, placing value k where C order wants it.
template <class From, class To>
bool readValues(std::istream& stream, const NpyHeader& header, std::size_t count, std::vector<To>& values) {
    std::vector<From> raw(count);
    if (!stream.read(reinterpret_cast<char*>(raw.data()), static_cast<std::streamsize>(count * sizeof(From))))
        return false;
    values.resize(count);
    const bool transpose = header.fortranOrder && header.shape.size() == 2;
    const std::size_t rows = transpose ? header.shape[0] : 1;
    const std::size_t columns = transpose ? header.shape[1] : count;
    for (std::size_t k = 0; k < count; ++k)
        values[k % rows * columns + k / rows] = static_cast<To>(raw[k]);
    return true;
}

bool readAs(std::istream& stream, const NpyHeader& header, std::size_t count, NpyArray& array) {
    if (header.type == "<f4")
        return readValues<float>(stream, header, count, array.real);
    if (header.type == "<f8")
        return readValues<double>(stream, header, count, array.real);
    if (header.type == "<i4")
        return readValues<std::int32_t>(stream, header, count, array.real);
    if (header.type == "<i8")
        return readValues<std::int64_t>(stream, header, count, array.real);
    array.isComplex = true;
    if (header.type == "<c8")
        return readValues<std::complex<float>>(stream, header, count, array.complex);
    return readValues<std::complex<double>>(stream, header, count, array.complex);
}

} // namespace

Result<NpyArray> readNpy(const std::string& path) {
    if (Status status = checkReadable(path); !status)
        return status.error();
    std::ifstream stream(path, std::ios::binary);
    const Result<NpyHeader> header = readNpyHeader(stream);
    if (!header)
        return badArray(path, header.error().message);
    const std::size_t valueBytes = valueSize(header->type);
    if (valueBytes == 0)
        return badArray(path, "holds values of type " + header->type + "; only <f4, <f8, <c8, <c16, <i4 and <i8 are read");
    if (header->shape.size() > mostAxes)
        return badArray(path, "has " + std::to_string(header->shape.size()) + " axes; at most 2 are read");

    const auto count = product(header->shape);
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(path, failure);
    const auto begin = static_cast<std::uintmax_t>(stream.tellg());
    if (failure || !count || size < begin || (size - begin) / valueBytes < *count)
        return badArray(path, "is truncated: it holds fewer values than its header says");
    NpyArray array;
    array.shape = header->shape;
    if (!readAs(stream, *header, *count, array))
        return badArray(path, "can't be read to its end");
    return array;
}

Result<Vector> readNpyVector(const std::string& path) {
    const Result<NpyArray> array = readNpy(path);
    if (!array)
        return array.error();
    if (array->isComplex || array->shape.size() > 1)
        return badArray(path, "must hold real numbers along one axis");
    for (const double value : array->real)
        if (!std::isfinite(value))
            return badArray(path, "holds a value that is not a finite number");
    return Vector(Eigen::Map<const Vector>(array->real.data(), static_cast<Eigen::Index>(array->size())));
}

Status writeNpy(AtomicFile& file, const std::vector<std::size_t>& shape, const std::vector<double>& values) {
    if (Status status = file.write(npyHeaderText(typeName<double>, shape)); !status)
        return status;
    return file.write(values.data(), values.size() * sizeof(double));
}

Status writeNpy(AtomicFile& file, double value) {
    return writeNpy(file, {}, {value});
}

Status writeNpy(AtomicFile& file, const Vector& values) {
    return writeNpy(file, {static_cast<std::size_t>(values.size())}, {values.begin(), values.end()});
}

template <class T>
Status writeNpyRows(AtomicFile& file, std::size_t rows, std::size_t columns,
                    const std::function<void(std::size_t row, T* out)>& fill) {
    if (Status status = file.write(npyHeaderText(typeName<T>, {rows, columns})); !status)
        return status;
    std::vector<T> line(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        fill(row, line.data());
        if (Status status = file.write(line.data(), columns * sizeof(T)); !status)
            return status;
    }
    return success();
}

template Status writeNpyRows<float>(AtomicFile&, std::size_t, std::size_t, const std::function<void(std::size_t, float*)>&);
template Status writeNpyRows<double>(AtomicFile&, std::size_t, std::size_t, const std::function<void(std::size_t, double*)>&);
template Status writeNpyRows<std::complex<float>>(AtomicFile&, std::size_t, std::size_t,
                                                  const std::function<void(std::size_t, std::complex<float>*)>&);
template Status writeNpyRows<std::complex<double>>(AtomicFile&, std::size_t, std::size_t,
                                                   const std::function<void(std::size_t, std::complex<double>*)>&);

Status writeNpy(const std::string& path, double value) {
    return writeWhole(path, [value](AtomicFile& file) { return writeNpy(file, value); });
}

Status writeNpy(const std::string& path, const Vector& values) {
    return writeWhole(path, [&values](AtomicFile& file) { return writeNpy(file, values); });
}

} // namespace thetascope
