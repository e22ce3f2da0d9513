// SPDX-License-Identifier: Apache-2.0
#include "client/TemplateManager.h"

namespace handbell::client {

QFuture<Result<Seq>> TemplateManager::save(const protocol::AlertTemplate &alertTemplate)
{
    const protocol::Nonce nonce{m_random.bytes(protocol::nonceBytes)};
    return m_session.request(protocol::TemplateSave{nonce, alertTemplate})
        .then([](const Result<protocol::ServerMessage> &answer) -> Result<Seq> {
            if (!answer)
                return answer.error();
            const auto *accepted = std::get_if<protocol::Accepted>(&*answer);
            return accepted ? Result<Seq>(accepted->seq) : Result<Seq>(ErrorCode::UnexpectedMessage);
        });
}

} // namespace handbell::client
