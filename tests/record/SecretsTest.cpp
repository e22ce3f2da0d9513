// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

namespace {

QByteArray digest(char fill)
{
    return QByteArray(32, fill);
}

TokenEntry ofMember(char fill, MemberId member, WorkstationId workstation)
{
    return {digest(fill), TokenKind::Member, member, workstation, {}};
}

TokenEntry ofPc(char fill, WorkstationId workstation)
{
    return {digest(fill), TokenKind::Workstation, {}, workstation, {}};
}

//! Priya on both PCs (p, q), Dr Patel on one (a), both PCs enrolled (d, r), Priya's password.
void settle(RecordFixture &record)
{
    const std::vector<SecretChange> changes{
        SetCredential{priya, str("$scrypt$hash")},
        AddToken{ofMember('p', priya, deskPc)},
        AddToken{ofMember('q', priya, room3Pc)},
        AddToken{ofMember('a', patel, room3Pc)},
        AddToken{ofPc('d', deskPc)},
        AddToken{ofPc('r', room3Pc)},
    };
    QVERIFY(record->changeSecrets(changes, minute(1)).ok());
}

//! The tokens that are still valid, as their fill characters.
QString valid(RecordFixture &record)
{
    QString found;
    for (const char fill : {'p', 'q', 'a', 'd', 'r', 'n'}) {
        if (record->secrets().token(digest(fill)).valueOr(std::nullopt))
            found += QLatin1Char(fill);
    }
    return found;
}

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptAndFound()
    {
        RecordFixture record;
        settle(record);
        QCOMPARE(*record->secrets().credential(priya), std::optional(str("$scrypt$hash")));
        QCOMPARE(*record->secrets().credential(patel), std::optional<QString>());
        TokenEntry expected = ofMember('q', priya, room3Pc);
        expected.createdAt = minute(1);
        QVERIFY(*record->secrets().token(digest('q')) == expected);
        QVERIFY(!*record->secrets().token(digest('x')));
        QCOMPARE(*record->secrets().tokenCount(), 5);
    }

    void eventsEndSecrets_data()
    {
        using namespace protocol;
        MemberChanged disabled;
        disabled.member = priya;
        disabled.disabled = true;
        MemberChanged enabled = disabled;
        enabled.disabled = false;
        MemberChanged promoted;
        promoted.member = priya;
        promoted.role = str("Lead receptionist");
        QTest::addColumn<EventDraft>("draft");
        QTest::addColumn<QString>("left");
        QTest::addColumn<bool>("password");
        QTest::newRow("disabled") << by({}, disabled) << "adr" << true;
        QTest::newRow("enabled") << by({}, enabled) << "pqadr" << true;
        QTest::newRow("role") << by({}, promoted) << "pqadr" << true;
        QTest::newRow("password reset") << by({}, PasswordReset{priya}) << "adr" << false;
        QTest::newRow("password set") << by(priya, PasswordSet{priya}) << "adr" << true;
        QTest::newRow("signed out") << by(priya, MemberSignedOut{priya, room3Pc, SignOutReason::SignedOut})
                                    << "padr" << true;
        QTest::newRow("workstation removed") << by({}, WorkstationRemoved{room3Pc}) << "pd" << true;
        QTest::newRow("message") << message(priya, "Morning") << "pqadr" << true;
    }

    void eventsEndSecrets()
    {
        QFETCH(EventDraft, draft);
        QFETCH(QString, left);
        QFETCH(bool, password);
        RecordFixture record;
        settle(record);
        QVERIFY(record.seqOf(draft).isValid());
        QCOMPARE(valid(record), left);
        QCOMPARE(record->secrets().credential(priya)->has_value(), password);
    }

    void joiningIsOneTransaction()
    {
        RecordFixture record;
        settle(record);
        EventGroup joining(by(priya, protocol::PasswordSet{priya}));
        joining.drafts.push_back(by(priya, protocol::MemberSignedIn{priya, deskPc}));
        joining.secrets = {SetCredential{priya, str("$scrypt$new")}, AddToken{ofMember('n', priya, deskPc)}};
        QVERIFY(record.seqOf(joining).isValid());
        QCOMPARE(valid(record), str("adrn")); // the new token outlives what the event ends
        QCOMPARE(*record->secrets().credential(priya), std::optional(str("$scrypt$new")));
    }

    void aRefusedGroupKeepsNoSecret()
    {
        RecordFixture record;
        EventGroup refused(by({}, protocol::RoomRenamed{RoomId{999}, str("Nowhere")}));
        refused.secrets = {SetCredential{priya, str("$scrypt$new")}};
        QCOMPARE(codeOf(record.append(refused)), ErrorCode::InvalidField);
        QCOMPARE(*record->secrets().credential(priya), std::optional<QString>());
    }

    void aTokenReplacesTheOneBefore()
    {
        RecordFixture record;
        settle(record);
        const std::vector<SecretChange> again{AddToken{ofMember('n', priya, deskPc)}};
        QVERIFY(record->changeSecrets(again, minute(2)).ok());
        QCOMPARE(valid(record), str("qadrn"));
        const std::vector<SecretChange> enrolled{DropToken{digest('n')}, AddToken{ofPc('n', deskPc)}};
        QVERIFY(record->changeSecrets(enrolled, minute(3)).ok());
        QCOMPARE(valid(record), str("qarn"));
    }

    void incompleteTokensAreRefused_data()
    {
        QTest::addColumn<TokenEntry>("token");
        TokenEntry shortDigest = ofPc('d', deskPc);
        shortDigest.digest.chop(1);
        QTest::newRow("digest") << shortDigest;
        QTest::newRow("no workstation") << ofMember('p', priya, {});
        QTest::newRow("no member") << ofMember('p', {}, deskPc);
        TokenEntry mixed = ofPc('d', deskPc);
        mixed.member = priya;
        QTest::newRow("a workstation's with a member") << mixed;
    }

    void incompleteTokensAreRefused()
    {
        QFETCH(TokenEntry, token);
        RecordFixture record;
        const std::vector<SecretChange> changes{SetCredential{priya, str("$scrypt$hash")}, AddToken{token}};
        QCOMPARE(record->changeSecrets(changes, minute(1)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(*record->secrets().credential(priya), std::optional<QString>());
        EventGroup group = message(priya, "Morning");
        group.secrets = {AddToken{token}};
        QCOMPARE(codeOf(record.append(group)), ErrorCode::InvalidArgument);
        QCOMPARE(record->head()->seq, founded);
    }

    void whomASignInEnds()
    {
        RecordFixture record;
        settle(record);
        const auto ended = record->secrets().signedIn(patel, deskPc);
        QVERIFY(ended.ok());
        QCOMPARE(ended->size(), size_t{2}); // Dr Patel in room 3, Priya at the desk
        QCOMPARE((*ended)[0].digest, digest('p'));
        QCOMPARE((*ended)[1].digest, digest('a'));
    }
};

HANDBELL_TEST(SecretsTest)
#include "SecretsTest.moc"
