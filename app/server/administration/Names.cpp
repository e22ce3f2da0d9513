// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Names.h"

#include <QList>

namespace handbell::administration {

namespace {

QLatin1String nounFor(NameKind kind)
{
    switch (kind) {
    case NameKind::Practice:
        return QLatin1String("practice name");
    case NameKind::Member:
        return QLatin1String("member's name");
    case NameKind::Role:
        return QLatin1String("role");
    case NameKind::Room:
        return QLatin1String("room name");
    case NameKind::Workstation:
        return QLatin1String("workstation name");
    case NameKind::Group:
        return QLatin1String("group name");
    case NameKind::AlertText:
        return QLatin1String("alert's text");
    }
    return QLatin1String("name");
}

Error refuse(NameKind kind, const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("the %1 %2").arg(nounFor(kind), why)};
}

//! Whether people see \a codePoint and it leaves the direction of the line alone. Format characters (Cf) hold
//! the bidirectional controls, zero-width joiners and the byte order mark.
bool isPlain(char32_t codePoint)
{
    if (codePoint == QChar::ReplacementCharacter) // what decoding makes of a lone surrogate or broken UTF-8
        return false;
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

qsizetype maxNameLength(NameKind kind)
{
    switch (kind) {
    case NameKind::Practice:
    case NameKind::Member:
        return 80;
    case NameKind::Role:
        return 40;
    case NameKind::Room:
    case NameKind::Workstation:
    case NameKind::Group:
    case NameKind::AlertText:
        return 60;
    }
    return 0;
}

Result<QString> acceptName(NameKind kind, const QString &typed)
{
    // Looked at before white space is simplified: a line break inside a name is a mistake, not a space.
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty())
        return refuse(kind, QStringLiteral("is empty: give at least one letter"));
    for (const char32_t codePoint : trimmed.toUcs4()) {
        if (!isPlain(codePoint)) {
            return refuse(kind,
                          QStringLiteral("holds a character nobody can see (U+%1): type it again by hand")
                              .arg(uint{codePoint}, 4, 16, QLatin1Char('0')));
        }
    }
    const QString accepted = trimmed.simplified().normalized(QString::NormalizationForm_C);
    if (accepted.size() > maxNameLength(kind)) {
        return refuse(kind, QStringLiteral("has %1 characters: shorten it to %2")
                                .arg(accepted.size())
                                .arg(maxNameLength(kind)));
    }
    return accepted;
}

QString foldedName(QStringView name)
{
    return name.toString().normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

} // namespace handbell::administration
