// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QPointer>
#include <QPromise>

#include <utility>

namespace handbell::client {

//! A future that is answered already.
template <class T>
[[nodiscard]] QFuture<T> readyFuture(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

//! Has \a then called with what \a future gives, in the thread that gives it, unless \a receiver is gone by
//! then. For whoever may go before the answer comes, as windows do: QFuture::then() with a context takes for
//! granted that the context stays (Qt 6.4 asserts it).
template <class T, class Then>
void whenAnswered(QFuture<T> future, QObject *receiver, Then then)
{
    future.then([receiver = QPointer<QObject>(receiver), then = std::move(then)](const T &answer) mutable {
        if (receiver)
            then(answer);
    });
}

} // namespace handbell::client
