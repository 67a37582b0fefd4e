// SPDX-License-Identifier: MIT
//
// Whom a load makes stale, once everybody has been decided on.
#include "intake/staleness.h"

#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// P1 has a club whose leader is P3, and a sibling P2 whose own sibling is P4; P5 and P6 are strangers.
class StalenessTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        std::vector<std::string> lines;
        for (const char* n : {"1", "2", "3", "4", "5", "6"}) {
            lines.push_back(person("P" + std::string(n), R"(,"date_of_birth":"2010-01-01")"));
            lines.push_back(
                involvement("I" + std::string(n), "P" + std::string(n), R"(,"closed":"2020-01-01")"));
        }
        lines.push_back(involvement(
            "C1", "P1", R"(,"service":"youth-club","closed":"2020-01-01","roles":{"leader":"P3"})"));
        lines.push_back(sibling("P1", "P2"));
        lines.push_back(sibling("P2", "P4"));
        load(lines);
        night();
        EXPECT_EQ(stale(), Texts{});
    }
    static std::string sibling(const std::string& one, const std::string& other) {
        return R"({"type":"relationship","person":")" + one + R"(","kind":"sibling","other":")" + other +
               R"("})";
    }
    static std::string hold(const std::string& scope) {
        return R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":)" +
               scope + "}";
    }
    Texts stale_after(const std::string& line) {
        load({line});
        return stale();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(StalenessTest);

TEST_P(StalenessTest, IsEverybodyBeforeTheFirstDecision) {
    for (const char* table : {"decision", "decision_read", "stale_person"})
        sql(std::string("delete from ") + table);
    EXPECT_EQ(stale_after(person("P7")).size(), 7U);
}

TEST_P(StalenessTest, IsNobodyWhereNothingChanged) {
    EXPECT_EQ(stale_after(person("P5", R"(,"date_of_birth":"2010-01-01")")), Texts{});
}

TEST_P(StalenessTest, OfAPersonIsThePersonAndWhoReadThem) {
    EXPECT_EQ(stale_after(person("P3", R"(,"date_of_birth":"2010-01-01","date_of_death":"2020-01-01")")),
              (Texts{"P1", "P3"}));
}

TEST_P(StalenessTest, OfAStrangerIsTheStranger) {
    EXPECT_EQ(stale_after(person("P5", R"(,"date_of_birth":"2011-01-01")")), Texts{"P5"});
    EXPECT_EQ(stale_after(person("P7")), (Texts{"P5", "P7"}));
}

TEST_P(StalenessTest, OfAnInvolvementIsItsOwnerAndTheFamilyThatAsked) {
    EXPECT_EQ(stale_after(involvement("I4", "P4")), (Texts{"P1", "P4"}));
}

TEST_P(StalenessTest, OfAMovedInvolvementIsEitherOwner) {
    EXPECT_EQ(stale_after(involvement("I5", "P6")), (Texts{"P5", "P6"}));
    night();
    EXPECT_EQ(sql("select person || involvement from decision where person in ('P5', 'P6') order by 1"),
              (Texts{"P5", "P6I5", "P6I6"}));
}

TEST_P(StalenessTest, OfAnEntryIsTheOwnerOfItsInvolvement) {
    EXPECT_EQ(stale_after(entry("E1", "I5")), Texts{"P5"});
    night();
    EXPECT_EQ(stale_after(entry("E1", "I6")), (Texts{"P5", "P6"}));
}

TEST_P(StalenessTest, OfARelationshipIsEitherEndAndWhoReadThem) {
    EXPECT_EQ(stale_after(sibling("P4", "P5")), (Texts{"P1", "P4", "P5"}));
}

TEST_P(StalenessTest, OfAHoldIsWhomItsScopeNames) {
    EXPECT_EQ(stale_after(hold(R"({"persons":["P5"]})")), Texts{"P5"});
    night();
    EXPECT_EQ(stale_after(hold(R"({"involvements":["I6"]})")), (Texts{"P5", "P6"}));
    night();
    load({entry("E5", "I5")});
    night();
    EXPECT_EQ(stale_after(hold(R"({"items":["entry:E5"]})")), (Texts{"P5", "P6"}));
    night();
    EXPECT_EQ(stale_after(hold(R"({"words":["abuse"]})")).size(), 6U);
}

TEST_P(StalenessTest, OfAHoldOnARecordIsTheWholeHumanBeing) {
    load({R"({"type":"relationship","person":"P5","kind":"same-person","other":"P6"})"});
    night();
    load({hold(R"({"persons":["P6"]})")});
    night();
    EXPECT_EQ(sql("select involvement from decision where holds is not null order by 1"),
              (Texts{"I5", "I6"}));
}

TEST_P(StalenessTest, OfARequestIsItsPersonWithEveryRecordJoined) {
    load({R"({"type":"relationship","person":"P5","kind":"same-person","other":"P6"})"});
    for (const char* type : {"access_request", "deletion_request"}) {
        night();
        const std::string request = R"({"type":")" + std::string(type) + R"(","id":"R1","person":")";
        EXPECT_EQ(stale_after(request + R"(P5","received_at":"2026-01-01"})"), (Texts{"P5", "P6"}));
        night();
        EXPECT_EQ(stale_after(request + R"(P4","received_at":"2026-01-01"})"), (Texts{"P4", "P5", "P6"}));
    }
}

TEST_P(StalenessTest, OfJoinedRecordsIsEveryOneOfThem) {
    EXPECT_EQ(stale_after(R"({"type":"relationship","person":"P5","kind":"same-person","other":"P6"})"),
              (Texts{"P5", "P6"}));
    night();
    EXPECT_EQ(stale_after(person("P5", R"(,"date_of_birth":"2012-01-01")")), (Texts{"P5", "P6"}));
}

TEST_P(StalenessTest, OfAnAdoptionIsEitherRecord) {
    EXPECT_EQ(stale_after(person("P5", R"(,"date_of_birth":"2010-01-01","adopted_from":"P6")")),
              (Texts{"P5", "P6"}));
}

TEST_P(StalenessTest, IsNobodyForWhatNoDecisionReads) {
    for (const char* line :
         {R"({"type":"professional","id":"W1","name":"S","kind":"health"})",
          R"({"type":"disclosure","id":"S1","person":"P5","decided_on":"2012-04-01","outcome":"shared"})"})
        EXPECT_EQ(stale_after(line), Texts{}) << line;
}

TEST_P(StalenessTest, IsEverybodyAfterAnotherSchedule) {
    adopt(
        "[schedule]\ntitle = \"Other\"\nversion = \"2\"\n[[rule]]\nid = \"rest\"\nservices = [\"*\"]\n"
        "default = true\nuntil = \"closed + 7y\"\nauthority = \"local policy\"\nbasis = \"business\"\n");
    EXPECT_EQ(stale().size(), 6U);
}

}  // namespace
}  // namespace casekeeper::test
