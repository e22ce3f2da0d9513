// SPDX-License-Identifier: Apache-2.0
// What a record costs as it grows: a practice with so many messages in it, and how long it takes to open it
// and be ready, to read a page of history, to read on from a cursor, to append, and to verify everything.
// Prints one line of JSON.
#include "base/Clock.h"
#include "base/Random.h"
#include "record/Record.h"
#include "server/Writer.h"
#include "server/administration/DataDirectory.h"
#include "tests/load/LoadPractice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cmath>

using namespace handbell;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int members = 200;
constexpr int inGroup = 60;
constexpr int appendedAtOnce = 5000;
constexpr int samples = 200;
constexpr int historyPage = 50;
constexpr int syncPage = 256;

[[noreturn]] void fail(const QString &why)
{
    QTextStream(stderr) << "record-scale: " << why << Qt::endl;
    std::exit(1);
}

template <class T>
T taken(Result<T> result)
{
    if (!result)
        fail(result.error().detail);
    return *std::move(result);
}

double milliseconds(const QElapsedTimer &since)
{
    return double(since.nsecsElapsed()) / 1e6;
}

//! Median and 99th percentile of \a samples runs of \a work, in milliseconds.
template <class Work>
std::pair<double, double> timed(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < samples; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        times.push_back(milliseconds(timer));
    }
    std::sort(times.begin(), times.end());
    return {times[samples / 2], times[samples * 99 / 100]};
}

double rounded(double ms)
{
    return std::round(ms * 1000) / 1000;
}

record::EventGroup message(const std::vector<MemberId> &people, ConversationId conversation, qint64 number)
{
    record::EventDraft draft;
    draft.actor = people[size_t(number) % people.size()];
    draft.payload = protocol::MessagePosted{conversation};
    draft.text = u"The courier for the samples comes at half past two, number %1 of the day"_s.arg(number);
    draft.nonce = QByteArray(8, '\0') + QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
    return draft;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures a record of a size."_s);
    parser.addHelpOption();
    parser.addOptions({{u"events"_s, u"messages in the record"_s, u"N"_s, u"10000"_s},
                       {u"dir"_s, u"where to make it; it is gone afterwards"_s, u"DIR"_s, QDir::tempPath()}});
    parser.process(app);
    const qint64 events = parser.value(u"events"_s).toLongLong();
    if (events < 1000 || events > 20'000'000)
        fail(u"--events is 1000 to 20000000"_s);
    QTemporaryDir folder(parser.value(u"dir"_s) + u"/record-XXXXXX"_s);
    const QString data = folder.filePath(u"data"_s);
    const auto room = taken(test::prepareLoadPractice(data, members, inGroup));
    const ConversationId group(room.section(u':', 0, 0).toLongLong());
    const auto directory = taken(administration::DataDirectory::open(data));
    SystemRandom random;
    const SystemClock clock;

    QElapsedTimer timer;
    {
        // Filled without waiting for the disk each time; what is measured is opened afresh.
        auto record = taken(record::Record::open(
            directory.recordFile(), random, record::Record::Access::ReadWrite, storage::Durability::Normal));
        const auto state = taken(record.loadState());
        const std::vector<MemberId> people = state.conversation(group)->members;
        timer.start();
        for (qint64 done = 0; done < events; done += appendedAtOnce) {
            std::vector<record::EventGroup> groups;
            for (qint64 i = done; i < std::min(events, done + appendedAtOnce); ++i)
                groups.push_back(message(people, group, i));
            taken(record.append(groups, clock.wallNow()));
        }
    }
    const double fillMs = milliseconds(timer);

    // As handbelld starts: the writer's connection, the hub's, and the practice as it stands.
    timer.start();
    auto record = taken(record::Record::open(directory.recordFile(), random));
    const auto writer =
        taken(server::Writer::make(taken(record::Record::open(directory.recordFile(), random)), std::nullopt,
                                   clock, [](const server::CommitBatch &) {}));
    const auto state = taken(record.loadState());
    const double startMs = milliseconds(timer);

    const std::vector<MemberId> people = state.conversation(group)->members;
    const Seq head = taken(record.head()).seq;
    const auto history = timed([&](int i) {
        const Seq before(head.value - events * i / samples);
        taken(record.history(group, before, historyPage, people.front()));
    });
    const auto sync = timed([&](int i) {
        taken(record.eventsAfter(Seq(head.value - events * i / samples - syncPage), syncPage));
    });
    const auto append = timed([&](int i) {
        const auto group1 = message(people, group, events + i);
        taken(record.append(std::span(&group1, 1), clock.wallNow()));
    });
    timer.start();
    const auto report = taken(record.verify(taken(directory.recordPublicKey())));
    const double verifyMs = milliseconds(timer);
    if (report.problem)
        fail(u"the record does not verify"_s);

    const QJsonObject line{{u"events"_s, head.value},
                           {u"file_mb"_s, QFileInfo(directory.recordFile()).size() / 1'000'000},
                           {u"fill_events_per_s"_s, std::round(double(events) / fillMs * 1000)},
                           {u"start_ms"_s, rounded(startMs)},
                           {u"history_page_median_ms"_s, rounded(history.first)},
                           {u"history_page_p99_ms"_s, rounded(history.second)},
                           {u"sync_page_median_ms"_s, rounded(sync.first)},
                           {u"sync_page_p99_ms"_s, rounded(sync.second)},
                           {u"append_median_ms"_s, rounded(append.first)},
                           {u"append_p99_ms"_s, rounded(append.second)},
                           {u"verify_s"_s, rounded(verifyMs / 1000)}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
