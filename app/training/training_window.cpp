// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_window.h"

#include "app/training/model_files.h"
#include "app/training/train_form.h"
#include "ui/text/core_text.h"
#include "ui/views/confusion_plot.h"
#include "ui/views/spectrogram_view.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace thetascope {
namespace {

constexpr QSize firstSize{1280, 860};
constexpr int sampleRangeDb = 50;

} // namespace

TrainingWindow::TrainingWindow(QWidget* parent) : QWidget(parent, Qt::Window) {
    setWindowTitle(tr("Train — Thetascope"));
    auto* const across = new QSplitter(Qt::Horizontal);
    across->addWidget(makeControls());
    auto* const down = new QSplitter(Qt::Vertical);
    m_plot = new TrainingPlot;
    down->addWidget(m_plot);
    down->addWidget(makeTabs());
    down->setStretchFactor(0, 3);
    down->setStretchFactor(1, 2);
    across->addWidget(down);
    across->setStretchFactor(1, 1);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(across);
    connectAll();
    m_plot->setCurves({}, m_form->settings().epochs);
    refreshButtons();
    showStatus();
    resize(firstSize);
}

TrainingWindow::~TrainingWindow() = default;

void TrainingWindow::openFolder(const QString& folder) {
    m_controller.open(folder);
}

void TrainingWindow::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of Labelled Recordings"), m_controller.folder());
    if (!folder.isEmpty()) openFolder(folder);
}

void TrainingWindow::chooseSaveFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the Model"));
    if (!folder.isEmpty()) m_controller.save(folder);
}

void TrainingWindow::startOrPause() {
    switch (m_controller.state()) {
    case TrainingState::running: m_controller.pause(); return;
    case TrainingState::pausing:
    case TrainingState::paused: m_controller.resume(); return;
    case TrainingState::ready:
        if (!m_controller.history().empty()) m_older.push_back(curveNow());
        m_controller.start(m_form->settings());
        return;
    case TrainingState::empty:
    case TrainingState::loading:
    case TrainingState::preparing:
    case TrainingState::stopping: return;
    }
}

void TrainingWindow::refreshButtons() {
    const TrainingState state = m_controller.state();
    const bool ready = state == TrainingState::ready, running = state == TrainingState::running;
    const bool paused = state == TrainingState::paused || state == TrainingState::pausing;
    m_choose->setEnabled(!m_controller.training() && state != TrainingState::loading);
    m_start->setText(running ? tr("Pause") : paused ? tr("Resume") : tr("Train"));
    m_start->setEnabled(running || paused || (ready && m_form->usable()));
    m_stop->setEnabled(running || paused);
    m_goOn->setEnabled(m_controller.canGoOn());
    m_save->setEnabled(ready && m_controller.result() != nullptr);
    m_use->setEnabled(m_controller.data() != nullptr);
    m_form->setEnabled(!m_controller.training());
}

void TrainingWindow::showStatus() {
    const auto set = m_controller.recordings();
    if (m_controller.state() == TrainingState::loading) {
        m_folder->setText(tr("Reading…"));
    } else if (set) {
        QString text = tr("%1: %2 recordings, %3 labels").arg(QDir(m_controller.folder()).dirName()).arg(set->examples.size()).arg(set->labels.size());
        if (!m_controller.skipped().empty()) text += tr(", %1 skipped").arg(m_controller.skipped().size());
        m_folder->setText(text);
        QStringList reasons;
        for (const std::string& reason : m_controller.skipped()) reasons << coreText(reason);
        m_folder->setToolTip(reasons.join('\n'));
    } else {
        m_folder->setText(tr("No recordings yet"));
    }
    const auto progress = m_controller.progress();
    if (!m_controller.training() || !progress) return;
    QString text = tr("Epoch %1 of %2, loss %3, θ %4").arg(progress->epoch).arg(m_controller.settings().epochs)
                       .arg(progress->loss, 0, 'f', 3).arg(progress->theta, 0, 'f', 1);
    if (const auto left = m_controller.secondsLeft()) text += tr(", %1 s left").arg(qRound(*left));
    if (m_controller.state() == TrainingState::paused) text += tr(", paused");
    m_status->setText(text);
}

TrainingCurve TrainingWindow::curveNow() const {
    const TrainSettings& settings = m_controller.settings();
    const bool joint = settings.thetaRate > 0;
    const QString name = joint ? tr("joint from %1") : QStringLiteral("θ = %1");
    return {name.arg(settings.theta, 0, 'g', 4), m_controller.history(), settings.theta, joint};
}

void TrainingWindow::trainingStarted() {
    fillExamples();
    m_status->setText(tr("Training…"));
    showCurves();
    showSample();
}

void TrainingWindow::showCurves() {
    std::vector<TrainingCurve> curves = m_older;
    if (m_controller.data() != nullptr) curves.push_back(curveNow());
    m_plot->setCurves(std::move(curves), m_controller.settings().epochs);
}

void TrainingWindow::trainingEnded(const QString& message) {
    const auto result = m_controller.result();
    showCurves();
    showEvaluation(result->test, tr("Test"));
    fillMistakes(result->test);
    showSample();
    m_status->setText(tr("%1: θ %2, test loss %3, test accuracy %4 % (model of epoch %5)")
                          .arg(message)
                          .arg(result->model.theta, 0, 'f', 1)
                          .arg(result->test.loss, 0, 'f', 3)
                          .arg(100 * result->test.accuracy, 0, 'f', 1)
                          .arg(result->modelEpoch));
}

void TrainingWindow::showEvaluation(const PartEvaluation& evaluation, const QString& part) {
    m_confusion->setCaption(tr("%1: %2 % right, loss %3").arg(part).arg(100 * evaluation.accuracy, 0, 'f', 1).arg(evaluation.loss, 0, 'f', 3));
    m_confusion->setMatrix(confusionOf(*m_controller.data(), evaluation));
}

void TrainingWindow::fillMistakes(const PartEvaluation& evaluation) {
    const TrainData& examples = *m_controller.data();
    const std::vector<Mistake> mistakes = mistakesOf(examples, evaluation);
    m_mistakes->setRowCount(static_cast<int>(mistakes.size()));
    for (int row = 0; row < static_cast<int>(mistakes.size()); ++row) {
        const Mistake& mistake = mistakes[static_cast<std::size_t>(row)];
        const auto name = [&](const std::vector<std::string>& names, int index) {
            return QString::fromStdString(names[static_cast<std::size_t>(index)]);
        };
        auto* const recording = new QTableWidgetItem(name(examples.names, mistake.example));
        recording->setData(Qt::UserRole, mistake.example);
        m_mistakes->setItem(row, 0, recording);
        m_mistakes->setItem(row, 1, new QTableWidgetItem(name(examples.labels, mistake.label)));
        m_mistakes->setItem(row, 2, new QTableWidgetItem(name(examples.labels, mistake.predicted)));
        m_mistakes->setItem(row, 3, new QTableWidgetItem(QString::number(mistake.probability, 'f', 3)));
    }
    m_tabs->setTabText(2, tr("Mistakes (%1)").arg(mistakes.size()));
}

void TrainingWindow::fillExamples() {
    const int before = std::max(0, m_examples->currentIndex());
    m_examples->clear();
    QStringList names;
    for (const std::string& name : m_controller.data()->names) names << QString::fromStdString(name);
    m_examples->addItems(names);
    m_examples->setEnabled(!names.isEmpty());
    m_examples->setCurrentIndex(std::min(before, m_examples->count() - 1));
}

void TrainingWindow::showSample() {
    const auto seen = m_controller.seen(m_examples->currentIndex());
    if (!seen) return;
    m_sample->setSpectrogram(seen);
    m_sample->show();
    if (const auto peak = SpectrogramView::peakDb(*seen)) m_sample->setDbLimits(*peak - sampleRangeDb, *peak);
    m_sample->setCaption(tr("%1 at θ = %2").arg(m_examples->currentText()).arg(m_controller.theta(), 0, 'f', 1));
}

QString TrainingWindow::pathOf(int example) const {
    return QDir(m_controller.folder()).filePath(QString::fromStdString(m_controller.data()->names[static_cast<std::size_t>(example)]));
}

void TrainingWindow::openMistake(int row) {
    const QTableWidgetItem* const item = m_mistakes->item(row, 0);
    if (item != nullptr && m_controller.data() != nullptr) emit recordingRequested(pathOf(item->data(Qt::UserRole).toInt()));
}

} // namespace thetascope
