// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace thetascope {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

void addHeader(CsvTable& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        table.addCell(name);
}

/// Names of all terms of a run, in the order in which they first appear.
std::vector<std::string> termNames(const std::vector<IterationRecord>& history) {
    std::vector<std::string> names;
    for (const IterationRecord& record : history)
        for (const TermValue& term : record.terms)
            if (std::find(names.begin(), names.end(), term.name) == names.end())
                names.push_back(term.name);
    return names;
}

double termValue(const IterationRecord& record, const std::string& name) {
    const auto found =
        std::find_if(record.terms.begin(), record.terms.end(), [&](const TermValue& term) { return term.name == name; });
    return found == record.terms.end() ? notANumber : found->value;
}

double frameTheta(const Tiling& tiling, int frame) {
    return tiling.theta.row(tiling.theta.rows() > 1 ? frame : 0).mean();
}

} // namespace

void CsvTable::separate() {
    if (m_rowBegun)
        m_text += ',';
    m_rowBegun = true;
}

void CsvTable::addCell(std::string_view text) {
    separate();
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_text += text;
        return;
    }
    m_text += '"';
    for (const char c : text) {
        if (c == '"')
            m_text += '"';
        m_text += c;
    }
    m_text += '"';
}

void CsvTable::addCell(double number) {
    char buffer[32];
    separate();
    m_text.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

void CsvTable::addCell(int number) {
    separate();
    m_text += std::to_string(number);
}

void CsvTable::endRow() {
    m_text += '\n';
    m_rowBegun = false;
}

std::string historyCsv(const std::vector<IterationRecord>& history) {
    const std::vector<std::string> terms = termNames(history);
    CsvTable table;
    addHeader(table, {"iteration", "objective"});
    for (const std::string& term : terms)
        table.addCell(term);
    addHeader(table, {"step", "gradient_norm", "theta_mean", "theta_min", "theta_max", "hop_mean", "seconds"});
    table.endRow();
    for (const IterationRecord& record : history) {
        table.addCell(record.iteration);
        table.addCell(record.objective);
        for (const std::string& term : terms)
            table.addCell(termValue(record, term));
        for (const double value : {record.step, record.gradientNorm, record.thetaMean, record.thetaMin, record.thetaMax,
                                   record.hopMean, record.seconds})
            table.addCell(value);
        table.endRow();
    }
    return table.text();
}

std::string framesCsv(const Tiling& tiling, double sampleRate) {
    constexpr double milliseconds = 1000;
    CsvTable table;
    addHeader(table, {"frame", "start_sample", "centre_sample", "centre_s", "hop_samples", "theta_samples", "theta_ms"});
    table.endRow();
    for (int i = 0; i < tiling.frames(); ++i) {
        const bool last = i + 1 == tiling.frames();
        const double theta = frameTheta(tiling, i);
        table.addCell(i);
        for (const double value : {tiling.positions[i], tiling.centre(i), tiling.centre(i) / sampleRate,
                                   last ? notANumber : tiling.positions[i + 1] - tiling.positions[i], theta,
                                   theta / sampleRate * milliseconds})
            table.addCell(value);
        table.endRow();
    }
    return table.text();
}

} // namespace thetascope
