// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "client/SecretStore.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>

namespace handbell::client {

//! The two tokens of a workstation, in memory and in the keychain under one profile's prefix. Where there is
//! no keychain they last as long as the program. Main thread only.
class Credentials final : public QObject
{
    Q_OBJECT

public:
    struct MemberToken
    {
        MemberId member;
        QByteArray token;
    };

    Credentials(SecretStore &secrets, QString prefix, QObject *parent = nullptr);

    //! Reads both; \a done is called once, whatever came of it.
    void load(std::function<void()> done);

    [[nodiscard]] const std::optional<QByteArray> &workstation() const { return m_workstation; }
    [[nodiscard]] const std::optional<MemberToken> &member() const { return m_member; }
    //! False once the keychain said that there is none.
    [[nodiscard]] bool isKept() const { return m_kept; }

    void setWorkstation(const QByteArray &token);
    void setMember(const MemberToken &token);
    //! Forgotten here at once; the future says when the keychain has forgotten too.
    QFuture<Result<void>> forgetMember();
    void forgetWorkstation();

private:
    void write(const QString &name, const QByteArray &value);
    [[nodiscard]] QString workstationName() const;
    [[nodiscard]] QString memberName() const;

    SecretStore &m_secrets;
    const QString m_prefix;
    std::optional<QByteArray> m_workstation;
    std::optional<MemberToken> m_member;
    bool m_kept = true;
};

} // namespace handbell::client
