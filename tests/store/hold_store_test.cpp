// SPDX-License-Identifier: MIT
#include "store/hold_store.h"

#include <algorithm>

#include "store/fact_store.h"
#include "store/record_store.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// P1 with the complaint K1 and P2 with a club.
class HoldStoreTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        rules.complaint_services = {"complaint"};
        rules.claim_services = {"claim"};
        add({R"({"type":"person","id":"P1","family_name":"X"})",
             R"({"type":"person","id":"P2","family_name":"X"})",
             R"({"type":"involvement","id":"I1","person":"P1","service":"club","opened":"2012-01-01"})"});
    }
    void request(const std::string& type, const std::string& id, const std::string& person,
                 const std::string& more = "") {
        add({R"({"type":")" + type + R"(","id":")" + id + R"(","person":")" + person + "\"" + more + "}"});
    }
    void involvement(const std::string& id, const std::string& service, const std::string& more = "") {
        add({R"({"type":"involvement","id":")" + id + R"(","person":"P1","service":")" + service +
             R"(","opened":"2026-02-03")" + more + "}"});
    }
    // "id kind person from released"
    Texts automatic(const std::string& on) {
        Texts texts;
        for (const Hold& hold : HoldStore(database()).automatic(rules, day(on))) {
            EXPECT_TRUE(hold.automatic);
            EXPECT_TRUE(is_automatic_hold(hold.id));
            texts.push_back(hold.id + " " + hold.kind + " " + hold.persons.at(0) + " " + to_text(hold.from) +
                            (hold.released_on ? " " + to_text(*hold.released_on) : ""));
        }
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    Texts reaching(const std::string& person, const std::string& on) {
        Texts ids;
        for (const Hold& hold :
             HoldStore(database()).reaching(*FactStore(database()).file_of(person), rules, day(on)))
            ids.push_back(hold.id);
        return ids;
    }
    AutomaticHoldRules rules;
};
CASEKEEPER_ON_BOTH_ENGINES(HoldStoreTest);

TEST_P(HoldStoreTest, ReadsPlacedHoldsAsTheirScopesAreMatched) {
    add({R"({"type":"hold","id":"H2","kind":"other","authority":"a","reason":"r","from":"2015-01-01","scope":{"words":["x"]}})",
         R"({"type":"hold","id":"H1","kind":"inquiry","authority":"a","reason":"r","from":"2015-01-01","scope":{"persons":["P1"],"involvements":["I1"],"services":["looked-after"],"opened_from":"2001-01-01","opened_to":"2002-02-02","words":["abuse","belt"]},"review_on":"2027-01-01","released_on":"2026-01-01"})"});
    const std::vector<Hold> holds = HoldStore(database()).placed();
    ASSERT_EQ(holds.size(), 2U);
    EXPECT_EQ(holds[0].id, "H1");
    EXPECT_EQ(holds[0].from, day("2015-01-01"));
    EXPECT_EQ(holds[0].released_on, day("2026-01-01"));
    EXPECT_EQ(holds[0].review_on, day("2027-01-01"));
    EXPECT_EQ(holds[0].persons, std::vector<std::string>{"P1"});
    EXPECT_EQ(holds[0].involvements, std::vector<std::string>{"I1"});
    EXPECT_EQ(holds[0].services, std::vector<std::string>{"looked-after"});
    EXPECT_EQ(holds[0].words, (std::vector<std::string>{"abuse", "belt"}));
    EXPECT_EQ(holds[0].opened_from, day("2001-01-01"));
    EXPECT_EQ(holds[0].opened_to, day("2002-02-02"));
    EXPECT_FALSE(holds[1].opened_from);
}

// What a scope marks lies in involvements: those are held, and nothing else; never everything.
TEST_P(HoldStoreTest, ReachesTheInvolvementsThatItemsLieIn) {
    involvement("K1", "complaint");
    add({R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05"})",
         R"({"type":"document","id":"D1","entry":"E1","file":"a","sha256":"aa00000000000000000000000000000000000000000000000000000000000000"})"});
    const auto involvements_of = [&](const std::string& scope) {
        sql("delete from hold returning cast(1 as text)");
        add({R"({"type":"hold","id":"H1","kind":"restriction","authority":"a","reason":"r","from":"2015-01-01","scope":)" +
             scope + "}"});
        return HoldStore(database()).placed().at(0).involvements;
    };
    EXPECT_EQ(involvements_of(R"({"items":["entry:E1"]})"), Texts{"I1"});
    EXPECT_EQ(involvements_of(R"({"items":["document:D1","involvement:K1"]})"), (Texts{"I1", "K1"}));
    EXPECT_EQ(involvements_of(R"({"involvements":["K1"],"items":["entry:E1","involvement:K1"]})"),
              Texts{"K1"});
    for (const char* scope :
         {R"({"items":["entry:E9"]})", R"({"involvements":["K1"],"items":["entry:E1"]})"}) {
        const Texts reached = involvements_of(scope);
        ASSERT_EQ(reached.size(), 1U) << scope;
        EXPECT_FALSE(RecordStore(database()).owner_of_involvement(reached.front())) << scope;
    }
}

TEST_P(HoldStoreTest, NamesTheHoldItCannotRead) {
    add({R"({"type":"hold","id":"H2","kind":"other","authority":"a","reason":"r","from":"2015-01-01","scope":{"words":["x"]}})"});
    sql("update hold set from_on = 'soon'");
    EXPECT_EQ(error_of([&] { HoldStore(database()).placed(); }),
              "65: what is stored of hold H2 cannot be read");
}

TEST_P(HoldStoreTest, SeesAHoldThatAnotherPlacesBetweenTwoLooks) {
    HoldStore holds(database());
    EXPECT_EQ(holds.placed().size(), 0U);
    const Record hold = record(
        R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2015-01-01","scope":{"persons":["P1"]}})");
    const std::unique_ptr<Database> other = another();
    RecordStore(*other).add(hold);
    EXPECT_EQ(holds.placed().size(), 1U);
    Record released = hold;
    released.values[static_cast<std::size_t>(format_of(RecordType::hold).position("released_on"))] =
        "2026-01-01";
    RecordStore(*other).replace(released);
    EXPECT_EQ(holds.placed().at(0).released_on, day("2026-01-01"));
}

TEST_P(HoldStoreTest, MakesAHoldOfEveryOpenRequest) {
    request("access_request", "A1", "P1", R"(,"received_at":"2026-06-30T23:30:00Z")");
    request("deletion_request", "D1", "P2", R"(,"received_at":"2026-07-01")");
    EXPECT_EQ(automatic("2026-11-23"), (Texts{"access_request:A1 access-request P1 2026-07-01",
                                              "deletion_request:D1 deletion-request P2 2026-07-01"}));
}

TEST_P(HoldStoreTest, HoldsForAWindowAfterTheAnswer) {
    request("access_request", "A1", "P1", R"(,"received_at":"2026-01-01","answered_on":"2026-08-31")");
    EXPECT_EQ(automatic("2027-02-28"), Texts{"access_request:A1 access-request P1 2026-01-01 2027-03-01"});
    EXPECT_EQ(automatic("2027-03-01"), Texts{});
    rules.after_answer = {0, 0, 0};
    EXPECT_EQ(automatic("2026-08-30"), Texts{"access_request:A1 access-request P1 2026-01-01 2026-08-31"});
    EXPECT_EQ(automatic("2026-08-31"), Texts{});
}

TEST_P(HoldStoreTest, CountsTheWindowFromTheReceiptOfWhatWasAnsweredBeforeIt) {
    request("access_request", "A1", "P1", R"(,"received_at":"2026-03-01","answered_on":"2026-02-01")");
    EXPECT_EQ(automatic("2026-03-01"), Texts{"access_request:A1 access-request P1 2026-03-01 2026-09-01"});
}

TEST_P(HoldStoreTest, MakesAHoldOfEveryOpenComplaintAndClaim) {
    involvement("K1", "complaint");
    involvement("K2", "complaint", R"(,"closed":"2026-05-23")");
    involvement("K3", "complaint", R"(,"closed":"2026-05-24")");
    involvement("L1", "claim");
    EXPECT_EQ(automatic("2026-11-23"),
              (Texts{"claim:L1 litigation P1 2026-02-03", "complaint:K1 complaint P1 2026-02-03",
                     "complaint:K3 complaint P1 2026-02-03 2026-11-24"}));
}

TEST_P(HoldStoreTest, FindsWhatReachesOnePersonAsIfAllWereLookedAt) {
    request("access_request", "A1", "P1", R"(,"received_at":"2026-07-01")");
    request("deletion_request", "D2", "P2", R"(,"received_at":"2026-07-01")");
    involvement("K1", "complaint");
    int number = 0;
    for (const char* scope : {R"({"persons":["P2"]})", R"({"persons":["P1"]})", R"({"involvements":["I1"]})",
                              R"({"services":["club"]})"})
        add({R"({"type":"hold","id":"H)" + std::to_string(++number) +
             R"(","kind":"other","authority":"a","reason":"r","from":"2015-01-01","scope":)" + scope + "}"});
    EXPECT_EQ(reaching("P1", "2026-11-23"), (Texts{"H2", "H3", "H4", "access_request:A1", "complaint:K1"}));
    EXPECT_EQ(reaching("P2", "2026-11-23"), (Texts{"H1", "H4", "deletion_request:D2"}));
}

}  // namespace
}  // namespace casekeeper::test
