// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

class QCPGraph;
class QCustomPlot;
class QLabel;
class QPushButton;

namespace thetascope {

/// The objective over a window length shared by all cells: what a grid search evaluates, and where a descent stands on it.
struct Landscape {
    std::vector<double> thetas;     ///< samples, ascending
    std::vector<double> objectives; ///< one transform each
};

/// A step of a descent on a shared window length.
struct LandscapeStep {
    double theta = 0; ///< samples
    double objective = 0;
};

/// L(theta) as a curve, with the path of the descent and a dot where it is, and what each cost in transforms. Follows the
/// widget's palette. GUI thread.
class LandscapeView : public QWidget {
    Q_OBJECT

public:
    explicit LandscapeView(QWidget* parent = nullptr);

    void setLandscape(const Landscape& landscape);
    /// The steps so far, and the one on screen (an index; -1: the last).
    void setDescent(const std::vector<LandscapeStep>& steps, int shown);
    /// Whether the button can be pressed; if not, why.
    void setComputable(bool on, const QString& why);
    void setBusy(bool busy);

    QCustomPlot& plot() { return *m_plot; }
    QCPGraph& curve() { return *m_curve; }
    QCPGraph& dot() { return *m_dot; }
    QPushButton& button() { return *m_button; }
    QString words() const;

signals:
    void computeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildPlot();
    void refresh();
    void recolour();

    QCustomPlot* m_plot = nullptr; ///< child widget; owns the graphs
    QCPGraph *m_curve = nullptr, *m_path = nullptr, *m_dot = nullptr, *m_best = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_button = nullptr;
    Landscape m_landscape;
    std::vector<LandscapeStep> m_steps;
    int m_shown = -1;
    QString m_why;
    bool m_computable = false, m_busy = false;
};

} // namespace thetascope
