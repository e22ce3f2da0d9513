// SPDX-License-Identifier: Apache-2.0
#include "Rows.h"

#include "client/Client.h"
#include "client/models/MessageListModel.h"

#include <QTest>

namespace handbell::test {

using client::MessageListModel;

std::vector<Row> rowsOf(client::Client &client, ConversationId conversation)
{
    constexpr int patienceMs = 2'000; // for a page that is empty, which shows nowhere
    const auto model = client.makeMessageModel();
    model->setConversation(conversation);
    while (model->canFetchMore({})) {
        const int before = model->rowCount();
        model->fetchMore({});
        // While a page is asked for, no other can be fetched.
        if (!QTest::qWaitFor([&] { return model->rowCount() > before || model->canFetchMore({}); },
                             patienceMs))
            break;
    }
    std::vector<Row> found;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row);
        found.push_back({Seq(index.data(MessageListModel::IdRole).toLongLong()),
                         MemberId(index.data(MessageListModel::AuthorRole).toLongLong()), conversation,
                         index.data(MessageListModel::TextRole).toString()});
    }
    return found;
}

} // namespace handbell::test
