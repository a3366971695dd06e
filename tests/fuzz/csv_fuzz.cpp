// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: cells of any bytes come back from a strict reader (RFC 4180) as they went in. The first byte of every cell is its length.
#include "core/io/csv.h"
#include "tests/fuzz/fuzz_input.h"

#include <string>
#include <vector>

using namespace thetascope;
using namespace thetascope::fuzzing;

namespace {

using Row = std::vector<std::string>;

/// Rows of a table; a quote where none may be ends the process.
std::vector<Row> read(std::string_view text) {
    std::vector<Row> rows;
    Row row;
    std::string cell;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            require(cell.empty(), "quotes begin a cell");
            for (++i;; ++i) {
                require(i < text.size(), "quotes are closed");
                if (text[i] != '"') cell += text[i];
                else if (i + 1 < text.size() && text[i + 1] == '"') cell += text[i++];
                else break;
            }
            ++i;
            require(i < text.size() && (text[i] == ',' || text[i] == '\n'), "quotes end a cell");
        } else if (text[i] == ',' || text[i] == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (text[i++] == '\n') rows.push_back(std::move(row)), row.clear();
        } else {
            cell += text[i++];
        }
    }
    require(row.empty() && cell.empty(), "every row is ended");
    return rows;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    CsvTable table;
    std::vector<Row> written;
    Row row;
    constexpr std::size_t cellsPerRow = 3;
    for (std::size_t i = 0; i < size;) {
        const std::size_t length = std::min<std::size_t>(data[i] % 16, size - i - 1);
        row.emplace_back(textOf(data + i + 1, length));
        table.addCell(std::string_view(row.back()));
        i += 1 + length;
        if (row.size() < cellsPerRow && i < size) continue;
        table.endRow();
        written.push_back(std::move(row));
        row.clear();
    }
    require(read(table.text()) == written, "cells come back");
    return 0;
}
