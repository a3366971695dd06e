// SPDX-License-Identifier: GPL-3.0-or-later
// What the training window is made of, and what is connected with what.
#include "app/training/training_window.h"

#include "app/training/train_form.h"
#include "ui/views/confusion_plot.h"
#include "ui/views/spectrogram_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <utility>

namespace thetascope {
namespace {

constexpr int formWidth = 330;

QPushButton* makeButton(const QString& text, const char* name, const QString& tip) {
    auto* const button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    return button;
}

} // namespace

QWidget* TrainingWindow::makeControls() {
    auto* const side = new QWidget;
    side->setMaximumWidth(formWidth);
    m_choose = makeButton(tr("Open Folder…"), "choose", tr("Recordings in a sub-folder per label, or named LABEL_NAME_NUMBER.wav"));
    m_start = makeButton(tr("Train"), "start", tr("Learn θ and the network together; again to pause"));
    m_stop = makeButton(tr("Stop"), "stop", tr("End the training with its best model"));
    m_goOn = makeButton(tr("Go On"), "goOn", tr("Go on with the training that was stopped"));
    m_save = makeButton(tr("Save Model…"), "save", tr("Weights, settings, curves and tables into a folder"));
    m_use = makeButton(tr("Use θ"), "use", tr("Give the learned window length to the viewer"));
    m_clear = makeButton(tr("Clear Curves"), "clear", tr("Forget the curves of earlier trainings"));
    m_folder = new QLabel(tr("No recordings yet"));
    m_folder->setWordWrap(true);
    m_status = new QLabel;
    m_status->setWordWrap(true);
    m_form = new TrainForm;
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_choose);
    column->addWidget(m_folder);
    column->addWidget(m_form, 1);
    for (const auto& [left, right] : {std::pair{m_start, m_stop}, {m_goOn, m_clear}, {m_save, m_use}}) {
        auto* const row = new QHBoxLayout;
        row->addWidget(left);
        row->addWidget(right);
        column->addLayout(row);
    }
    column->addWidget(m_status);
    return side;
}

QWidget* TrainingWindow::makeTabs() {
    m_tabs = new QTabWidget;
    auto* const samplePage = new QWidget;
    auto* const column = new QVBoxLayout(samplePage);
    m_examples = new QComboBox;
    m_examples->setObjectName(QStringLiteral("examples"));
    m_examples->setToolTip(tr("The recording to look at as the network sees it"));
    m_sample = new SpectrogramView;
    m_sample->hide(); // until there is something to see: its axes would have numbers of nothing
    m_examples->setEnabled(false);
    column->addWidget(m_examples);
    column->addWidget(m_sample, 1);
    column->setAlignment(m_examples, Qt::AlignTop); // while nothing is below it
    m_confusion = new ConfusionPlot;
    m_mistakes = new QTableWidget(0, 4);
    m_mistakes->setHorizontalHeaderLabels({tr("Recording"), tr("Label"), tr("Taken for"), tr("Probability")});
    m_mistakes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_mistakes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_mistakes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_mistakes->setToolTip(tr("Select one to see it as the network does; double-click to open and hear it"));
    m_tabs->addTab(samplePage, tr("As the Network Sees It"));
    m_tabs->addTab(m_confusion, tr("Confusion"));
    m_tabs->addTab(m_mistakes, tr("Mistakes"));
    return m_tabs;
}

void TrainingWindow::connectAll() {
    connect(m_choose, &QPushButton::clicked, this, &TrainingWindow::chooseFolder);
    connect(m_start, &QPushButton::clicked, this, &TrainingWindow::startOrPause);
    connect(m_stop, &QPushButton::clicked, &m_controller, &TrainingController::stop);
    connect(m_goOn, &QPushButton::clicked, &m_controller, &TrainingController::goOn);
    connect(m_save, &QPushButton::clicked, this, &TrainingWindow::chooseSaveFolder);
    connect(m_use, &QPushButton::clicked, this, [this] { emit thetaRequested(m_controller.theta() / m_controller.data()->sampleRate); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_older.clear();
        showCurves();
    });
    connect(m_form, &TrainForm::edited, this, &TrainingWindow::refreshButtons);
    connect(m_examples, &QComboBox::activated, this, &TrainingWindow::showSample);
    connect(m_mistakes, &QTableWidget::cellDoubleClicked, this, &TrainingWindow::openMistake);
    connect(m_mistakes, &QTableWidget::currentCellChanged, this, [this](int row) {
        const QTableWidgetItem* const item = m_mistakes->item(row, 0);
        if (item == nullptr) return;
        m_examples->setCurrentIndex(item->data(Qt::UserRole).toInt());
        showSample();
    });
    connect(&m_controller, &TrainingController::stateChanged, this, [this] {
        refreshButtons();
        showStatus();
    });
    connect(&m_controller, &TrainingController::started, this, &TrainingWindow::trainingStarted);
    connect(&m_controller, &TrainingController::progressed, this, [this] {
        showStatus();
        showSample();
    });
    connect(&m_controller, &TrainingController::epochDone, this, [this](const PartEvaluation& validation) {
        showCurves();
        showEvaluation(validation, tr("Validation"));
    });
    connect(&m_controller, &TrainingController::ended, this, &TrainingWindow::trainingEnded);
    connect(&m_controller, &TrainingController::saved, this, [this](const QString& folder) { m_status->setText(tr("Saved in %1").arg(folder)); });
    connect(&m_controller, &TrainingController::failed, this, [this](const QString& message) { m_status->setText(message); });
}

} // namespace thetascope
