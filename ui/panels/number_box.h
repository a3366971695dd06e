// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings_fields.h"

#include <QAbstractSpinBox>
#include <optional>

namespace thetascope {

/// A spin box for a real or a whole number that may be left open: then it is empty and shows "auto (2048)". Numbers are
/// written in the fewest digits that read back the same, in the C locale as on the command line. What is typed counts at
/// once, so that a shortcut never misses it. The wheel turns it only while it has the focus: panels scroll.
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT

public:
    enum class Kind { real, integer };

    explicit NumberBox(Kind kind, QWidget* parent = nullptr);

    void setRange(double minimum, double maximum);
    void setIncrement(double increment) { m_increment = increment; }
    /// Steps of a tenth of the value's decade instead (for weights from 1e-6 to 1e6); from 0 to 1 or -1.
    void setAdaptive(bool adaptive) { m_adaptive = adaptive; }
    void setOptional(bool optional);
    /// What "auto" stands for; a step from auto starts there.
    void setAutoValue(std::optional<double> value);

    /// monostate (only if optional), double or int64. Does not emit. Leaves the text alone if it already says so.
    void setValue(const FieldValue& value);
    FieldValue value() const { return m_value; }

    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QLineEdit* edit() const { return lineEdit(); }

signals:
    void edited();                            ///< value() already has it
    void textRefused(const QString& message); ///< what was typed is not a number; value() keeps the last good one

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    std::optional<FieldValue> parse(const QString& text) const;
    void typed(const QString& text);
    double number() const;
    double stepSize(double at) const;
    void writeText();

    Kind m_kind;
    FieldValue m_value;
    double m_minimum = 0, m_maximum = 0, m_increment = 1;
    bool m_optional = false, m_adaptive = false;
    std::optional<double> m_auto;
};

} // namespace thetascope
