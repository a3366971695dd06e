// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/core_text.h"

#include "ui/text/core_texts.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <optional>
#include <vector>

namespace thetascope {
namespace {

const QLatin1String partSeparator("; "), pathSeparator(": ");
/// Sentences are at most so deep in each other; "a: b: c" and captures within captures.
constexpr int deepest = 6;

/// A sentence with gaps.
struct Template {
    const char* english = nullptr;
    QRegularExpression pattern; ///< one capture per gap
    std::vector<int> gaps;      ///< number of each capture's placeholder
    bool joined = false;        ///< holds the separator of parts itself
};

Template templateOf(const char* english) {
    static const QRegularExpression placeholder(QStringLiteral("%(\\d)"));
    const QString text = QString::fromUtf8(english);
    Template result{.english = english, .pattern = {}, .gaps = {}, .joined = text.contains(partSeparator)};
    QString pattern;
    qsizetype from = 0;
    for (auto each = placeholder.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        pattern += QRegularExpression::escape(text.mid(from, match.capturedStart() - from)) + QStringLiteral("(.+?)");
        result.gaps.push_back(match.captured(1).toInt());
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(from));
    result.pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    return result;
}

/// What the core can say.
struct Vocabulary {
    QHash<QString, const char*> whole;
    std::vector<Template> templates; ///< those with most words first, so that the closest fits

    Vocabulary() {
        for (const auto& list : {texts::settings(), texts::terms(), texts::training(), texts::presets(), texts::runs(),
                                 texts::problems(), texts::files()})
            for (const char* const english : list) {
                Template entry = templateOf(english);
                if (entry.gaps.empty()) whole.insert(QString::fromUtf8(english), english);
                else templates.push_back(std::move(entry));
            }
        std::ranges::stable_sort(templates, std::greater(), [](const Template& each) { return qstrlen(each.english); });
    }
};

const Vocabulary& vocabulary() {
    static const Vocabulary all;
    return all;
}

QString translated(const char* english) { return QCoreApplication::translate("Core", english); }

std::optional<QString> inLanguage(const QString& english, int depth);

QString orAsItIs(const QString& english, int depth) { return inLanguage(english, depth).value_or(english); }

std::optional<QString> byTemplate(const QString& english, bool joined, int depth) {
    for (const Template& each : vocabulary().templates) {
        if (each.joined != joined) continue;
        const QRegularExpressionMatch match = each.pattern.match(english);
        if (!match.hasMatch()) continue;
        QString sentence = translated(each.english);
        QStringList values{{}, {}, {}, {}, {}};
        for (std::size_t i = 0; i < each.gaps.size(); ++i)
            values[each.gaps[i]] = orAsItIs(match.captured(static_cast<int>(i) + 1), depth + 1);
        QString filled; // by hand: a value may hold a % of its own
        for (qsizetype at = 0; at < sentence.size(); ++at) {
            const int gap = sentence[at] == u'%' && at + 1 < sentence.size() ? sentence[at + 1].digitValue() : -1;
            const bool stands = gap >= 1 && gap < values.size();
            filled += stands ? values[gap] : QString(sentence[at]);
            if (stands) ++at;
        }
        return filled;
    }
    return std::nullopt;
}

/// "a; b": each part by itself.
std::optional<QString> byParts(const QString& english, int depth) {
    QStringList parts = english.split(partSeparator);
    bool known = false;
    for (QString& part : parts) {
        const auto words = inLanguage(part, depth + 1);
        known = known || words;
        part = words.value_or(part);
    }
    return known ? std::optional(parts.join(partSeparator)) : std::nullopt;
}

/// "path: reason": what is behind the first separator that leaves something known.
std::optional<QString> behindPath(const QString& english, int depth) {
    for (qsizetype at = english.indexOf(pathSeparator); at >= 0; at = english.indexOf(pathSeparator, at + 1))
        if (const auto reason = inLanguage(english.mid(at + pathSeparator.size()), depth + 1))
            return english.left(at + pathSeparator.size()) + *reason;
    return std::nullopt;
}

std::optional<QString> inLanguage(const QString& english, int depth) {
    if (depth > deepest || english.isEmpty()) return std::nullopt;
    if (const auto found = vocabulary().whole.constFind(english); found != vocabulary().whole.cend()) return translated(*found);
    if (auto sentence = byTemplate(english, true, depth)) return sentence;
    if (english.contains(partSeparator)) {
        if (auto sentence = byParts(english, depth)) return sentence;
        return behindPath(english, depth);
    }
    if (auto sentence = byTemplate(english, false, depth)) return sentence;
    return behindPath(english, depth);
}

} // namespace

QString coreText(const QString& english) { return orAsItIs(english, 0); }

QString coreText(const std::string& english) { return coreText(QString::fromStdString(english)); }

bool isCoreText(const std::string& english) { return vocabulary().whole.contains(QString::fromStdString(english)); }

} // namespace thetascope
