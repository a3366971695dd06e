// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>
#include <optional>

namespace thetascope {

/// What lies under the cursor. What is absent is left out of the line.
struct ReadoutValues {
    double sampleRate = 0;               ///< Hz, > 0
    std::optional<double> timeSeconds;   ///< from the start of the recording
    std::optional<double> frequencyHz;
    std::optional<int> bin;
    std::optional<double> levelDb;       ///< 20 log10 magnitude; -infinity for a magnitude of 0
    std::optional<double> theta;         ///< samples
    std::optional<int> frame;
    std::optional<double> differenceDb = std::nullopt; ///< of the level above the classical one
};

/// "t 1.2345 s (54441) | f 1234.5 Hz, bin 57 (D#6 -12 c) | -34.2 dB | θ 812.4 = 18.42 ms, Δf 109 Hz | frame 104".
/// Δf = 2 fs / theta, the width of a Hann window's main lobe at half its height.
QString formatReadout(const ReadoutValues& values);

/// The figures of a measured rectangle, seconds >= 0 by hertz >= 0: "Δt 12.50 ms, 1/Δt 80.0 Hz" and "Δf 250.0 Hz" below; what
/// is 0 is left out.
QString measureText(double seconds, double hertz);

/// The status line: the readout, in digits of one width; a hint when there is nothing under the cursor.
class ReadoutLabel : public QLabel {
    Q_OBJECT

public:
    explicit ReadoutLabel(QWidget* parent = nullptr);

    void setValues(const ReadoutValues& values);
    void clearValues();
};

} // namespace thetascope
