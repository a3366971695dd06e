// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace thetascope {

/// How a reconstruction's error is known: at once; where theta varies along frequency only by an iteration of seconds per second of
/// sound, which a person may ask for, but not while a descent goes on.
enum class InverseGauge { expected, offered, measuring, later };

/// The live numbers of a descent. What is absent is shown as a dash.
struct GaugeValues {
    std::optional<IterationRecord> record;
    std::optional<double> normalisedEntropy;   ///< H / ln(TF), 0 to 1
    std::optional<double> effectiveCells;      ///< exp(H)
    std::optional<double> kurtosis;            ///< mean of the frames' spectra, 1 to F
    std::optional<double> coverage;            ///< 0 to 1
    std::optional<double> reconstructionSnrDb;
    InverseGauge inverse = InverseGauge::expected;
    std::optional<int> atLowerBound, atUpperBound, parameters; ///< counts of window lengths
    std::optional<double> millisecondsPerIteration;
    std::optional<double> iterationsPerSecond;
};

/// A number with five significant digits, thin-space groups from 10 000 on, "1.234e-5" below 1e-3; a true minus sign.
/// NaN and infinities in words.
QString formatGauge(double value);

/// Live numbers in two columns, digits of one width so that nothing wobbles. Lives on the window's thread.
class Gauges : public QWidget {
    Q_OBJECT

public:
    explicit Gauges(QWidget* parent = nullptr);

    void setValues(const GaugeValues& values);
    void clear() { setValues({}); }

    /// The number shown beside a name, for tests; empty if there is no such row.
    QString text(const QString& name) const;

signals:
    void reconstructionRequested(); ///< measure it

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel *name = nullptr, *value = nullptr;
    };

    Row addRow(QGridLayout& grid, const QString& name, const QString& tip);
    void setRow(const QString& name, const QString& value);
    void showReconstruction(const GaugeValues& values);
    void showTerms(const std::vector<TermValue>& terms);
    void updateColours();

    QGridLayout* m_terms = nullptr;
    std::vector<Row> m_rows;     ///< fixed ones
    std::vector<Row> m_termRows; ///< one per term, reused
    bool m_atBound = false;
};

} // namespace thetascope
