// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train_settings.h"

#include <QWidget>
#include <map>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;

namespace thetascope {

/// A form of every setting of a training, made from trainFields(). Problems are shown below it.
class TrainForm : public QWidget {
    Q_OBJECT
public:
    explicit TrainForm(QWidget* parent = nullptr);

    /// As typed; a text that is no value leaves its setting as it is by default, and is a problem.
    TrainSettings settings() const { return m_settings; }
    void setSettings(const TrainSettings& settings);
    bool usable() const { return m_problems.empty(); }

signals:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    QString textOf(const std::string& key) const;

    TrainSettings m_settings;
    Problems m_problems;
    QComboBox* m_recipe;
    QLabel* m_message;
    std::map<std::string, QLineEdit*> m_edits;
    std::map<std::string, QComboBox*> m_combos;
};

} // namespace thetascope
