// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/train_form.h"

#include "core/learn/train_fields.h"
#include "ui/panels/quiet_combo.h"
#include "ui/text/core_text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace thetascope {

TrainForm::TrainForm(QWidget* parent) : QWidget(parent), m_recipe(new QuietCombo), m_message(new QLabel) {
    auto* const fields = new QWidget;
    auto* const form = new QFormLayout(fields);
    m_recipe->addItems({tr("A: 8 bins"), tr("B: 16 bins")});
    m_recipe->setItemData(0, tr("As in the paper"), Qt::ToolTipRole);
    m_recipe->setItemData(1, tr("The better classifier"), Qt::ToolTipRole);
    m_recipe->setToolTip(tr("A: as in the paper; B: the better classifier"));
    m_recipe->setObjectName(QStringLiteral("recipe"));
    form->addRow(tr("Recipe"), m_recipe);
    for (const TrainField& field : trainFields()) {
        QWidget* editor = nullptr;
        if (field.choices.empty()) {
            auto* const edit = m_edits[field.key] = new QLineEdit;
            connect(edit, &QLineEdit::textEdited, this, &TrainForm::read);
            editor = edit;
        } else {
            auto* const combo = m_combos[field.key] = new QuietCombo;
            for (const std::string& choice : field.choices) combo->addItem(QString::fromStdString(choice));
            connect(combo, &QComboBox::activated, this, &TrainForm::read);
            editor = combo;
        }
        editor->setObjectName(QString::fromStdString(field.key));
        editor->setToolTip(coreText(field.help));
        form->addRow(coreText(field.label), editor);
    }
    connect(m_recipe, &QComboBox::activated, this, [this](int index) {
        setSettings(trainRecipe(index == 0 ? "a" : "b"));
        emit edited();
    });
    auto* const scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("problem"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(scroll);
    column->addWidget(m_message);
    setSettings({});
}

void TrainForm::setSettings(const TrainSettings& settings) {
    m_settings = settings;
    for (const TrainField& field : trainFields()) {
        const QString text = QString::fromStdString(field.get(settings));
        if (const auto edit = m_edits.find(field.key); edit != m_edits.end()) edit->second->setText(text);
        if (const auto combo = m_combos.find(field.key); combo != m_combos.end()) combo->second->setCurrentText(text);
    }
    read();
}

QString TrainForm::textOf(const std::string& key) const {
    const auto edit = m_edits.find(key);
    return edit != m_edits.end() ? edit->second->text() : m_combos.at(key)->currentText();
}

void TrainForm::read() {
    m_problems.clear();
    TrainSettings settings;
    for (const TrainField& field : trainFields())
        if (!field.set(settings, textOf(field.key).trimmed().toStdString())) m_problems.push_back({field.key, "is no such value"});
    for (Problem& problem : checkTrainSettings(settings)) m_problems.push_back(std::move(problem));
    m_settings = settings;
    QString message;
    for (const TrainField& field : trainFields())
        for (const Problem& problem : m_problems)
            if (message.isEmpty() && problem.field == field.key)
                message = QStringLiteral("%1 %2").arg(coreText(field.label), coreText(problem.message));
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    emit edited();
}

void TrainForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, errorColour(palette()));
    m_message->setPalette(colours);
}

} // namespace thetascope
