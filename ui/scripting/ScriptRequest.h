// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "protocol/Fields.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace handbell::ui {

//! What a command's exit status says. Scripts depend on the numbers.
enum class ScriptExit {
    Done = 0,      //!< as asked; with --wait: the alert was answered
    Failed = 1,    //!< refused, or it went wrong
    Usage = 2,     //!< the command line makes no sense
    NotThere = 3,  //!< Handbell does not run here, or nobody is signed in, or it is not connected
    Shown = 4,     //!< with --wait: on somebody's screen, not answered
    Delivered = 5, //!< with --wait: on somebody's workstation, held or not yet shown
    Nobody = 6,    //!< with --wait: reached nobody
};

//! One command for the Handbell that runs in this desktop session: "alert", "status" or "who". Value type;
//! travels as one line of JSON between programs of one user.
struct ScriptRequest
{
    static constexpr const char *alertVerb = "alert";
    static constexpr const char *statusVerb = "status";
    static constexpr const char *whoVerb = "who";

    QString verb;
    std::optional<QString> to{}; //!< "room:Consulting room 3", "person:…", "role:…", "group:…", "everyone"
    std::optional<QString> alertTemplate{}; //!< a template's key, or the beginning of one
    std::optional<QString> note{};
    std::optional<int> waitSeconds{};   //!< how long to wait for an answer
    std::optional<QString> state{};     //!< "in-consultation"; absent: only say the state
    std::optional<QString> untilTime{}; //!< "10:40", local

    //! The longest wait: no alert lives longer.
    static constexpr int longestWait = 24 * 60 * 60;

    friend bool operator==(const ScriptRequest &, const ScriptRequest &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        using protocol::MaxLength;
        visit.required("verb", self.verb, MaxLength{10});
        visit.optional("to", self.to, MaxLength{120});
        visit.optional("template", self.alertTemplate, MaxLength{40});
        visit.optional("note", self.note, MaxLength{120});
        visit.optional("wait_s", self.waitSeconds);
        visit.optional("state", self.state, MaxLength{20});
        visit.optional("until", self.untilTime, MaxLength{5});
    }

    //! Whether \a word begins a command.
    [[nodiscard]] static bool isVerb(const QString &word);
    //! What was typed: \a words begin with the verb. InvalidArgument with what to tell whoever typed it.
    [[nodiscard]] static Result<ScriptRequest> parse(const QStringList &words);
};

//! What became of a command: once for people, once for programs.
struct ScriptAnswer
{
    ScriptExit exit = ScriptExit::Done;
    QString text;
    QJsonObject json;

    [[nodiscard]] QByteArray toJson() const; //!< in one line
    [[nodiscard]] static std::optional<ScriptAnswer> fromJson(const QByteArray &line);
};

} // namespace handbell::ui
