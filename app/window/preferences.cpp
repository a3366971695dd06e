// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/preferences.h"

#include "ui/render/colour_map.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTranslator>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

namespace thetascope {
namespace {

const QString translationsFolder = QStringLiteral(":/translations");
constexpr double percent = 100;

int within(const QVariant& value, int least, int most, int otherwise) {
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

/// Puts one translation to use, for good; false if there is none.
bool install(const QLocale& locale, const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) return false;
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

Preferences Preferences::stored() {
    const QSettings settings;
    Preferences preferences;
    preferences.theme = static_cast<Theme>(within(settings.value(QStringLiteral("theme")), 0, 2, 0));
    const QString map = settings.value(QStringLiteral("colourMap")).toString();
    if (ColourMap::exists(map)) preferences.colourMap = map;
    const QString language = settings.value(QStringLiteral("language")).toString();
    if (knownLanguages().contains(language)) preferences.language = language;
    preferences.threads = within(settings.value(QStringLiteral("threads")), 0, mostThreads, preferences.threads);
    preferences.historyMegabytes =
        within(settings.value(QStringLiteral("historyMegabytes")), leastHistory, mostHistory, preferences.historyMegabytes);
    preferences.memoryMegabytes = within(settings.value(QStringLiteral("memoryMegabytes")), 0, mostMemory, preferences.memoryMegabytes);
    preferences.stepsOfRunN = within(settings.value(QStringLiteral("stepsOfRunN")), 1, mostSteps, preferences.stepsOfRunN);
    const double scale = settings.value(QStringLiteral("textScale"), 1.0).toDouble();
    if (scale >= smallestText && scale <= largestText) preferences.textScale = scale;
    return preferences;
}

void Preferences::store() const {
    QSettings settings;
    settings.setValue(QStringLiteral("theme"), static_cast<int>(theme));
    settings.setValue(QStringLiteral("colourMap"), colourMap);
    settings.setValue(QStringLiteral("language"), language);
    settings.setValue(QStringLiteral("threads"), threads);
    settings.setValue(QStringLiteral("historyMegabytes"), historyMegabytes);
    settings.setValue(QStringLiteral("memoryMegabytes"), memoryMegabytes);
    settings.setValue(QStringLiteral("stepsOfRunN"), stepsOfRunN);
    settings.setValue(QStringLiteral("textScale"), textScale);
}

QStringList knownLanguages() {
    QStringList languages{QStringLiteral("en")};
    for (const QString& file : QDir(translationsFolder).entryList({QStringLiteral("thetascope_*.qm")}, QDir::Files))
        languages << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return languages;
}

void installLanguage(const QString& preferred) {
    QLocale::setDefault(QLocale::c()); // numbers have a point in every language, as in files, flags and expressions
    const QLocale locale = preferred.isEmpty() ? QLocale::system() : QLocale(preferred);
    if (!install(locale, QStringLiteral("thetascope"), translationsFolder)) return; // English, as written
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    build();
    fill(preferences);
    for (QComboBox* const box : {m_theme, m_colourMap, m_language})
        connect(box, &QComboBox::activated, this, [this] { emit edited(this->preferences()); });
    for (QSpinBox* const box : {m_threads, m_history, m_memory, m_steps, m_textScale})
        connect(box, &QSpinBox::valueChanged, this, [this] { emit edited(this->preferences()); });
    connect(this, &QDialog::rejected, this, [this, preferences] { emit edited(preferences); });
}

void PreferencesDialog::build() {
    auto* const column = new QVBoxLayout(this);
    auto* const form = new QFormLayout;
    const auto choice = [&](const QString& label, const char* name) {
        auto* const box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        form->addRow(label, box);
        return box;
    };
    const auto number = [&](const QString& label, const char* name, int least, int most, const QString& suffix) {
        auto* const box = new QSpinBox(this);
        box->setObjectName(QLatin1String(name));
        box->setRange(least, most);
        box->setSuffix(suffix);
        form->addRow(label, box);
        return box;
    };
    m_theme = choice(tr("&Theme:"), "theme");
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_colourMap = choice(tr("&Colour map of new windows:"), "colourMap");
    m_colourMap->addItems(ColourMap::names());
    m_language = choice(tr("&Language:"), "language");
    m_language->addItem(tr("As the system"), QString());
    for (const QString& language : knownLanguages())
        m_language->addItem(QLocale(language).nativeLanguageName(), language);
    m_language->setToolTip(tr("Used from the next start on"));
    const int smallest = qRound(percent * Preferences::smallestText), largest = qRound(percent * Preferences::largestText);
    m_textScale = number(tr("Te&xt size:"), "textScale", smallest, largest, tr(" %"));
    constexpr int textStep = 5;
    m_textScale->setSingleStep(textStep);
    m_threads = number(tr("Compute t&hreads:"), "threads", 0, Preferences::mostThreads, {});
    m_threads->setSpecialValueText(tr("all processors but one"));
    m_history = number(tr("Memory for a run's &history:"), "history", Preferences::leastHistory, Preferences::mostHistory, tr(" MB"));
    constexpr int historyStep = 64;
    m_history->setSingleStep(historyStep);
    m_history->setToolTip(tr("Of a run that needs more, the first, the best, the last and a log-spaced choice of iterations are kept"));
    m_memory = number(tr("&Memory for the program:"), "memory", 0, Preferences::mostMemory, tr(" MB"));
    constexpr int memoryStep = 500;
    m_memory->setSingleStep(memoryStep);
    m_memory->setSpecialValueText(tr("most of what is free"));
    m_memory->setToolTip(tr("A run that would take more is refused before it begins, and told what would fit"));
    m_steps = number(tr("&Steps of Shift+F10:"), "steps", 1, Preferences::mostSteps, {});
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QAbstractButton::clicked, this, [this] {
        fill(Preferences{});
        emit edited(Preferences{});
    });
    column->addLayout(form);
    column->addWidget(buttons);
}

void PreferencesDialog::fill(const Preferences& preferences) {
    const QSignalBlocker threads(m_threads), history(m_history), memory(m_memory), steps(m_steps), text(m_textScale);
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    m_colourMap->setCurrentText(preferences.colourMap);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_threads->setValue(preferences.threads);
    m_history->setValue(preferences.historyMegabytes);
    m_memory->setValue(preferences.memoryMegabytes);
    m_steps->setValue(preferences.stepsOfRunN);
    m_textScale->setValue(qRound(percent * preferences.textScale));
}

Preferences PreferencesDialog::preferences() const {
    Preferences preferences;
    preferences.theme = static_cast<Theme>(m_theme->currentIndex());
    preferences.colourMap = m_colourMap->currentText();
    preferences.language = m_language->currentData().toString();
    preferences.threads = m_threads->value();
    preferences.historyMegabytes = m_history->value();
    preferences.memoryMegabytes = m_memory->value();
    preferences.stepsOfRunN = m_steps->value();
    preferences.textScale = m_textScale->value() / percent;
    return preferences;
}

} // namespace thetascope
