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
        DisclosureLog log(database(), shipped_rules(), weighing);
        return error_of([&] { act_on(log); });
    }
    static DisclosureOrder kept_back(const std::string& more = "") {
        Record one = record(
            R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-20","outcome":"not-shared","reasons":"no need","authorised_by":"G")" +
            more + "}");
        one.set("id", std::nullopt);
        return {one, ""};
    }
    // A disclosure as a load brings it, of P1.
    void load_shared(const std::string& more, const std::string& outcome = "shared") {
        load({R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-20","outcome":")" +
              outcome + R"(","recipient":"the school","lawful_basis":"public-task")" + more + "}"});
    }
    std::string complete(const std::string& more) {
        Record additions = record(
            R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-20","outcome":"shared")" +
            more + "}");
        for (const char* field : {"person", "decided_on", "outcome"}) additions.set(field, std::nullopt);
        return done([&](DisclosureLog& log) { log.complete({additions, ""}, act()); });
    }
    std::string of(const char* field) const {
        return sql_value(std::string("select coalesce(") + field + ", '-') from disclosure where id = 'X'");
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

// What a load brings may be in anybody's words; the register outlives every erasure.
TEST_P(DisclosureLogTest, LeavesNoWordsInTheRegister) {
    load_shared(
        R"(,"recipient_kind":"her aunt Zofia","overrides":["service","as Zofia asked"],"override_reason":"harm")");
    done([&](DisclosureLog& log) { log.told("X", {"correction", today, ""}, act()); });
    const std::string line = sql_value("select line from register_line order by number desc limit 1");
    EXPECT_NE(line.find("disclosure-told"), std::string::npos) << line;
    EXPECT_NE(line.find(R"("overrides":["service"])"), std::string::npos) << line;
    EXPECT_EQ(line.find("Zofia"), std::string::npos) << line;
}

TEST_P(DisclosureLogTest, ChecksTheWordsOfWhatIsAddedToADecisionNotToShare) {
    load_shared("", "not-shared");
    EXPECT_EQ(complete(R"(,"recipient_kind":"her aunt")"), "64: \"her aunt\" is no kind of recipient");
    EXPECT_EQ(complete(R"(,"consent":"perhaps")").substr(0, 3), "64:");
    EXPECT_EQ(complete(R"(,"reasons":"no need")"), "done") << "who decided may be added later";
}

// One place that was given away before does not let the next one through.
TEST_P(DisclosureLogTest, RefusesASecondPlaceBesideOneThatIsThere) {
    load({person("P5",
                 R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])")});
    load_shared(R"(,"information":"at 14 Mill Lane","items":["none"],"recipient_kind":"school")");
    EXPECT_EQ(complete(R"(,"reasons":"r")"), "done");
    EXPECT_EQ(complete(R"(,"method":"by hand to PE36 5LS")").substr(0, 3), "77:");
    EXPECT_EQ(of("method"), "-");
}

TEST_P(DisclosureLogTest, KeepsWhatIsAddedBesideWhatWasKept) {
    load({entry("E7", "C1", R"(,"flags":["disputed"])")});
    load_shared(
        R"(,"items":["entry:E7"],"caveats":["it was old"],"overrides":["restricted:claims"],"override_reason":"harm","authorised_by":"G")");
    EXPECT_EQ(complete(R"(,"consent":"given","consent_on":"2020-01-01")"), "done");
    EXPECT_EQ(
        of("caveats"),
        R"(["it was old","consent: This consent was given on 1 January 2020: 6 years and 10 months ago."])");
    EXPECT_EQ(of("overrides"), R"(["restricted:claims","service"])") << "no school is told of clubs";
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
