// SPDX-License-Identifier: Apache-2.0
#include "client/KeychainSecretStore.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;

// Where no keychain answers, as on a headless machine, the refusal must be clear and quick. Where there is
// one, this test leaves it alone.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system always has a keychain");
#endif
        // No bus, no keychain: nothing outside is touched.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("XDG_CURRENT_DESKTOP");
        qunsetenv("DESKTOP_SESSION");
    }

    void withoutAKeychainEveryCallSaysSo()
    {
        client::KeychainSecretStore store;
        const auto read = store.read(QStringLiteral("test/none"));
        QTRY_VERIFY(read.isFinished());
        QVERIFY(!read.result().ok());
        QCOMPARE(read.result().error().code, ErrorCode::KeychainUnavailable);
        const auto write = store.write(QStringLiteral("test/none"), "value");
        QTRY_VERIFY(write.isFinished());
        QVERIFY(!write.result().ok());
        QCOMPARE(write.result().error().code, ErrorCode::KeychainUnavailable);
        const auto removed = store.remove(QStringLiteral("test/none"));
        QTRY_VERIFY(removed.isFinished());
        QVERIFY(!removed.result().ok());
    }
};

HANDBELL_TEST(KeychainTest)
#include "KeychainTest.moc"
