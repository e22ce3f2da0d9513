// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"

#include <QPromise>

#include <utility>

namespace handbell::testing {

//! An AlertManager that records what it was asked and shows what it was given. Calls succeed at once unless
//! setResult() says otherwise.
class FakeAlertManager : public client::AlertManager
{
public:
    using client::AlertManager::AlertManager;

    struct Raised
    {
        TemplateId alertTemplate;
        protocol::Address address;
        std::optional<QString> note;
        std::optional<guard::Confirmation> confirmation;
    };
    struct Answered
    {
        AlertId alert;
        protocol::Reply reply;

        friend bool operator==(const Answered &, const Answered &) = default;
    };

    std::vector<Raised> raised;
    std::vector<Answered> answered;
    std::vector<AlertId> escalated, cancelled, shown;
    std::vector<RoomId> tests;

    quint64 raise(TemplateId alertTemplate, const protocol::Address &address,
                  const std::optional<guard::ScreenedText> &note) override
    {
        Raised call{alertTemplate, address, {}, {}};
        if (note) {
            call.note = note->text();
            call.confirmation = note->confirmation();
        }
        raised.push_back(std::move(call));
        return raised.size();
    }
    quint64 raiseTest(TemplateId, RoomId room) override
    {
        tests.push_back(room);
        return raised.size() + tests.size();
    }
    QFuture<Result<void>> answer(AlertId alert, protocol::Reply reply) override
    {
        answered.push_back({alert, reply});
        return result();
    }
    QFuture<Result<void>> escalate(AlertId alert) override
    {
        escalated.push_back(alert);
        return result();
    }
    QFuture<Result<void>> cancel(AlertId alert) override
    {
        cancelled.push_back(alert);
        return result();
    }
    void markShown(AlertId alert) override { shown.push_back(alert); }
    std::vector<client::IncomingAlert> incoming() const override { return m_incoming; }
    std::vector<client::OutgoingAlert> outgoing() const override { return m_outgoing; }

    //! What every call from now on gives back.
    void setResult(const Result<void> &outcome) { m_result = outcome; }

    void setIncoming(std::vector<client::IncomingAlert> alerts)
    {
        m_incoming = std::move(alerts);
        Q_EMIT incomingChanged();
    }
    void addIncoming(const protocol::Alert &alert, client::CardForm form = client::CardForm::Open)
    {
        m_incoming.push_back({alert, form, false, false});
        Q_EMIT incomingChanged();
    }
    //! Ends an open alert the way the real manager does: gone from incoming(), then incomingEnded().
    void end(const client::AlertEnding &ending)
    {
        std::erase_if(m_incoming, [&](const auto &item) { return item.alert.id == ending.alert; });
        Q_EMIT incomingChanged();
        Q_EMIT incomingEnded(ending);
    }
    void setOutgoing(std::vector<client::OutgoingAlert> alerts)
    {
        m_outgoing = std::move(alerts);
        Q_EMIT outgoingChanged();
    }

private:
    QFuture<Result<void>> result() const
    {
        QPromise<Result<void>> promise;
        promise.start();
        promise.addResult(m_result);
        promise.finish();
        return promise.future();
    }

    Result<void> m_result;
    std::vector<client::IncomingAlert> m_incoming;
    std::vector<client::OutgoingAlert> m_outgoing;
};

} // namespace handbell::testing
