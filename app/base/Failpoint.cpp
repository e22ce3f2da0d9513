// SPDX-License-Identifier: Apache-2.0
#include "base/Failpoint.h"

#ifdef HANDBELL_FAILPOINTS
#include <QByteArray>

#include <atomic>
#include <cstdlib>

namespace handbell {

namespace {

constexpr int exitCode = 86;

struct ArmedFailpoint
{
    ArmedFailpoint()
    {
        const QByteArray setting = qgetenv("HANDBELL_FAILPOINT");
        const qsizetype colon = setting.lastIndexOf(':');
        name = setting.left(colon);
        left = setting.mid(colon + 1).toInt();
    }

    QByteArray name;
    std::atomic<int> left = 0;
};

} // namespace

void passFailpoint(const char *name)
{
    static ArmedFailpoint armed;
    if (armed.name == name && armed.left.fetch_sub(1) == 1)
        std::_Exit(exitCode);
}

} // namespace handbell
#endif
