// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/sweep.h"

#include "core/io/csv.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace thetascope {
namespace {

struct Spread {
    double mean = 0, deviation = 0;
};

template <class Value>
Spread spreadOf(const SweepRow& row, Value value) {
    Spread spread;
    const auto count = static_cast<double>(row.runs.size());
    for (const SweepRow::Run& run : row.runs) spread.mean += value(run) / count;
    for (const SweepRow::Run& run : row.runs) spread.deviation += std::pow(value(run) - spread.mean, 2);
    spread.deviation = row.runs.size() > 1 ? std::sqrt(spread.deviation / (count - 1)) : 0;
    return spread;
}

std::string text(double value, int decimals) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    return buffer;
}

std::string withSpread(const SweepRow& row, const Spread& spread, int decimals) {
    return text(spread.mean, decimals) + (row.runs.size() > 1 ? " ± " + text(spread.deviation, decimals) : "");
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

std::string plain(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%g", value);
    return buffer;
}

} // namespace

std::string SweepRow::name() const {
    return (joint ? "joint from " : "θ = ") + plain(theta);
}

SweepRow::Run sweepRun(std::uint64_t seed, const TrainResult& result) {
    std::vector<double> seconds;
    for (const EpochRecord& record : result.state.history) seconds.push_back(record.seconds);
    return {seed, result.training.loss, result.validation.loss, result.test.loss, result.test.accuracy, result.model.theta,
            median(std::move(seconds)), result.state.history};
}

std::string sweepTable(const std::vector<SweepRow>& rows) {
    std::string table = "| θ | train loss | validation loss | test loss | test accuracy | θ reached |\n|---|---|---|---|---|---|\n";
    constexpr double percent = 100;
    for (const SweepRow& row : rows) {
        if (row.runs.empty()) continue;
        const auto cell = [&](auto value, int decimals) { return withSpread(row, spreadOf(row, value), decimals) + " | "; };
        table += "| " + row.name() + " | ";
        table += cell([](const SweepRow::Run& r) { return r.trainLoss; }, 3);
        table += cell([](const SweepRow::Run& r) { return r.validationLoss; }, 3);
        table += cell([](const SweepRow::Run& r) { return r.testLoss; }, 3);
        table += cell([](const SweepRow::Run& r) { return percent * r.testAccuracy; }, 1);
        table += row.joint ? cell([](const SweepRow::Run& r) { return r.theta; }, 1) : "| ";
        table.back() = '\n';
    }
    return table;
}

std::string sweepCsv(const std::vector<SweepRow>& rows) {
    CsvTable table;
    for (const char* name : {"kind", "theta", "seed", "train_loss", "validation_loss", "test_loss", "test_accuracy", "final_theta",
                             "seconds_per_epoch"})
        table.addCell(std::string_view(name));
    table.endRow();
    for (const SweepRow& row : rows) {
        for (const SweepRow::Run& run : row.runs) {
            table.addCell(std::string_view(row.joint ? "joint" : "fixed"));
            table.addCell(row.theta);
            table.addCell(static_cast<int>(run.seed));
            for (const double value : {run.trainLoss, run.validationLoss, run.testLoss, run.testAccuracy, run.theta, run.secondsPerEpoch})
                table.addCell(value);
            table.endRow();
        }
    }
    return table.text();
}

std::vector<EpochRecord> meanHistory(const SweepRow& row) {
    std::vector<EpochRecord> mean;
    if (row.runs.empty()) return mean;
    std::size_t epochs = row.runs.front().history.size();
    for (const SweepRow::Run& run : row.runs) epochs = std::min(epochs, run.history.size());
    const auto count = static_cast<double>(row.runs.size());
    for (std::size_t i = 0; i < epochs; ++i) {
        EpochRecord sum{static_cast<int>(i) + 1, 0, 0, 0, 0, 0, 0};
        for (const SweepRow::Run& run : row.runs) {
            const EpochRecord& r = run.history[i];
            sum.trainLoss += r.trainLoss / count;
            sum.trainAccuracy += r.trainAccuracy / count;
            sum.validationLoss += r.validationLoss / count;
            sum.validationAccuracy += r.validationAccuracy / count;
            sum.theta += r.theta / count;
            sum.seconds += r.seconds / count;
        }
        mean.push_back(sum);
    }
    return mean;
}

} // namespace thetascope
