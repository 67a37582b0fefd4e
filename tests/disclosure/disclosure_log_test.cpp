// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_log.h"

#include "support/restriction_world.h"
#include "support/shipped_rules.h"

namespace casekeeper::test {
namespace {

class DisclosureLogTest : public RestrictionWorld {
protected:
    // What `act` does with the log.
    template <typename Act>
    std::string done(const Act& act_on) {
        const NameKnowledge names;
        const ReviewTools tools{names, {}};
        const ServiceCatalogue catalogue = schedule_in_force(database()).catalogue;
        DisclosureWeighing weighing(database(), shipped_rules(), catalogue, tools);
        DisclosureLog log(database(), shipped_rules(), catalogue, weighing);
        return error_of([&] { act_on(log); });
    }
    static DisclosureOrder kept_back(const std::string& more = "") {
        Record one = record(
            R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-20","outcome":"not-shared","reasons":"no need","authorised_by":"G")" +
            more + "}");
        one.set("id", std::nullopt);
        return {one, ""};
    }
    Texts ids() const { return sql("select id from disclosure order by id"); }
};
CASEKEEPER_ON_BOTH_ENGINES(DisclosureLogTest);

TEST_P(DisclosureLogTest, MakesAnIdThatNeverComesAgain) {
    EXPECT_EQ(done([&](DisclosureLog& log) { log.record(kept_back(), act()); }), "done");
    EXPECT_EQ(done([&](DisclosureLog& log) { log.record(kept_back(), act()); }), "done");
    const Texts made = ids();
    ASSERT_EQ(made.size(), 2U);
    EXPECT_NE(made[0], made[1]);
    for (const std::string& id : made) EXPECT_TRUE(id.starts_with("DL")) << id;
    sql("delete from disclosure");
    done([&](DisclosureLog& log) { log.record(kept_back(), act()); });
    for (const std::string& id : made) EXPECT_NE(ids().front(), id);
}

// Whoever decides on the end of the record, or shows it to somebody, looks at it again.
TEST_P(DisclosureLogTest, CountsItAndHasTheRecordLookedAtAgain) {
    const std::string before =
        sql_value("select cast(records as text) from record_count where type = 'disclosure'");
    done([&](DisclosureLog& log) { log.record(kept_back(), act()); });
    EXPECT_NE(sql_value("select cast(records as text) from record_count where type = 'disclosure'"), before);
}

TEST_P(DisclosureLogTest, KeepsBlankWordsAsNone) {
    done(
        [&](DisclosureLog& log) { log.record(kept_back(R"(,"recipient":"  ","information":"\t")"), act()); });
    EXPECT_EQ(sql_value("select recipient from disclosure"), "-");
    EXPECT_EQ(sql_value("select information from disclosure"), "-");
}

TEST_P(DisclosureLogTest, KeepsNothingOfWhatItRefuses) {
    DisclosureOrder order = kept_back();
    order.disclosure.set("outcome", "shared");
    EXPECT_EQ(done([&](DisclosureLog& log) { log.record(order, act()); }).substr(0, 3), "77:");
    order.disclosure.set("person", "P9");
    EXPECT_EQ(done([&](DisclosureLog& log) { log.record(order, act()); }).substr(0, 3), "65:");
    order.disclosure.set("person", std::nullopt);
    EXPECT_EQ(done([&](DisclosureLog& log) { log.record(order, act()); }).substr(0, 3), "64:");
    EXPECT_EQ(ids(), Texts{});
}

TEST_P(DisclosureLogTest, TellsNobodyOfWhatWasNotShared) {
    done([&](DisclosureLog& log) { log.record(kept_back(R"(,"recipient":"r")"), act()); });
    const std::string id = ids().front();
    EXPECT_EQ(done([&](DisclosureLog& log) {
                  log.told(id, {"correction", today, ""}, act());
              }),
              "77: nothing was shared by disclosure " + id + ": there is nobody to tell");
}

}  // namespace
}  // namespace casekeeper::test
