// SPDX-License-Identifier: MIT
#include "store/move_store.h"

#include "store/erasure_store.h"
#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

class MoveStoreTest : public RefilingWorld {
protected:
    MoveStore store() { return MoveStore(database()); }
    long long add(const std::string& state, const std::string& from, const std::string& to) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        EntryMove move{0, "E7", from, "P1", to, "P2", state, "w", "2026-11-23", "T", "rita"};
        const long long number = store().add(move);
        work.commit();
        return number;
    }
    template <typename End>
    std::string moves_after(const End& end) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore ending(database());
        end(ending, erased);
        work.commit();
        return rows("entry_move");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(MoveStoreTest);

TEST_P(MoveStoreTest, KeepsWhatWaitsAndWhatWasMoved) {
    EXPECT_FALSE(store().has_any());
    EXPECT_EQ(add("moved", "I1", "I9"), 1);
    EXPECT_EQ(add("asked", "I9", "I1"), 2);
    EXPECT_TRUE(store().has_any());
    EXPECT_EQ(store().waiting("E7")->number, 2);
    EXPECT_EQ(store().waiting("E8"), std::nullopt);
    EXPECT_EQ(store().out_of("E7", "I1")->number, 1);
    EXPECT_EQ(store().out_of("E7", "I9"), std::nullopt) << "it only waits";
    EntryMove move = *store().waiting("E7");
    move.state = "moved";
    move.agreed_by = "rhea";
    move.agreed_because = "I looked";
    move.moved_on = "2026-11-24";
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    store().update(move);
    work.commit();
    EXPECT_EQ(store().of_entry("E7").back(), move);
    EXPECT_EQ(store().of_entry("E7").size(), 2U);
}

TEST_P(MoveStoreTest, PagesThroughThemInOrder) {
    add("moved", "I1", "I9");
    add("asked", "I9", "I1");
    EXPECT_EQ(store().page(0, 1, "").size(), 1U);
    EXPECT_EQ(store().page(1, 9, "").front().number, 2);
    EXPECT_EQ(store().page(0, 9, "asked").front().number, 2);
    EXPECT_TRUE(store().page(2, 9, "").empty());
}

TEST_P(MoveStoreTest, KnowsWhoseRecordAnEntryHasLeft) {
    add("moved", "I1", "I9");
    EXPECT_EQ(store().left("E7", "P2", {"P0", "P1"}), "I1");
    EXPECT_EQ(store().left("E7", "P1", {"P1"}), "") << "it is back";
    EXPECT_EQ(store().left("E7", "P2", {"P3"}), "");
    EXPECT_EQ(store().left("", "P2", {"P1"}), "");
}

TEST_P(MoveStoreTest, OneOfAnEntryWaits) {
    add("asked", "I1", "I9");
    EXPECT_ANY_THROW(add("asked", "I1", "I2"));
}

// It names both records: it ends with either.
TEST_P(MoveStoreTest, EndsWithTheEntryAndWithEitherRecord) {
    load_two();
    add("moved", "I1", "I9");
    EXPECT_EQ(moves_after([](ErasureStore& ending, Erased& erased) {
                  ending.erase_involvement("I1", "2026-11-23", erased);
              }),
              "0");
    add("moved", "I2", "I9");
    EXPECT_EQ(moves_after([](ErasureStore& ending, Erased& erased) {
                  ending.erase_involvement("I9", "2026-11-23", erased);
              }),
              "0");
}

TEST_P(MoveStoreTest, EndsWithASingleEntry) {
    load_two();
    add("moved", "I1", "I9");
    EXPECT_EQ(moves_after([](ErasureStore& ending, Erased& erased) {
                  ending.erase_entry("E7", "2026-11-23", erased);
              }),
              "0");
}

TEST_P(MoveStoreTest, KnowsWhichAnswersHadAPartInThem) {
    load_two({request("access_request", "A1", "P1"), request("access_request", "A2", "P1"),
              request("access_request", "A3", "P2")});
    send("A1", {{"entry:E7", "part"}});
    send("A2", {{"entry:E7", "withheld"}});
    send("A3", {{"entry:E7", "shown"}});
    const auto answers = store().answers_with("entry:E7", "P1");
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().request, "A1");
    EXPECT_EQ(answers.front().sent_on, "2026-05-03");
}

}  // namespace
}  // namespace casekeeper::test
