// SPDX-License-Identifier: Apache-2.0
#include "platform/LaunchRegistration.h"

#include <QDir>
#include <QSettings>

namespace handbell::platform {

namespace {

// Per user, so that no rights are needed; the installer writes the same for everybody.
const auto runKey = QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
const auto schemeKey = QStringLiteral("HKEY_CURRENT_USER\\Software\\Classes\\handbell");
const auto sharedSchemeKey = QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Classes\\handbell");
const auto valueName = QStringLiteral("Handbell");

Result<void> outcome(QSettings &settings)
{
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotPermitted, QStringLiteral("the registry refused")};
}

class RegistryLaunchRegistration final : public LaunchRegistration
{
public:
    explicit RegistryLaunchRegistration(const QString &program)
        : m_program(QLatin1Char('"') + QDir::toNativeSeparators(program) + QLatin1Char('"'))
    {
    }

    bool startsAtLogOn() const override
    {
        return QSettings(runKey, QSettings::NativeFormat).contains(valueName);
    }

    Result<void> startAtLogOn() override
    {
        QSettings run(runKey, QSettings::NativeFormat);
        run.setValue(valueName, QString(m_program + QStringLiteral(" --minimised")));
        return outcome(run);
    }

    Result<void> doNotStartAtLogOn() override
    {
        QSettings run(runKey, QSettings::NativeFormat);
        run.remove(valueName);
        return outcome(run);
    }

    Result<void> openLinks() override
    {
        const auto commandName = QStringLiteral("shell/open/command/Default");
        if (QSettings(sharedSchemeKey, QSettings::NativeFormat).contains(commandName))
            return {};
        QSettings scheme(schemeKey, QSettings::NativeFormat);
        scheme.setValue(QStringLiteral("Default"), QStringLiteral("URL:Handbell"));
        scheme.setValue(QStringLiteral("URL Protocol"), QString());
        scheme.setValue(commandName, QString(m_program + QStringLiteral(" \"%1\"")));
        return outcome(scheme);
    }

private:
    const QString m_program;
};

} // namespace

std::unique_ptr<LaunchRegistration> LaunchRegistration::make(const QString &program)
{
    return std::make_unique<RegistryLaunchRegistration>(program);
}

} // namespace handbell::platform
