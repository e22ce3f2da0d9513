// SPDX-License-Identifier: Apache-2.0
#include "client/models/KeyedListModel.h"

#include "base/Random.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace handbell;

namespace {

struct Row
{
    int id = 0;
    int shade = 0;

    int key() const { return id; }
    friend bool operator==(const Row &, const Row &) = default;
};

class Model final : public client::KeyedListModel<QAbstractListModel, Row>
{
public:
    using KeyedListModel::KeyedListModel;
    using KeyedListModel::rows;
    using KeyedListModel::setRows;

protected:
    QVariant value(const Row &row, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(row.id) : QVariant();
    }
};

std::vector<Row> rowsOf(std::initializer_list<int> ids)
{
    std::vector<Row> rows;
    for (const int id : ids)
        rows.push_back({id, 0});
    return rows;
}

} // namespace

class KeyedListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatDiffersInSmallSteps()
    {
        Model model;
        model.setRows(rowsOf({1, 2, 3, 4}));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        model.setRows(rowsOf({1, 2, 3, 4, 5, 6}));
        QCOMPARE(inserted.size(), 1); // two rows, one step
        model.setRows(rowsOf({6, 1, 2, 3, 4, 5}));
        QCOMPARE(moved.size(), 1);
        model.setRows(rowsOf({6, 4, 5}));
        QCOMPARE(removed.size(), 1);
        std::vector<Row> shaded = rowsOf({6, 4, 5});
        shaded[1].shade = 7;
        model.setRows(shaded);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().front().toModelIndex().row(), 1);
        model.setRows(shaded);
        QCOMPARE(inserted.size() + removed.size() + moved.size() + changed.size(), 4);
        QCOMPARE(reset.size(), 0);
    }

    void arrivesAtWhatWasWantedFromAnywhere()
    {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        // A view that only follows the steps must see the same.
        std::vector<int> seen;
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex &, int first, int last) {
                    for (int row = first; row <= last; ++row)
                        seen.insert(seen.begin() + row, model.index(row).data().toInt());
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [&](const QModelIndex &, int first, int last) {
                    seen.erase(seen.begin() + first, seen.begin() + last + 1);
                });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [&](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    const int id = seen[size_t(from)];
                    seen.erase(seen.begin() + from);
                    seen.insert(seen.begin() + to, id);
                });
        SeededRandom random(5);
        for (int round = 0; round < 300; ++round) {
            std::vector<Row> wanted;
            std::vector<int> ids(12);
            std::iota(ids.begin(), ids.end(), 0);
            while (!ids.empty()) {
                const auto at = ids.begin() + random.below(static_cast<quint32>(ids.size()));
                if (random.below(3) > 0)
                    wanted.push_back({*at, static_cast<int>(random.below(2))});
                ids.erase(at);
            }
            model.setRows(wanted);
            QVERIFY(model.rows() == wanted);
            QCOMPARE(seen.size(), wanted.size());
            for (size_t row = 0; row < wanted.size(); ++row)
                QCOMPARE(seen[row], wanted[row].id);
        }
    }
};

HANDBELL_TEST(KeyedListModelTest)
#include "KeyedListModelTest.moc"
