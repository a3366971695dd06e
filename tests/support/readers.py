# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the program exports by the formats' own specifications: Python's standard library and NumPy, nothing that wrote it.

Every function asserts what its format demands, and returns what is in the file."""
import base64
import csv
import re
import struct
import xml.etree.ElementTree
import zlib

import numpy

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 6: 4}  # by colour type; eight bits each


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


# PNG and animated PNG (https://www.w3.org/TR/png-3/)


def png_chunks(data):
    """[(type, content)], checksums verified."""
    assert data.startswith(SIGNATURE), "no PNG signature"
    chunks, place = [], len(SIGNATURE)
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        content = data[place + 8:place + 8 + length]
        (checksum,) = struct.unpack(">I", data[place + 8 + length:place + 12 + length])
        assert zlib.crc32(kind + content) == checksum, "checksum of %r" % kind
        chunks.append((kind, content))
        place += 12 + length
    assert chunks[0][0] == b"IHDR" and chunks[-1] == (b"IEND", b""), "first and last chunk"
    return chunks


def png_texts(chunks):
    """{keyword: text} of tEXt, zTXt and iTXt."""
    texts = {}
    for kind, content in chunks:
        if kind == b"tEXt":
            key, text = content.split(b"\0", 1)
            texts[key.decode("latin-1")] = text.decode("latin-1")
        elif kind == b"zTXt":
            key, text = content.split(b"\0", 1)
            texts[key.decode("latin-1")] = zlib.decompress(text[1:]).decode("latin-1")
        elif kind == b"iTXt":
            key, rest = content.split(b"\0", 1)
            packed, rest = rest[0], rest[2:]
            text = rest.split(b"\0", 2)[2]
            texts[key.decode("latin-1")] = (zlib.decompress(text) if packed else text).decode("utf-8")
    return texts


def unfiltered(kind, row, above, step):
    """One row of pixels from its filtered bytes, all uint8; step: bytes per pixel."""
    if kind == 0:
        return row
    if kind == 1:
        return numpy.cumsum(row.reshape(-1, step), axis=0, dtype=numpy.uint8).ravel()
    if kind == 2:
        return row + above
    line, up = [0] * step + row.tolist(), [0] * step + above.tolist()
    if kind == 3:
        for i in range(step, len(line)):
            line[i] = (line[i] + (line[i - step] + up[i]) // 2) & 255
        return numpy.array(line[step:], dtype=numpy.uint8)
    assert kind == 4, "filter %d" % kind
    for i in range(step, len(line)):
        a, b, c = line[i - step], up[i], up[i - step]
        p = a + b - c
        to_a, to_b, to_c = abs(p - a), abs(p - b), abs(p - c)
        line[i] = (line[i] + (a if to_a <= to_b and to_a <= to_c else b if to_b <= to_c else c)) & 255
    return numpy.array(line[step:], dtype=numpy.uint8)


def png_pixels(header, packed, rows=None):
    """[height, width, channels] uint8 of IHDR's content and the joined IDATs', or the first rows of it."""
    width, height, bits, colour, method, filters, interlace = struct.unpack(">IIBBBBB", header)
    assert bits == 8 and colour in CHANNELS and (method, filters, interlace) == (0, 0, 0), "kind of PNG"
    step = CHANNELS[colour]
    data = numpy.frombuffer(zlib.decompress(packed), dtype=numpy.uint8)
    assert len(data) == height * (1 + width * step), "size of the pixels"
    lines = data.reshape(height, -1)
    pixels = numpy.zeros((min(rows or height, height), width * step), dtype=numpy.uint8)
    above = numpy.zeros(width * step, dtype=numpy.uint8)
    for y in range(len(pixels)):
        above = pixels[y] = unfiltered(lines[y][0], lines[y][1:], above, step)
    return pixels.reshape(len(pixels), width, step)


def decode_png(data, rows=None):
    """(pixels, {keyword: text})."""
    chunks = png_chunks(data)
    packed = b"".join(content for kind, content in chunks if kind == b"IDAT")
    return png_pixels(chunks[0][1], packed, rows), png_texts(chunks)


def read_png(path, rows=None):
    return decode_png(read_bytes(path), rows)


def png_size(path):
    """(width, height), of a file whose chunks are all right and whose pixels are all there."""
    chunks = png_chunks(read_bytes(path))
    width, height = struct.unpack(">II", chunks[0][1][:8])
    png_pixels(chunks[0][1], b"".join(content for kind, content in chunks if kind == b"IDAT"), 1)
    return width, height


def read_apng(path, rows=None):
    """([pixels of a frame], [seconds it is shown], how often it is played, texts). Frames must fill the picture, as ours do."""
    chunks = png_chunks(read_bytes(path))
    header = chunks[0][1]
    kinds = [kind for kind, content in chunks]
    assert kinds.index(b"acTL") < kinds.index(b"IDAT"), "acTL comes first"
    count, plays = struct.unpack(">II", chunks[kinds.index(b"acTL")][1])
    packed, seconds, sequence = [], [], 0
    for kind, content in chunks:
        if kind in (b"fcTL", b"fdAT"):
            assert struct.unpack(">I", content[:4])[0] == sequence, "sequence numbers"
            sequence += 1
        if kind == b"fcTL":
            number, width, height, x, y, parts, whole, dispose, blend = struct.unpack(">IIIIIHHBB", content)
            assert struct.pack(">II", width, height) == header[:8] and (x, y, dispose, blend) == (0, 0, 0, 0), "frame"
            seconds.append(parts / (whole or 100))
            packed.append(b"")
        elif kind == b"IDAT":
            assert len(packed) == 1, "the picture is the first frame"
            packed[-1] += content
        elif kind == b"fdAT":
            packed[-1] += content[4:]
    assert len(packed) == count, "number of frames"
    return [png_pixels(header, one, rows) for one in packed], seconds, plays, png_texts(chunks)


# SVG (https://www.w3.org/TR/SVGTiny12/)

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def read_svg(path):
    """A dictionary: viewBox [4], title, desc, texts [str] and images [((x, y, width, height), pixels)], in user units."""
    root = xml.etree.ElementTree.parse(path).getroot()
    assert root.tag == SVG + "svg", "root element"
    images = []
    for image in root.iter(SVG + "image"):
        place = tuple(float(image.get(key)) for key in ("x", "y", "width", "height"))
        start, data = image.get(HREF).split(",", 1)
        assert start == "data:image/png;base64", "kind of image"
        images.append((place, decode_png(base64.b64decode(data))[0]))
    return {
        "viewBox": [float(number) for number in root.get("viewBox").split()],
        "title": root.findtext(SVG + "title"),
        "desc": root.findtext(SVG + "desc"),
        "texts": ["".join(text.itertext()) for text in root.iter(SVG + "text")],
        "images": images,
    }


# PDF (ISO 32000-1)


class Pdf:
    """Objects of a file with a cross-reference table, every offset verified."""

    def __init__(self, path):
        self.data = read_bytes(path)
        assert re.match(rb"%PDF-1\.\d", self.data) and self.data.rstrip().endswith(b"%%EOF"), "first and last line"
        table = int(re.findall(rb"startxref\s+(\d+)", self.data)[-1])
        head = re.compile(rb"xref\s+0 (\d+)\s+").match(self.data, table)
        assert head, "cross-reference table"
        self.places = {}
        for number in range(int(head[1])):
            offset, generation, kind = self.data[head.end() + 20 * number:head.end() + 20 * number + 18].split()
            if kind == b"n":
                assert re.compile(rb"%d 0 obj" % number).match(self.data, int(offset)), "offset of object %d" % number
                self.places[number] = int(offset)
        self.trailer = self.data[self.data.index(b"trailer", table):]

    def body(self, number):
        place = self.places[number]
        return self.data[self.data.index(b"obj", place) + 3:self.data.index(b"endobj", place)]

    def stream(self, number):
        """(dictionary, content unpacked) of a stream; content None if the object is none."""
        place = self.places[number]
        end = self.data.index(b"endobj", place)
        start = self.data.find(b"stream", place, end)
        if start < 0:
            return self.body(number), None
        dictionary = self.data[place:start]
        length = re.search(rb"/Length (\d+)( 0 R)?", dictionary)
        size = int(self.body(int(length[1]))) if length[2] else int(length[1])
        start = self.data.index(b"\n", start) + 1
        content = self.data[start:start + size]
        assert self.data[start + size:].lstrip().startswith(b"endstream"), "length of stream %d" % number
        return dictionary, zlib.decompress(content) if b"/FlateDecode" in dictionary else content

    def streams(self):
        found = ((number, self.stream(number)) for number in self.places)
        return {number: pair for number, pair in found if pair[1] is not None}


def read_pdf(path):
    """A dictionary: mediaBox [4], in points, pages, images [pixels] and attachments [bytes]."""
    pdf = Pdf(path)
    bodies = [pdf.body(number) for number in pdf.places]
    pages = [body for body in bodies if re.search(rb"/Type\s*/Page\b", body)]
    box = next(re.search(rb"/MediaBox\s*\[([^\]]*)\]", body) for body in bodies if b"/MediaBox" in body)
    images, attachments = [], []
    for dictionary, content in pdf.streams().values():
        if b"/Subtype /Image" in dictionary and b"/DeviceRGB" in dictionary:
            width, height = (int(re.search(rb"/%s (\d+)" % key, dictionary)[1]) for key in (b"Width", b"Height"))
            assert b"/BitsPerComponent 8" in dictionary, "depth of an image"
            images.append(numpy.frombuffer(content, dtype=numpy.uint8).reshape(height, width, 3))
    for body in bodies:
        if file := re.search(rb"/EF\s*<<\s*/F\s*(\d+) 0 R", body):  # of a file specification
            attachments.append(pdf.stream(int(file[1]))[1])
    return {"mediaBox": [float(number) for number in box[1].split()], "pages": len(pages), "images": images,
            "attachments": attachments}


# WAV of 32-bit floats (RIFF, WAVE_FORMAT_IEEE_FLOAT)


def read_float_wav(path):
    """(samples [channels, length] float32, rate in Hz, comment or None)."""
    data = read_bytes(path)
    riff, size, wave = struct.unpack("<4sI4s", data[:12])
    assert (riff, wave) == (b"RIFF", b"WAVE") and size == len(data) - 8, "RIFF header"
    chunks, place = {}, 12
    while place < len(data):
        kind, length = struct.unpack("<4sI", data[place:place + 8])
        content = data[place + 8:place + 8 + length]
        assert len(content) == length, "length of %r" % kind
        chunks[content[:4] if kind == b"LIST" else kind] = content
        place += 8 + length + length % 2
    tag, channels, rate, per_second, block, bits = struct.unpack("<HHIIHH", chunks[b"fmt "][:16])
    assert (tag, bits, block, per_second) == (3, 32, 4 * channels, 4 * channels * rate), "format"
    samples = numpy.frombuffer(chunks[b"data"], dtype="<f4").reshape(-1, channels).T
    return samples, rate, riff_comment(chunks.get(b"INFO"))


def riff_comment(info):
    place = 4
    while info is not None and place < len(info):
        kind, length = struct.unpack("<4sI", info[place:place + 8])
        if kind == b"ICMT":
            return info[place + 8:place + 8 + length].rstrip(b"\0").decode("utf-8")
        place += 8 + length + length % 2
    return None


# CSV as Sonic Visualiser and spreadsheets take it


def read_csv(path):
    """(comment lines without their "# ", rows of cells)."""
    with open(path, newline="", encoding="utf-8") as file:
        lines = file.read().split("\n")
    comments = [line[2:] for line in lines if line.startswith("# ")]
    return comments, [row for row in csv.reader(line for line in lines if not line.startswith("#")) if row]
