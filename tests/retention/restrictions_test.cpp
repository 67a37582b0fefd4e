// SPDX-License-Identifier: MIT
#include "retention/restrictions.h"

#include "retention/holds.h"
#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

class RestrictionsByCommandTest : public RestrictionWorld {
protected:
    Texts listed(Date on = today) {
        Texts lines;
        list_restrictions(database(), on, [&](const ListedHold& one) {
            lines.push_back(one.record.key() + (one.in_force ? " in force" : " not"));
        });
        return lines;
    }
    static HoldOrder police() {
        HoldOrder order;
        order.hold.kind = "police";
        order.hold.from = today;
        order.hold.persons = {"P1"};
        order.authority = "Police, LP-1";
        order.reason = "enquiry";
        return order;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RestrictionsByCommandTest);

TEST_P(RestrictionsByCommandTest, ArePlacedLiftedAndListedForGood) {
    EXPECT_EQ(place_by_command(database(), over({"entry:E1"}), act()).key(), "H1");
    close();
    EXPECT_EQ(listed(), Texts{"H1 in force"});
    lift_by_command(database(), "H1", today, "verified", act());
    close();
    EXPECT_EQ(listed(), Texts{"H1 not"});
}

TEST_P(RestrictionsByCommandTest, ListNoOtherHolds) {
    place_hold(database(), police(), act());
    place_by_command(database(), over({"entry:E1"}), act());
    load({R"({"type":"access_request","id":"A1","person":"P2","received_at":"2026-11-01"})"});
    EXPECT_EQ(listed(), Texts{"H2 in force"});
}

TEST_P(RestrictionsByCommandTest, AreNotReleasedAsOtherHoldsAre) {
    place_by_command(database(), over({"entry:E1"}), act());
    const auto release = [&] { release_hold(database(), "H1", "over", act()); };
    EXPECT_EQ(error_of(release), "77: hold H1 is a restriction: the person is told before it is lifted");
    EXPECT_EQ(hint_of(release), "casekeeper restrict lift H1 --told DATE --reason TEXT");
    EXPECT_EQ(listed(), Texts{"H1 in force"});
}

TEST_P(RestrictionsByCommandTest, AreNotPlacedAsOtherHoldsAre) {
    HoldOrder order = police();
    order.hold.kind = "restriction";
    const auto place_it = [&] { place_hold(database(), order, act()); };
    EXPECT_EQ(error_of(place_it), "64: a restriction is placed by a command of its own: it needs a ground");
    EXPECT_TRUE(hint_of(place_it).starts_with("casekeeper restrict place --items"));
    EXPECT_EQ(listed(), Texts{});
}

}  // namespace
}  // namespace casekeeper::test
