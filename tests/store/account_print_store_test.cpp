// SPDX-License-Identifier: MIT
#include "store/account_print_store.h"

#include <gmock/gmock.h>

#include "domain/account_print.h"
#include "store/erasure_store.h"
#include "store/record_store.h"
#include "store/recording_store.h"
#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string account =
    "We talked about the new school, the bus that goes there, and who could walk with them to the stop in "
    "the "
    "morning.";

class AccountPrintStoreTest : public GateWorld {
protected:
    void SetUp() override {
        GateWorld::SetUp();
        load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"), person("P2"),
              involvement("I2", "P2", R"(,"opened":"2026-11-02")"), noted("E1", "I1", account),
              noted("E2", "I2", account), noted("E3", "I2", "no reply")});
    }
    AccountPrintStore store() { return AccountPrintStore(database()); }
    static std::string noted(const std::string& id, const std::string& involvement,
                             const std::string& words) {
        return entry(id, involvement,
                     R"(,"kind":"note","occurred_at":"2026-11-18","recorded_at":"2026-11-18","account":")" +
                         words + "\"");
    }
    std::vector<std::string> due() const { return sql("select person from recording_due order by person"); }
    void check_all() {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RecordingStore(database()).set_checked("rules", "2026-11-23");
        work.commit();
    }
    template <typename End>
    std::vector<std::string> due_after(const End& end) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore ending(database());
        end(ending, erased);
        work.commit();
        return due();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccountPrintStoreTest);

TEST_P(AccountPrintStoreTest, AnEntryHasItsPrintAsSoonAsItIsWritten) {
    const std::int64_t print = print_of_account(account).value();
    EXPECT_THAT(store().shared(), ElementsAre(print));
    const std::vector<AccountPrintStore::Holder> holders = store().holders(print);
    ASSERT_EQ(holders.size(), 2U);
    EXPECT_EQ(holders[1].entry + " " + holders[1].involvement + " " + holders[1].person + " " +
                  holders[1].human + " " + holders[1].recorded_at,
              "E2 I2 P2 P2 2026-11-18");
    EXPECT_TRUE(store().is_filled()) << "there was nothing to fill";
    load({noted("E2", "I2", "no reply")});
    EXPECT_THAT(store().shared(), IsEmpty());
}

TEST_P(AccountPrintStoreTest, AnEntryWithoutOneMayComeFirst) {
    load({noted("A1", "I1", "no reply"), noted("A2", "I1", account)});
    load({noted("A1", "I1", "no answer"), noted("A2", "I1", account + " Again.")});
    EXPECT_EQ(store().holders(print_of_account(account + " Again.").value()).size(), 1U);
    EXPECT_EQ(store().shared().size(), 1U);
}

TEST_P(AccountPrintStoreTest, WhatWasWrittenBeforeIsFilledPageByPage) {
    sql("update entry set account_print = null");
    sql("delete from store_property where name = 'account_prints'");
    EXPECT_FALSE(store().is_filled());
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    EXPECT_EQ(store().fill("", 1), "E1");
    EXPECT_EQ(store().fill("E1", 1), "E2");
    EXPECT_EQ(store().fill("E2", 1), "");
    store().set_filled();
    work.commit();
    EXPECT_EQ(store().shared().size(), 1U);
}

TEST_P(AccountPrintStoreTest, WhoeverHasTheSameAccountIsLookedAtAgainWhenItIsWritten) {
    load({noted("E1", "I1", "changed")});
    EXPECT_THAT(due(), IsEmpty()) << "nothing was looked at yet";
    check_all();
    load({noted("E1", "I1", account)});
    EXPECT_THAT(due(), ElementsAre("P1", "P2"));
    sql("delete from recording_due");
    load({noted("E1", "I1", "changed again")});
    EXPECT_THAT(due(), ElementsAre("P1", "P2"));
}

TEST_P(AccountPrintStoreTest, WhoeverHasTheSameAccountIsLookedAtAgainWhenItEnds) {
    EXPECT_THAT(due_after([](ErasureStore& ending, Erased& erased) {
                    ending.erase_entry("E1", "2026-11-23", erased);
                }),
                ElementsAre("P1", "P2"));
    EXPECT_EQ(store().holders(print_of_account(account).value()).size(), 1U);
}

TEST_P(AccountPrintStoreTest, OrItsRecord) {
    EXPECT_THAT(due_after([](ErasureStore& ending, Erased& erased) {
                    ending.erase_involvement("I1", "2026-11-23", erased);
                }),
                ElementsAre("P1", "P2"));
}

}  // namespace
}  // namespace casekeeper::test
