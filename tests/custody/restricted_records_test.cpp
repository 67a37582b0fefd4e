// SPDX-License-Identifier: MIT
#include "custody/restricted_records.h"

#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

class RestrictedRecordsTest : public RestrictionWorld {
protected:
    RestrictedRecords found(const std::string& of = "", Date on = today) {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        return restricted_records(database(), on, of);
    }
    Texts items(const std::string& of = "", Date on = today) { return found(of, on).items; }
    static std::string loaded(const std::string& scope) {
        return R"({"type":"hold","id":"H7","kind":"restriction","authority":"a","reason":"r","from":"2026-01-01","scope":)" +
               scope + "}";
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RestrictedRecordsTest);

TEST_P(RestrictedRecordsTest, AreNoneWhereNobodyRestricted) {
    load(
        {R"({"type":"hold","id":"H7","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P1"]}})"});
    EXPECT_EQ(items(), Texts{});
}

TEST_P(RestrictedRecordsTest, AreTheItemsThatAreNamed) {
    place(over({"entry:E1", "document:D2"}));
    EXPECT_EQ(items(), (Texts{"document:D2", "entry:E1"}));
    EXPECT_EQ(items("P1"), Texts{"entry:E1"});
    EXPECT_EQ(items("P3"), Texts{});
    EXPECT_EQ(found("P2").restrictions, Texts{"H1"});
}

TEST_P(RestrictedRecordsTest, CountAPartOnceWithTheWholeItLiesIn) {
    place(over({"entry:E1", "document:D1"}));
    EXPECT_EQ(items(), Texts{"entry:E1"});
    place(over({"involvement:C1"}));
    EXPECT_EQ(items(), Texts{"involvement:C1"});
    EXPECT_EQ(found().restrictions, (Texts{"H1", "H2"}));
}

TEST_P(RestrictedRecordsTest, OfAPersonAreAllTheirInvolvementsAndThoseOfJoinedRecords) {
    place(over_person("P2"));
    EXPECT_EQ(items(), (Texts{"involvement:C2", "involvement:C3"}));
    EXPECT_EQ(items("P3"), Texts{"involvement:C3"});
}

TEST_P(RestrictedRecordsTest, AreThePersonWhereTheyHaveNoInvolvement) {
    load({person("P5")});
    place(over_person("P5"));
    EXPECT_EQ(items(), Texts{"person:P5"});
    EXPECT_EQ(items("P5"), Texts{"person:P5"});
}

TEST_P(RestrictedRecordsTest, AreWhatAnyScopeReaches) {
    load({loaded(R"({"services":["youth-club"],"words":["hit"]})")});
    EXPECT_EQ(items(), Texts{"involvement:C1"});
    EXPECT_EQ(items("P1"), Texts{"involvement:C1"});
    EXPECT_EQ(items("P2"), Texts{});
}

TEST_P(RestrictedRecordsTest, AreThoseOfTheDay) {
    place(over({"entry:E1"}));
    lift("H1", today, day("2026-11-30"));
    EXPECT_EQ(items("", day("2026-11-22")), Texts{});
    EXPECT_EQ(items("", day("2026-11-29")), Texts{"entry:E1"});
    EXPECT_EQ(items("", day("2026-11-30")), Texts{});
}

}  // namespace
}  // namespace casekeeper::test
