// SPDX-License-Identifier: Apache-2.0
#include "record/Canonical.h"

#include "crypto/Digest.h"

#include <QtEndian>

namespace handbell::record {

namespace {

void appendField(QByteArray &out, QByteArrayView field)
{
    char length[4];
    qToBigEndian(static_cast<quint32>(field.size()), length);
    out.append(length, sizeof length);
    out.append(field);
}

} // namespace

QByteArray genesisHash()
{
    return QByteArray(crypto::sha256Size, '\0');
}

QByteArray bigEndian(qint64 value)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray bigEndian(WallTime value)
{
    return bigEndian(static_cast<qint64>(value.time_since_epoch().count()));
}

QByteArray canonicalForm(const StoredEvent &event)
{
    QByteArray form;
    form.reserve(200 + event.payload.size());
    appendField(form, "handbell-event-v1");
    appendField(form, bigEndian(event.seq.value));
    appendField(form, bigEndian(event.at));
    appendField(form, bigEndian(event.actor.value));
    appendField(form, bigEndian(event.workstation.value));
    appendField(form, event.scope);
    appendField(form, event.kind);
    appendField(form, event.payload);
    appendField(form, event.textDigest);
    appendField(form, event.previousHash);
    return form;
}

QByteArray hashOf(const StoredEvent &event)
{
    return crypto::sha256(canonicalForm(event));
}

QByteArray textDigest(QByteArrayView salt, QByteArrayView body)
{
    return crypto::sha256OfParts({salt, body});
}

} // namespace handbell::record
