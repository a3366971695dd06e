// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/cost.h"
#include "app/session/memory_check.h"
#include "app/session/region.h"
#include "app/workers/pictures.h"
#include "app/workers/recording.h"
#include "core/run/descent.h"
#include "core/run/history.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace thetascope {

/// Start and end of the region as they are set, seconds. (Left open and 0 to the end differ: of a long recording the first is
/// what is in view.)
using RegionSet = std::pair<std::optional<double>, std::optional<double>>;

/// A descent and what came of it so far.
struct RunData {
    int number = 0;
    int listNumber = 0;                           ///< in the list of runs, from 1
    Settings settings;                            ///< that it was started with
    std::optional<RegionSet> regionSet;           ///< when it was started; none: of a session, which doesn't say
    std::string source;                           ///< of the recording: path or "demo:NAME"
    StartPictures start;
    std::shared_ptr<const History> history;
    std::vector<IterationRecord> records;         ///< every iteration so far
    int bestIteration = 0;
    std::shared_ptr<const DescentResult> result;  ///< null while it goes on, or if it failed
    std::shared_ptr<const DescentResult> learned; ///< of one that failed: what it knew by then, without spectra; or null
    bool active = false;

    int lastIteration() const { return records.empty() ? -1 : records.back().iteration; }
    /// Of the best iteration so far, whether or not the run has come to its end; nothing if it isn't kept.
    std::optional<Tiling> bestTiling() const;
};

/// What is open: the recording, the settings, the pictures before a descent and the latest descent. No widgets, no threads;
/// belongs to the GUI thread.
class Session {
public:
    /// Begins with the default preset's settings, as the command line does.
    Session();

    /// Another recording: region and results go, the other settings stay. A channel it doesn't have becomes "mix".
    void open(Recording recording);
    /// The same recording, another channel on screen.
    void setRecording(Recording recording) { m_recording = std::move(recording); }
    const Recording& recording() const { return m_recording; }
    bool isOpen() const { return m_recording.clip != nullptr; }
    double durationSeconds() const { return isOpen() ? m_recording.clip->durationSeconds() : 0; }

    const Settings& settings() const { return m_settings; }
    void setSettings(Settings settings) { m_settings = std::move(settings); }
    RegionSet regionSet() const { return {m_settings.startSeconds, m_settings.endSeconds}; }
    /// Those set, while the region is the one they were set for; else none.
    const InitialArrays& arrays() const;
    /// Window lengths and positions to begin with; they must fit the settings. Another transform forgets them.
    void setArrays(InitialArrays arrays);

    /// What an analysis would take with that stretch in view; isOpen().
    RegionChoice region(TimeRange visible) const;
    /// The settings with that region filled in (left open for the whole).
    Settings settingsFor(const RegionChoice& region) const;
    /// The field of the problem that is too much memory: no setting alone.
    static constexpr const char* memoryField = "memory";
    /// Everything wrong with an analysis of that region, too much memory included; isOpen().
    Problems problems(const RegionChoice& region) const;
    /// Whether a descent on that region would take more memory than may be used; nothing if its settings are wrong anyway.
    std::optional<MemoryRefusal> tooMuchMemory(const RegionChoice& region) const;
    /// The settings with nothing left open, as the panel shows them; problems() must be empty.
    ResolvedSettings resolved(const RegionChoice& region) const;

    std::shared_ptr<const StartPictures> pictures; ///< null until they are computed
    std::shared_ptr<RunData> run;                  ///< null before the first, and after a reset
    CostModel costs;                               ///< what descents take here

private:
    int regionLength(const RegionChoice& region) const;
    Problems settingProblems(const RegionChoice& region) const;

    Recording m_recording;
    Settings m_settings;
    InitialArrays m_arrays;
    RegionSet m_arraysRegion;
};

/// Whether two settings give the same spectrogram at the start: all of signal and transform are equal.
bool sameTransform(const Settings& first, const Settings& second);
/// The same, whatever their regions are.
bool sameButRegion(const Settings& first, const Settings& second);

} // namespace thetascope
