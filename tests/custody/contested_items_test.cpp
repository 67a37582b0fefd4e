// SPDX-License-Identifier: MIT
#include "custody/contested_items.h"

#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

using Items = std::map<std::string, std::string>;

class ContestedItemsTest : public RestrictionWorld {
protected:
    Items contested(const std::string& person, Date on = today) {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        return contested_items(database(), person, on);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ContestedItemsTest);

TEST_P(ContestedItemsTest, AreNoneWhereNobodyContestsAnything) {
    EXPECT_EQ(contested("P1"), Items{});
    EXPECT_EQ(contested("P9"), Items{});
}

TEST_P(ContestedItemsTest, AreThoseRestrictedForTheirAccuracy) {
    place(over({"entry:E1", "document:D2"}));
    EXPECT_EQ(contested("P1"), (Items{{"document:D2", "restriction H1"}, {"entry:E1", "restriction H1"}}));
    lift("H1");
    EXPECT_EQ(contested("P1"), Items{});
}

TEST_P(ContestedItemsTest, AreAllServicesOfAPersonWhoseRecordIs) {
    place(over_person("P2"));
    EXPECT_EQ(contested("P3"),
              (Items{{"involvement:C2", "restriction H1"}, {"involvement:C3", "restriction H1"}}));
    EXPECT_EQ(contested("P1"), Items{});
}

// What is kept for a claim is not for that contested.
TEST_P(ContestedItemsTest, AreNoneOfOtherGrounds) {
    RestrictionOrder order = over({"entry:E1"});
    order.ground = RestrictionGround::claims;
    place(order);
    EXPECT_EQ(contested("P1"), Items{});
}

TEST_P(ContestedItemsTest, AreFoundByWhatTheyLieIn) {
    const Items items = {{"entry:E1", "request R1"}, {"involvement:C2", "restriction H1"}};
    EXPECT_EQ(contested_by(items, "entry:E1", "E1", "C1"), "request R1");
    EXPECT_EQ(contested_by(items, "document:D1", "E1", "C1"), "request R1");
    EXPECT_EQ(contested_by(items, "entry:E2", "E2", "C2"), "restriction H1");
    EXPECT_EQ(contested_by(items, "entry:E3", "E3", "C3"), "");
}

}  // namespace
}  // namespace casekeeper::test
