// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ui/scripting/ScriptRequest.h"
#include "ui/shell/Shell.h"

#include <QString>

#include <optional>

namespace handbell::ui {

//! What handbell was started with. Read before there is an application, so that --help and --version work
//! without a display.
struct CommandLine
{
    QString profile = QStringLiteral("default");
    Shell::Opening opening = Shell::Opening::Window;
    QString invitation;                    //!< handbell://join/…, or empty
    std::optional<QString> output;         //!< to be printed instead of starting: help or version
    std::optional<ScriptRequest> script{}; //!< to be asked of the one that runs, instead of starting
    bool json = false;                     //!< the script's answer as JSON

    //! InvalidArgument, with what to tell whoever typed it.
    [[nodiscard]] static Result<CommandLine> parse(int argc, char **argv);
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace handbell::ui
