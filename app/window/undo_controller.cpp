// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/undo_controller.h"

#include "core/model/settings_fields.h"
#include "ui/text/core_text.h"

#include <QStringList>
#include <QUndoCommand>
#include <algorithm>
#include <utility>
#include <vector>

namespace thetascope {
namespace {

/// Changes of one setting that follow each other within this time are one step, ms.
constexpr qint64 oneGestureMilliseconds = 1000;
constexpr int mostSteps = 500;
/// Names of so many settings fit into a menu.
constexpr int mostNames = 2;
constexpr int settingsId = 1;

std::vector<const SettingsField*> differences(const Settings& first, const Settings& second) {
    std::vector<const SettingsField*> fields;
    for (const SettingsField& field : settingsFields())
        if (field.get(first) != field.get(second)) fields.push_back(&field);
    return fields;
}

QString inWords(const std::vector<const SettingsField*>& fields) {
    QStringList names;
    for (const SettingsField* const field : fields) names << coreText(field->label);
    return names.size() <= mostNames ? names.join(QStringLiteral(", ")) : UndoController::tr("%1 settings").arg(names.size());
}

class SettingsCommand : public QUndoCommand {
public:
    SettingsCommand(std::function<void(const Settings&)> apply, Settings before, Settings after, bool continues)
        : m_apply(std::move(apply)), m_before(std::move(before)), m_after(std::move(after)),
          m_fields(differences(m_before, m_after)), m_continues(continues) {
        setText(inWords(m_fields));
    }

    void undo() override { m_apply(m_before); }
    void redo() override {
        if (!std::exchange(m_done, true)) return; // it was the person who did it
        m_apply(m_after);
    }
    int id() const override { return settingsId; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto& later = static_cast<const SettingsCommand&>(*other);
        if (!later.m_continues || m_fields.size() != 1 || later.m_fields != m_fields) return false;
        m_after = later.m_after;
        setObsolete(differences(m_before, m_after).empty());
        return true;
    }

    bool isLive() const {
        return std::ranges::all_of(m_fields, [](const SettingsField* field) { return field->live; });
    }

private:
    std::function<void(const Settings&)> m_apply;
    Settings m_before, m_after;
    std::vector<const SettingsField*> m_fields;
    bool m_continues, m_done = false;
};

} // namespace

UndoController::UndoController(std::function<void(const Settings&)> apply, QObject* parent)
    : QObject(parent), m_apply([this, apply = std::move(apply)](const Settings& settings) {
          m_applying = true;
          apply(settings);
          m_applying = false;
      }) {
    m_stack.setUndoLimit(mostSteps);
}

void UndoController::record(const Settings& before, const Settings& after) {
    if (m_applying || differences(before, after).empty()) return;
    const bool continues = m_sinceLast.isValid() && m_sinceLast.elapsed() < oneGestureMilliseconds;
    m_sinceLast.start();
    m_stack.push(new SettingsCommand(m_apply, before, after, continues));
}

void UndoController::clear() {
    m_stack.clear();
    m_sinceLast.invalidate();
}

bool UndoController::mayApply(int index) {
    const auto* const command = dynamic_cast<const SettingsCommand*>(m_stack.command(index));
    if (command == nullptr) return false;
    if (!m_runActive || command->isLive()) return true;
    emit refused(tr("%1 can't change while a descent runs; stop it first").arg(command->text()));
    return false;
}

void UndoController::undo() {
    m_sinceLast.invalidate();
    if (mayApply(m_stack.index() - 1)) m_stack.undo();
}

void UndoController::redo() {
    m_sinceLast.invalidate();
    if (mayApply(m_stack.index())) m_stack.redo();
}

} // namespace thetascope
