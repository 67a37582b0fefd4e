// SPDX-License-Identifier: MIT
//
// Records that are held by themselves, from the load of a request or complaint to the night after its window.
#include "retention/explanation.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// P1's club C1 is due since 2016; P2 has one too.
class AutomaticHoldsTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        load({person("P1"), involvement("C1", "P1", club), person("P2"), involvement("C2", "P2", club)});
        night();
        EXPECT_EQ(decided("C1"), "due - -");
    }
    static constexpr const char* club = R"(,"service":"youth-club","closed":"2020-01-01")";
    static std::string request(const std::string& type, const std::string& more) {
        return R"({"type":")" + type + R"(","id":"R1","person":"P1","received_at":"2026-06-01")" + more + "}";
    }
    // "outcome holds reconsider_on" as stored.
    std::string decided(const std::string& involvement) const {
        return sql_value(
            "select outcome || ' ' || coalesce(holds, '-') || ' ' || coalesce(reconsider_on, '-') "
            "from decision where involvement = '" +
            involvement + "'");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AutomaticHoldsTest);

TEST_P(AutomaticHoldsTest, AnOpenAccessRequestHoldsItsPerson) {
    load({request("access_request", "")});
    EXPECT_EQ(stale(), Texts{"P1"});
    night();
    EXPECT_EQ(decided("C1"), R"(held ["access_request:R1"] -)");
    EXPECT_EQ(decided("C2"), "due - -");
}

TEST_P(AutomaticHoldsTest, ARequestHoldsEveryRecordOfTheHumanBeing) {
    load({R"({"type":"relationship","person":"P1","kind":"same-person","other":"P2"})",
          request("deletion_request", "")});
    night();
    EXPECT_EQ(decided("C2"), R"(held ["deletion_request:R1"] -)");
}

TEST_P(AutomaticHoldsTest, AnAnswerReleasesAfterTheWindow) {
    load({request("access_request", R"(,"answered_on":"2026-06-20")")});
    night("2026-11-24");
    EXPECT_EQ(decided("C1"), R"(held ["access_request:R1"] 2026-12-20)");
    EXPECT_EQ(night("2026-12-19").people, 0);
    EXPECT_EQ(night("2026-12-20").people, 1);
    EXPECT_EQ(decided("C1"), "due - -");
}

TEST_P(AutomaticHoldsTest, TheScheduleSaysHowLongTheWindowIs) {
    load({request("access_request", R"(,"answered_on":"2026-06-20")")});
    night("2026-11-24");
    std::string text = sql_value("select schedule from adopted_schedule");
    const std::string version = "version = \"1\"";
    text.replace(text.find(version), version.size(), "version = \"2\"\nholds_after_answer = \"1m\"");
    adopt(text);
    night("2026-11-24");
    EXPECT_EQ(decided("C1"), "due - -");
}

TEST_P(AutomaticHoldsTest, ARequestNotYetReceivedHoldsFromItsDay) {
    load({R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-12-01"})"});
    night();
    EXPECT_EQ(decided("C1"), "due - 2026-12-01");
    night("2026-12-01");
    EXPECT_EQ(decided("C1"), R"(held ["access_request:R1"] -)");
}

TEST_P(AutomaticHoldsTest, AnOpenComplaintHoldsItsPerson) {
    load({involvement("K1", "P1", R"(,"service":"complaint","opened":"2026-11-01")")});
    EXPECT_EQ(stale(), Texts{"P1"});
    night();
    EXPECT_EQ(decided("C1"), R"(held ["complaint:K1"] -)");
    EXPECT_EQ(decided("K1"), R"(live ["complaint:K1"] -)");
    load({involvement("K1", "P1", R"(,"service":"complaint","opened":"2026-11-01","closed":"2026-11-10")")});
    night();
    EXPECT_EQ(decided("C1"), R"(held ["complaint:K1"] 2027-05-10)");
}

TEST_P(AutomaticHoldsTest, HoldsOverlapAndEndByThemselves) {
    load(
        {request("access_request", R"(,"answered_on":"2026-06-20")"), request("deletion_request", ""),
         R"({"type":"hold","id":"H1","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"involvements":["C1"]}})"});
    night("2026-11-24");
    EXPECT_EQ(decided("C1"), R"(held ["H1","access_request:R1","deletion_request:R1"] 2026-12-20)");
    night("2026-12-20");
    EXPECT_EQ(decided("C1"), R"(held ["H1","deletion_request:R1"] -)");
}

TEST_P(AutomaticHoldsTest, ListAndExplainSayTheSameOnAnotherDay) {
    load({request("access_request", R"(,"answered_on":"2026-06-20")")});
    night("2026-11-24");
    for (const auto& [on, outcome] : std::vector<std::pair<const char*, const char*>>{
             {"2026-05-31", "due"}, {"2026-06-01", "held"}, {"2026-12-19", "held"}, {"2026-12-20", "due"}}) {
        EXPECT_EQ(explain(database(), day(on), "C1").decisions.at(0).decision.outcome, outcome) << on;
        DecisionListing(database(), day(on)).list({outcome, ""}, [&](const ShownDecision& shown) {
            EXPECT_TRUE(shown.decision.involvement == "C1" || shown.decision.involvement == "C2");
        });
    }
}

// A document that also lies in a held involvement is held there, whatever becomes of its own.
TEST_P(AutomaticHoldsTest, ASharedDocumentIsHeldForThePersonWhoAsks) {
    folder.write("bundle/a.txt", "a");
    load(
        {entry("E2", "C2"), R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["C1"]})",
         request("access_request", ""),
         R"({"type":"hold","id":"H2","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"involvements":["C2"]},"released_on":"2026-02-01"})"});
    night();
    EXPECT_EQ(decided("C2"), "due - -");
    const StoredDecision document = explain(database(), today, "document:D2").decisions.at(0).decision;
    EXPECT_EQ(document.outcome, "held");
    EXPECT_EQ(document.holds, R"(["access_request:R1"])");
}

TEST_P(AutomaticHoldsTest, ADocumentNamesTheHoldsOfEverythingItLiesIn) {
    folder.write("bundle/a.txt", "a");
    load(
        {entry("E2", "C2"), R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["C1"]})",
         request("access_request", ""),
         R"({"type":"hold","id":"H2","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"involvements":["C2"]}})"});
    EXPECT_EQ(explain(database(), today, "document:D2").decisions.at(0).decision.holds,
              R"(["H2","access_request:R1"])");
}

}  // namespace
}  // namespace casekeeper::test
