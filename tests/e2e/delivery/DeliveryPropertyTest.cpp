// SPDX-License-Identifier: Apache-2.0
#include "DeliveryWorld.h"
#include "tests/support/TestProgram.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;

// HANDBELL_DELIVERY_SEED=n plays seed n alone, HANDBELL_DELIVERY_SCHEDULES=n as many from seed
// HANDBELL_DELIVERY_FIRST (1) on.

namespace {

quint32 numberFrom(const char *name, quint32 fallback)
{
    bool given = false;
    const uint value = qEnvironmentVariable(name).toUInt(&given);
    return given ? value : fallback;
}

} // namespace

class DeliveryPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostDoubledOrOutOfOrder()
    {
        QLoggingCategory::installFilter([](QLoggingCategory *category) {
            for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg})
                category->setEnabled(type, false);
        });
        // In memory where there is such a place: each workstation's outbox goes to the disk with every
        // message.
        const QByteArray memory = "/dev/shm";
        if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(QString::fromLatin1(memory)).isWritable())
            qputenv("TMPDIR", memory);
        DeliveryWorld world;
        QVERIFY(world.isMade());
        const quint32 only = numberFrom("HANDBELL_DELIVERY_SEED", 0);
        const quint32 first = only > 0 ? only : numberFrom("HANDBELL_DELIVERY_FIRST", 1);
        const quint32 count = only > 0 ? 1 : numberFrom("HANDBELL_DELIVERY_SCHEDULES", 100);
        for (quint32 seed = first; seed < first + count; ++seed) {
            const QString complaint = world.play(seed);
            QVERIFY2(complaint.isEmpty(),
                     qPrintable(QStringLiteral("HANDBELL_DELIVERY_SEED=%1: %2").arg(seed).arg(complaint)));
        }
        std::fprintf(stderr, "%u schedules from seed %u on: %lld messages, %lld kills, %lld cuts\n", count,
                     first, static_cast<long long>(world.posts()), static_cast<long long>(world.kills()),
                     static_cast<long long>(world.cuts()));
    }
};

HANDBELL_TEST(DeliveryPropertyTest)
#include "DeliveryPropertyTest.moc"
