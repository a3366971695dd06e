// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_controller.h"
#include "ui/views/training_plot.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace thetascope {

class ConfusionPlot;
class SpectrogramView;
class TrainForm;

/// The Training page, a window of its own: a folder of labelled recordings, settings, the curves of Figure 3 while they grow, beside those
/// of the trainings before it; what the network sees of a recording, the confusion matrix, and the recordings it gets wrong.
class TrainingWindow : public QWidget {
    Q_OBJECT
public:
    explicit TrainingWindow(QWidget* parent = nullptr);
    ~TrainingWindow() override;

    void openFolder(const QString& folder);
    TrainingController& controller() { return m_controller; }
    TrainForm& form() { return *m_form; }
    TrainingPlot& plot() { return *m_plot; }

signals:
    /// A person wants to look at a recording (and hear it).
    void recordingRequested(const QString& path);
    /// A person wants the viewer to use the learned theta.
    void thetaRequested(double seconds);

private:
    QWidget* makeControls();
    QWidget* makeTabs();
    void connectAll();
    void refreshButtons();
    void startOrPause();
    void chooseFolder();
    void chooseSaveFolder();
    void trainingStarted();
    void trainingEnded(const QString& message);
    void showCurves();
    void showStatus();
    void showSample();
    void showEvaluation(const PartEvaluation& evaluation, const QString& part);
    void fillMistakes(const PartEvaluation& evaluation);
    void fillExamples();
    void openMistake(int row);
    QString pathOf(int example) const;
    TrainingCurve curveNow() const;

    TrainingController m_controller;
    TrainForm* m_form = nullptr;
    TrainingPlot* m_plot = nullptr;
    ConfusionPlot* m_confusion = nullptr;
    SpectrogramView* m_sample = nullptr;
    QComboBox* m_examples = nullptr;
    QTableWidget* m_mistakes = nullptr;
    QTabWidget* m_tabs = nullptr;
    QLabel *m_folder = nullptr, *m_status = nullptr;
    QPushButton *m_choose = nullptr, *m_start = nullptr, *m_stop = nullptr, *m_goOn = nullptr, *m_save = nullptr, *m_use = nullptr,
                *m_clear = nullptr;
    std::vector<TrainingCurve> m_older; ///< trainings before the latest
};

} // namespace thetascope
