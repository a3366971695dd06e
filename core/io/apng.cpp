// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/apng.h"

#include <functional>
#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace thetascope {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t lengthBytes = 4, typeBytes = 4, crcBytes = 4, headerBytes = 13, sizeBytes = 8;
constexpr int mostMilliseconds = 65535, millisecondsPerSecond = 1000;

/// Big-endian, as PNG writes numbers.
std::string number(std::uint32_t value, int bytes = 4) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>((value >> shift) & 0xff);
    return text;
}

std::uint32_t numberAt(std::string_view text, std::size_t place) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) value = value << 8 | static_cast<unsigned char>(text[place + i]);
    return value;
}

/// Calls with the type and data of every chunk.
void forEachChunk(std::string_view png, const std::function<void(std::string_view, std::string_view)>& use) {
    std::size_t place = signature.size();
    while (place + lengthBytes + typeBytes + crcBytes <= png.size()) {
        const std::size_t length = numberAt(png, place);
        if (length > png.size() - place - lengthBytes - typeBytes - crcBytes) break;
        use(png.substr(place + lengthBytes, typeBytes), png.substr(place + lengthBytes + typeBytes, length));
        place += lengthBytes + typeBytes + length + crcBytes;
    }
}

std::string_view headerOf(std::string_view png) {
    std::string_view header;
    if (png.starts_with(signature))
        forEachChunk(png, [&header](std::string_view type, std::string_view data) {
            if (type == "IHDR") header = data;
        });
    if (header.size() != headerBytes) throw std::invalid_argument("a frame of an animation that is no PNG");
    return header;
}

} // namespace

ApngWriter::ApngWriter(AtomicFile file, int frames, int delay, int last)
    : m_file(std::move(file)), m_frames(frames), m_delay(delay), m_last(last) {}

Result<ApngWriter> ApngWriter::create(const std::string& path, int frames, int delayMilliseconds, int lastMilliseconds) {
    if (frames < 1 || delayMilliseconds < 0 || delayMilliseconds > mostMilliseconds || lastMilliseconds < 0
        || lastMilliseconds > mostMilliseconds)
        throw std::invalid_argument("an animation without frames, or with a delay that APNG can't hold");
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file) return file.error();
    return ApngWriter(std::move(file).value(), frames, delayMilliseconds, lastMilliseconds);
}

Status ApngWriter::writeChunk(std::string_view type, std::string_view data) {
    std::string chunk(type);
    chunk += data;
    const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(chunk.data()), chunk.size());
    return m_file.write(number(static_cast<std::uint32_t>(data.size())) + chunk + number(static_cast<std::uint32_t>(crc)));
}

std::string ApngWriter::frameControl(std::string_view header) {
    const int delay = m_added + 1 < m_frames ? m_delay : m_last;
    const std::string_view size = header.substr(0, sizeBytes);
    const std::string place = number(0) + number(0), keepAndReplace(2, '\0');
    return number(m_sequence++) + std::string(size) + place + number(static_cast<std::uint32_t>(delay), 2)
           + number(millisecondsPerSecond, 2) + keepAndReplace;
}

Status ApngWriter::writeHead(std::string_view png, std::string_view header) {
    m_header = header;
    Status status = m_file.write(signature);
    if (status) status = writeChunk("IHDR", header);
    if (status) status = writeChunk("acTL", number(static_cast<std::uint32_t>(m_frames)) + number(0)); // for ever
    forEachChunk(png, [&](std::string_view type, std::string_view data) {
        const bool kept = type == "tEXt" || type == "iTXt" || type == "zTXt" || type == "pHYs";
        if (status && kept) status = writeChunk(type, data);
    });
    return status;
}

Status ApngWriter::add(std::string_view png) {
    const std::string_view header = headerOf(png);
    if (m_added > 0 && header != m_header) throw std::invalid_argument("frames of an animation that differ in size or format");
    if (m_added >= m_frames) throw std::logic_error("more frames than the animation was made for");
    Status status = m_added == 0 ? writeHead(png, header) : success();
    if (status) status = writeChunk("fcTL", frameControl(header));
    forEachChunk(png, [&](std::string_view type, std::string_view data) {
        if (!status || type != "IDAT") return;
        status = m_added == 0 ? writeChunk("IDAT", data) : writeChunk("fdAT", number(m_sequence++) + std::string(data));
    });
    ++m_added;
    return status;
}

Status ApngWriter::finish() {
    if (m_added != m_frames) throw std::logic_error("fewer frames than the animation was made for");
    const Status status = writeChunk("IEND", {});
    return status ? m_file.commit() : status;
}

} // namespace thetascope
