// SPDX-License-Identifier: Apache-2.0
#include "client/TemplateManager.h"

namespace handbell::client {

QFuture<Result<void>> TemplateManager::save(const protocol::AlertTemplate &alertTemplate)
{
    const protocol::Nonce nonce{m_random.bytes(protocol::nonceBytes)};
    return m_session.request(protocol::TemplateSave{nonce, alertTemplate})
        .then([](const Result<protocol::ServerMessage> &answer) {
            return answer ? Result<void>() : Result<void>(answer.error());
        });
}

} // namespace handbell::client
