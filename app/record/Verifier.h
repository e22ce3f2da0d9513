// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: the walk behind Record::verify().

#include "record/Canonical.h"
#include "record/Verification.h"
#include "storage/Database.h"

namespace handbell::record {

//! Walks the record once. Expects to stand in a read transaction.
class Verifier
{
public:
    Verifier(storage::Database &database, QByteArray publicKey)
        : m_database(&database)
        , m_publicKey(std::move(publicKey))
    {
    }

    [[nodiscard]] Result<VerifyReport> run(const VerifyProgress &progress);
    //! What \a checkpoint proves wrong, or nothing.
    [[nodiscard]] Result<std::optional<Problem>> against(const Checkpoint &checkpoint) const;

private:
    [[nodiscard]] Result<void> walkChain(const VerifyProgress &progress);
    [[nodiscard]] Result<void> walkCheckpoints();
    [[nodiscard]] Result<void> checkOrphans();
    [[nodiscard]] Result<void> checkProjections();
    [[nodiscard]] bool checkEvent(const storage::Statement &row);
    [[nodiscard]] bool checkText(const StoredEvent &event, const storage::Statement &row);
    bool report(Seq seq, Flaw flaw, const QString &detail);

    storage::Database *m_database;
    QByteArray m_publicKey;
    QByteArray m_previousHash = genesisHash();
    VerifyReport m_report;
};

} // namespace handbell::record
