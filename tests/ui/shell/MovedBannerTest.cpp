// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MovedBanner.h"

#include "client/MemorySecretStore.h"
#include "client/Profile.h"
#include "client/Session.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QTemporaryDir>

using namespace handbell;

class MovedBannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereOneWasUntilItIsClosed()
    {
        const QTemporaryDir folder;
        auto profile = *client::Profile::open(QStringLiteral("default"), QDir(folder.path()));
        client::MemorySecretStore secrets;
        const VirtualClock clock;
        SeededRandom random{1};
        client::Session session(profile, secrets, testing::ScriptedServer::noChannels(), clock, random);
        const ui::Theme theme(ui::ThemeKind::Light);
        QWidget window;
        ui::MovedBanner banner(theme, session, &window);
        window.show();
        QVERIFY(!banner.isVisible());

        Q_EMIT session.moved({QStringLiteral("Front desk 1"), true});
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.accessibleName(),
                 QStringLiteral("You were signed in at Front desk 1: that screen was cleared and your alerts "
                                "come here now."));
        banner.findChild<QAbstractButton *>()->click();
        QVERIFY(!banner.isVisible());

        // A screen that could not be cleared is not said to be.
        Q_EMIT session.moved({QStringLiteral("Front desk 2"), false});
        QVERIFY(banner.isVisible());
        QVERIFY(!banner.accessibleName().contains(QStringLiteral("cleared")));
        QVERIFY(banner.accessibleName().contains(QStringLiteral("not connected")));
    }
};

HANDBELL_TEST(MovedBannerTest)
#include "MovedBannerTest.moc"
