// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"

#include <QAbstractListModel>

namespace handbell::client {

//! The practice's alert templates that are not removed, in the order they were added, each with its number
//! key.
class TemplateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< qint64, TemplateId
        KeyRole,               //!< QString, the stable code
        TextEnRole,            //!< QString
        TextCyRole,            //!< QString, may be empty
        ImportanceRole,        //!< int, protocol::Importance
        TakesNoteRole,         //!< bool
    };

    using QAbstractListModel::QAbstractListModel;
};

} // namespace handbell::client
