// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QWidget>

namespace handbell::client {
class Practice;
}

namespace handbell::ui {

class ActionButton;
class ElidedLabel;
class Theme;

//! Which conversation this is, who is in it and where, and a bell for them. Follows the practice. GUI thread
//! only.
class ChatHeader : public QWidget
{
    Q_OBJECT

public:
    //! Both must outlive the header.
    ChatHeader(const Theme &theme, const client::Practice &practice, QWidget *parent = nullptr);

    void setConversation(ConversationId conversation);
    //! Whom the bell rings.
    [[nodiscard]] protocol::Address address() const;

Q_SIGNALS:
    void ringRequested(const handbell::protocol::Address &address);

private:
    void renew();

    const client::Practice &m_practice;
    ConversationId m_conversation;
    ElidedLabel *m_name;
    ElidedLabel *m_about;
    ActionButton *m_ring;
};

} // namespace handbell::ui
