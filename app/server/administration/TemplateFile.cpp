// SPDX-License-Identifier: Apache-2.0
#include "server/administration/TemplateFile.h"

#include "protocol/StrictJson.h"
#include "server/administration/GuardEntry.h"

#include <QFile>

// The macro declares a function and so must stand outside every namespace.
static void registerAlertResources()
{
    Q_INIT_RESOURCE(handbell_alerts);
}

namespace handbell::administration {

namespace {

struct StepEntry
{
    int afterSeconds = 0;
    QString toRole;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("after_s", self.afterSeconds);
        visit.required("to_role", self.toRole, protocol::MaxLength{40});
    }
};

struct TemplateEntry
{
    QString key;
    QString textEn;
    std::optional<QString> textCy;
    protocol::Importance importance = protocol::Importance::Routine;
    int lifetimeSeconds = 600;
    std::vector<protocol::Reply> replies;
    std::optional<std::vector<StepEntry>> escalation;
    std::optional<bool> takesNote;
    std::optional<bool> gathers;
    std::optional<std::vector<QString>> senders;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("key", self.key);
        visit.required("text_en", self.textEn);
        visit.optional("text_cy", self.textCy);
        visit.required("importance", self.importance);
        visit.required("lifetime_s", self.lifetimeSeconds);
        visit.required("replies", self.replies, protocol::MaxCount{4});
        visit.optional("escalation", self.escalation, protocol::MaxCount{5});
        visit.optional("takes_note", self.takesNote);
        visit.optional("gathers", self.gathers);
        visit.optional("senders", self.senders, protocol::MaxCount{20});
    }
};

protocol::AlertTemplate toTemplate(TemplateEntry entry)
{
    protocol::AlertTemplate made;
    made.key = std::move(entry.key);
    made.textEn = std::move(entry.textEn);
    made.textCy = std::move(entry.textCy).value_or(QString());
    made.importance = entry.importance;
    made.lifetimeSeconds = entry.lifetimeSeconds;
    made.replies = std::move(entry.replies);
    for (StepEntry &step : entry.escalation.value_or(std::vector<StepEntry>()))
        made.escalation.push_back({step.afterSeconds, protocol::Address::ofRole(std::move(step.toRole))});
    made.takesNote = entry.takesNote.value_or(true);
    made.gathers = entry.gathers;
    made.senders = std::move(entry.senders);
    return made;
}

} // namespace

Result<std::vector<protocol::AlertTemplate>> readTemplateFile(const QByteArray &json)
{
    const auto object = protocol::parseObject(json);
    if (!object)
        return object.error();
    const QJsonArray entries = object->value(QLatin1String("templates")).toArray();
    if (object->size() != 1 || entries.isEmpty()) {
        return Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("the file holds one member, \"templates\": a list with at least one entry")};
    }
    std::vector<protocol::AlertTemplate> templates;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject given = entries.at(i).toObject();
        auto entry = protocol::fromJson<TemplateEntry>(given);
        const auto strays =
            entry ? protocol::refuseStrays(given, protocol::toJson(*entry)) : Result<void>(entry.error());
        if (!strays) {
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("templates[%1]: %2").arg(i).arg(strays.error().detail)};
        }
        templates.push_back(toTemplate(*std::move(entry)));
    }
    return templates;
}

Result<std::vector<protocol::AlertTemplate>> defaultTemplates()
{
    registerAlertResources();
    QFile file(QStringLiteral(":/handbell/alerts/templates.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal,
                     QStringLiteral("this program was built without its alert templates")};
    return readTemplateFile(file.readAll());
}

Result<void> saveTemplates(Plan &plan, const std::vector<protocol::AlertTemplate> &templates)
{
    for (size_t i = 0; i < templates.size(); ++i) {
        if (const auto saved = plan.saveTemplate(templates[i]); !saved)
            return Error{saved.error().code,
                         QStringLiteral("templates[%1]: %2").arg(i).arg(saved.error().detail)};
    }
    return {};
}

Result<protocol::GuardSettings> readGuardFile(const QByteArray &json)
{
    auto entry = protocol::readStrictly<GuardEntry>(json);
    if (!entry)
        return entry.error();
    return toSettings(*std::move(entry));
}

} // namespace handbell::administration
