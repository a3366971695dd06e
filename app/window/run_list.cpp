// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_list.h"

#include "core/model/settings_fields.h"
#include "ui/panels/runs_panel.h"
#include "ui/text/core_text.h"
#include "ui/views/loss_view.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr std::size_t mostRuns = 12;
/// The histories of all runs together; the oldest runs keep only their results beyond that.
constexpr std::size_t mostHistoryBytes = std::size_t{1} << 30;

QString inWords(const FieldValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return QString::number(*number, 'g', 6);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return QString::number(*whole);
    if (const auto* words = std::get_if<std::string>(&value)) return QString::fromStdString(*words);
    return QObject::tr("auto");
}

QString regionOf(const RunData& run) {
    const Signal& signal = *run.start.signal;
    return QStringLiteral("%1–%2 s").arg(signal.startSeconds, 0, 'f', 2)
        .arg(signal.startSeconds + signal.length() / signal.sampleRate, 0, 'f', 2);
}

QString inWords(const CommonGrid& grid) {
    const std::string_view normalise = toString(grid.settings.normalise);
    return RunList::tr("%1; N = %2, hop %3, normalised by %4")
        .arg(QString::fromStdString(grid.settings.objective)).arg(grid.support).arg(grid.settings.H, 0, 'g', 6)
        .arg(QString::fromUtf8(normalise.data(), static_cast<qsizetype>(normalise.size())));
}

/// Whether the lowest objectives of two runs measure the same thing: scores are never compared across different frames.
bool comparable(const RunData& first, const RunData& second) {
    const Signal &one = *first.start.signal, &other = *second.start.signal;
    const ResolvedSettings &a = first.start.resolved, &b = second.start.resolved;
    return first.source == second.source && a.channel == b.channel && one.startSeconds == other.startSeconds
           && one.length() == other.length() && a.N == b.N && a.T == b.T && a.H == b.H && a.normalise == b.normalise
           && a.objective == b.objective;
}

} // namespace

RunList::RunList(Session& session, const MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_panes(window.panes()) {
    connect(m_panes.runs, &RunsPanel::selectionChanged, this, &RunList::compare);
    connect(m_panes.runs, &RunsPanel::removeRequested, this, &RunList::remove);
    connect(m_panes.runs, &RunsPanel::curveToggled, this, [this](int number, bool on) {
        if (on) m_hidden.erase(number);
        else m_hidden.insert(number);
        showCurves();
    });
    connect(m_panes.runs, &RunsPanel::restoreRequested, this, [this](int number) {
        if (const auto run = find(number)) emit restoreRequested(run);
    });
}

void RunList::add(const std::shared_ptr<RunData>& run) {
    run->listNumber = ++m_lastNumber;
    m_runs.push_back(run);
    if (m_runs.size() > mostRuns) m_runs.erase(m_runs.begin());
    refresh();
}

void RunList::clear() {
    m_runs.clear();
    m_hidden.clear();
    m_lastNumber = 0;
    refresh();
}

std::shared_ptr<RunData> RunList::find(int number) const {
    const auto found = std::ranges::find(m_runs, number, [](const auto& run) { return run->listNumber; });
    return found == m_runs.end() ? nullptr : *found;
}

void RunList::remove(int number) {
    const auto run = find(number);
    if (!run) return;
    std::erase(m_runs, run);
    refresh();
    emit removed(run);
}

void RunList::refresh() {
    // A run that was left before its first iteration tells nothing.
    std::erase_if(m_runs, [this](const auto& run) { return run != m_session.run && run->records.empty(); });
    limitMemory();
    fill();
    emit changed();
}

void RunList::fill() {
    std::vector<RunRow> rows;
    for (const auto& run : m_runs) rows.push_back(rowOf(run));
    m_panes.runs->setRuns(rows);
    m_panes.runs->setGrid(m_grid ? inWords(*m_grid) : QString());
    showCurves();
}

RunRow RunList::rowOf(const std::shared_ptr<RunData>& run) const {
    RunRow row;
    row.number = run->listNumber;
    row.colour = run->listNumber - 1;
    row.objective = QString::fromStdString(run->settings.objective);
    row.iterations = std::max(0, run->lastIteration());
    const auto best = static_cast<std::size_t>(run->bestIteration);
    if (best < run->records.size()) row.best = run->records[best].objective;
    row.theta = inWords(findField("theta-mode")->get(run->settings));
    row.region = regionOf(*run);
    row.current = run == m_session.run;
    row.comparable = !m_session.run || comparable(*run, *m_session.run);
    row.curve = !m_hidden.contains(run->listNumber);
    const auto score = m_gridScores.find(run->listNumber);
    row.onGrid = score == m_gridScores.end() ? std::nullopt : score->second;
    row.outsideGrid = score != m_gridScores.end() && !score->second;
    return row;
}

void RunList::setGridScores(const std::map<int, std::optional<double>>& scores, const std::optional<CommonGrid>& grid) {
    m_gridScores = scores;
    m_grid = grid;
    fill();
}

void RunList::limitMemory() {
    std::size_t bytes = 0;
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        if (!(*run)->history) continue;
        bytes += (*run)->history->bytes();
        if (bytes > mostHistoryBytes && *run != m_session.run) (*run)->history.reset();
    }
}

void RunList::showCurves() {
    std::vector<RunCurve> curves;
    for (const auto& run : m_runs) {
        if (run == m_session.run || run->records.empty() || m_hidden.contains(run->listNumber)) continue;
        curves.push_back({tr("run %1").arg(run->listNumber), run->listNumber - 1, run->records});
    }
    m_panes.loss->setRuns(std::move(curves));
}

void RunList::compare() {
    std::vector<std::shared_ptr<RunData>> chosen;
    QStringList headings;
    for (const int number : m_panes.runs->selectedRuns()) {
        chosen.push_back(find(number));
        headings << tr("run %1").arg(number);
    }
    if (chosen.size() < 2) return m_panes.runs->setComparison({}, {});
    std::vector<RunDifference> differences;
    for (const SettingsField& field : settingsFields()) {
        RunDifference difference{coreText(field.label), {}};
        for (const auto& run : chosen) difference.values << inWords(field.get(run->settings));
        if (difference.values.count(difference.values.first()) < difference.values.size()) differences.push_back(difference);
    }
    m_panes.runs->setComparison(headings, differences);
}

} // namespace thetascope
